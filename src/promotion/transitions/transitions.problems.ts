import { type GateReportResponse } from '../gates/gates.dto.js';
import { awaitsEvidence, RETRY_SECONDS } from '../re-evaluations/re-evaluations.dto.js';
import { type Problem, type ProblemError, type ProblemFactory, problemKind } from '../../platform/http/problem.js';
import { LOST_GROUND } from '../approvals/approvals.problems.js';
import { type Refusal, type RefusalCode } from './stage-change.js';
import { type Blocker, type BlockerCode } from './standing/blocker.js';
import { toBlockerResponse } from './standing/blocker.dto.js';
import { type TransitionResponse } from './transitions.dto.js';

const notFound = problemKind(404, 'TRANSITION_NOT_FOUND', 'The transition does not exist');
const isFinal = problemKind(409, 'TRANSITION_FINAL', 'The transition has an outcome already');
const isOpen = problemKind(409, 'TRANSITION_OPEN', 'The same transition awaits approval already');
const otherReport = problemKind(409, 'REPORT_MISMATCH', 'The transition rests on another gate report');
const noTarget = problemKind(409, 'NO_ROLLBACK_TARGET', 'There is no version to roll back to');
const notTheirs = problemKind(403, 'NOT_THE_REQUESTER', 'Only the requester cancels a transition');

const REFUSALS: Record<RefusalCode, ProblemFactory> = {
  ILLEGAL_TRANSITION: problemKind(409, 'ILLEGAL_TRANSITION', 'The lifecycle has no such move'),
  NEVER_IN_PRODUCTION: problemKind(409, 'NEVER_IN_PRODUCTION', 'The version never held Production'),
  REASON_REQUIRED: problemKind(400, 'REASON_REQUIRED', 'The move needs a reason'),
  PRODUCTION_WOULD_BE_EMPTY: problemKind(409, 'PRODUCTION_WOULD_BE_EMPTY', 'The move would leave Production empty'),
  VERSION_QUARANTINED: problemKind(409, 'VERSION_QUARANTINED', 'The version is quarantined'),
  NEW_EVALUATION_REQUIRED: problemKind(409, 'NEW_EVALUATION_REQUIRED', 'The version needs a new evaluation'),
  GATES_REFUSED: problemKind(422, 'GATES_REFUSED', 'The gates refused the version'),
  STALE_INCUMBENT: problemKind(409, 'STALE_INCUMBENT', 'Production changed'),
  STALE_STAGE: problemKind(409, 'STALE_STAGE', 'The version moved'),
  STALE_POLICY: LOST_GROUND.STALE_POLICY,
  STALE_EVIDENCE: problemKind(409, 'STALE_EVIDENCE', 'There is newer evidence'),
  ON_HOLD: problemKind(409, 'ON_HOLD', 'The model is on hold'),
  REVIEW_OVERDUE: problemKind(409, 'REVIEW_OVERDUE', 'A review of the model is overdue'),
  FROZEN: problemKind(409, 'FROZEN', 'Nothing is promoted now'),
  REASON_TOO_SHORT: problemKind(400, 'REASON_TOO_SHORT', 'The reason is too short'),
  TICKET_REQUIRED: problemKind(400, 'TICKET_REQUIRED', 'The emergency needs a ticket'),
  OVERRIDE_DISABLED: problemKind(409, 'OVERRIDE_DISABLED', 'The policy has no way past its gates'),
  OVERRIDE_NOT_NEEDED: problemKind(409, 'OVERRIDE_NOT_NEEDED', 'Nothing stands in the way'),
  NOT_OVERRIDABLE: problemKind(409, 'NOT_OVERRIDABLE', 'Nobody gets past this'),
  REQUEST_EXPIRED: LOST_GROUND.REQUEST_EXPIRED,
  ARTIFACT_DIGEST_MISMATCH: problemKind(409, 'ARTIFACT_DIGEST_MISMATCH', 'The artifact is not the one that was judged'),
};

/** What the answer to a demand that was not applied carries besides the reason. */
export interface ToldRefusal {
  /** The recorded transition, or the open one. */
  transition?: TransitionResponse;
  gateReport?: GateReportResponse | null;
  /** All that stands in the way. */
  blockers?: readonly Blocker[];
}

const FIELD_FAULTS: Partial<Record<BlockerCode, { pointer: string; code: string }>> = {
  REASON_REQUIRED: { pointer: '/reason', code: 'REQUIRED' },
  REASON_TOO_SHORT: { pointer: '/reason', code: 'TOO_SHORT' },
  TICKET_REQUIRED: { pointer: '/ticket', code: 'REQUIRED' },
};

/** The answer to a demand that was not applied. */
export function transitionRefused(refusal: Omit<Refusal, 'outcome'>, told: ToldRefusal): Problem {
  const { code, detail, standstill } = refusal;
  const { transition, gateReport, blockers = [] } = told;
  const fault = FIELD_FAULTS[code];
  const awaits = gateReport !== undefined && gateReport !== null && awaitsEvidence(gateReport);
  return REFUSALS[code](detail, {
    errors: fault && (blockers.length > 0 ? blockers : [refusal]).map(toFault),
    headers: awaits ? { 'Retry-After': String(RETRY_SECONDS) } : undefined,
    extensions: {
      ...(transition && { transition }),
      ...(gateReport && { gateReport }),
      ...(standstill && { until: standstill.until }),
      ...(blockers.length > 0 && !fault && { blockers: blockers.map(toBlockerResponse) }),
    },
  });
}

/** What stands in the way as a fault of the request; where no field clears it, the pointer is that of the whole body. */
function toFault({ code, detail }: { code: BlockerCode; detail: string }): ProblemError {
  return { ...(FIELD_FAULTS[code] ?? { pointer: '', code }), detail };
}

export function transitionNotFound(id: string): Problem {
  return notFound(`There is no transition '${id}'.`);
}

export function transitionIsFinal(id: string, status: string): Problem {
  return isFinal(`Transition ${id} is ${status}; only one that awaits approval can be decided or cancelled.`);
}

export function transitionIsOpen(transition: TransitionResponse): Problem {
  return isOpen(`Transition ${transition.id} asks for the same and awaits approval.`, { extensions: { transition } });
}

export function reportMismatch(id: string, expected: string, digest: string | null): Problem {
  const actual = digest === null ? 'no gate report' : `the gate report ${digest}`;
  return otherReport(`Transition ${id} rests on ${actual}, not on ${expected}. Look at it again before you decide.`);
}

export function noRollbackTarget(model: string): Problem {
  return noTarget(noRollbackTargetDetail(model));
}

export function noRollbackTargetDetail(model: string): string {
  return `Model '${model}' has no earlier good Production version. With "toVersion", any may return that held Production before and is not quarantined.`;
}

export function cancellationForbidden(requester: string): Problem {
  return notTheirs(`The transition was asked for by ${requester}; only they or an admin cancel it.`);
}
