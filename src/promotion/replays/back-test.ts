import { type GateReportContent } from '../../judging/gate-report.js';
import { type Status, type Verdict } from '../../judging/verdict/verdict.js';
import { type TransitionStatus } from '../transitions/stage-change.js';

/** A promotion as it was decided on its day. */
export interface DecidedPromotion {
  transitionId: string;
  model: string;
  version: number;
  requestedAt: Date;
  status: TransitionStatus;
  verdict: Verdict;
}

export const CHANGES = ['same', 'newly_refused', 'newly_let_through'] as const;

export interface BackTestItem extends DecidedPromotion {
  draftVerdict: Verdict;
  change: (typeof CHANGES)[number];
  message: string;
  /** What each rule of the draft said. */
  rules: { ruleId: string; status: Status }[];
}

/**
 * What a draft would have made of a promotion that passed the gates on its day or did not. Of a draft only PASS lets one through,
 * since waivers are bound to the policy that they were granted under.
 */
export function compareDecision(promotion: DecidedPromotion, passed: boolean, draft: GateReportContent): BackTestItem {
  const { transitionId, model, version, requestedAt, status, verdict } = promotion;
  const passes = draft.verdict === 'PASS';
  const change = passed === passes ? 'same' : passes ? 'newly_let_through' : 'newly_refused';
  return {
    transitionId,
    model,
    version,
    requestedAt,
    status,
    verdict,
    draftVerdict: draft.verdict,
    change,
    message: draft.message,
    rules: draft.rules.map(({ id: ruleId, status: ruleStatus }) => ({ ruleId, status: ruleStatus })),
  };
}
