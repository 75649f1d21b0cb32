import {
  cancelTransition,
  decideTransition,
  evaluateStoredPredictions,
  replayGateReport,
  requestTransition,
  rollbackModel,
  type ApprovalDecision,
  type ReEvaluationResponse,
  type Stage,
} from '@stagegate/client';
import { client, keyed, thenLookAgain } from './client.js';

export { newKey } from './client.js';

export interface Decision {
  id: string;
  decision: ApprovalDecision;
  comment: string;
  key: string;
  /** The report that was on the screen; another one is not decided on. */
  expectedReportDigest: string | undefined;
}

export function decide({ id, decision, comment, key, expectedReportDigest }: Decision) {
  const body = { decision, expectedReportDigest, ...(comment.trim() && { comment: comment.trim() }) };
  return thenLookAgain(decideTransition({ ...keyed(key), path: { id }, body }));
}

export function withdraw(id: string, key: string) {
  return thenLookAgain(cancelTransition({ ...keyed(key), path: { id } }));
}

export interface Request {
  model: string;
  version: number;
  toStage: Stage;
  /** What the reader believes to be in Production, null for nothing. */
  expectedIncumbent: number | null;
  reason: string;
  key: string;
}

export function askFor({ model, version, toStage, expectedIncumbent, reason, key }: Request) {
  const body = { toStage, expectedIncumbent, ...(reason.trim() && { reason: reason.trim() }) };
  return thenLookAgain(requestTransition({ ...keyed(key), path: { model, version }, body }));
}

/** Measures predictions that were kept, which a judgement lacks. */
export function reEvaluate(model: string, { version, comparedWith, dataset }: ReEvaluationResponse, key: string) {
  const body = { dataset, compareWith: comparedWith === null ? [] : [comparedWith] };
  return thenLookAgain(evaluateStoredPredictions({ ...keyed(key), path: { model, version }, body }));
}

export interface Rollback {
  model: string;
  toVersion: number;
  expectedIncumbent: number | null;
  reason: string;
  key: string;
}

export function rollBack({ model, toVersion, expectedIncumbent, reason, key }: Rollback) {
  const body = { toVersion, expectedIncumbent, reason: reason.trim() };
  return thenLookAgain(rollbackModel({ ...keyed(key), path: { model }, body }));
}

export function replay(id: string) {
  return replayGateReport({ client, path: { id } });
}
