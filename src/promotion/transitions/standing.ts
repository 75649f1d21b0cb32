import { rolesWith, type Permission } from '../../platform/access/permission.js';
import { type Approval, type ApprovalDemand, seatName } from './approvals.js';
import { type Decision, decideGatedMove, findRefusals, type Refusal, REFUSAL_CODES } from './decide-transition.js';
import { approvalFacts, type JudgedMove, type StageChange } from './stage-change.js';

/** An open transition judged on the ground as it is now: by this it is decided, and by this it is told where it stands. */
export interface Standing {
  change: StageChange;
  /** Null when the move is no longer one of the lifecycle. */
  judged: JudgedMove | null;
  /** What no longer holds of the ground it was asked for on; the first ends it. */
  lost: Refusal[];
}

/** What a transition comes to with these approvals. */
export function outcomeOf({ change, judged, lost }: Standing, approvals: readonly Approval[]): Decision {
  const [first] = lost;
  if (first) return { ...first, outcome: 'stale' };
  if (!judged) throw new Error('A move on its old ground was not judged.');
  return decideGatedMove(judged.move, change.facts, { ...judged.gates, ...approvalFacts(judged.approvals, approvals) });
}

/** Every reason why a transition is not applied now; later parts of the service add theirs. */
export const BLOCKER_CODES = [
  ...REFUSAL_CODES,
  'APPROVALS_LACKING',
  'TRANSITION_FINAL',
  'NO_ROLLBACK_TARGET',
  'FORBIDDEN',
] as const;

export type BlockerCode = (typeof BLOCKER_CODES)[number];

/** Something that stands in the way of a transition, and who can clear it. */
export interface Blocker {
  code: BlockerCode;
  detail: string;
  /** What clears it. */
  remedy: string;
  /** Roles of which one is needed for that. */
  roles: readonly string[];
}

interface Clearing {
  remedy: string;
  permission: Permission;
}

const ASK_AGAIN: Clearing = { remedy: 'Ask for the transition again.', permission: 'transition:request' };

const CLEARINGS: Readonly<Record<Exclude<BlockerCode, 'APPROVALS_LACKING'>, Clearing>> = {
  ILLEGAL_TRANSITION: ASK_AGAIN,
  NEVER_IN_PRODUCTION: { remedy: 'Promote the version instead.', permission: 'transition:request' },
  REASON_REQUIRED: { remedy: 'Ask again, and say why.', permission: 'transition:request' },
  PRODUCTION_WOULD_BE_EMPTY: { remedy: 'Promote another version first.', permission: 'transition:request' },
  VERSION_QUARANTINED: { remedy: 'Release the version from quarantine.', permission: 'version:quarantine' },
  NEW_EVALUATION_REQUIRED: { remedy: 'Submit a new evaluation of the version.', permission: 'evaluation:submit' },
  GATES_REFUSED: { remedy: 'Submit evidence that passes the gates.', permission: 'evaluation:submit' },
  STALE_INCUMBENT: ASK_AGAIN,
  STALE_STAGE: ASK_AGAIN,
  STALE_POLICY: ASK_AGAIN,
  STALE_EVIDENCE: ASK_AGAIN,
  ARTIFACT_DIGEST_MISMATCH: ASK_AGAIN,
  REQUEST_EXPIRED: ASK_AGAIN,
  TRANSITION_FINAL: ASK_AGAIN,
  NO_ROLLBACK_TARGET: { remedy: 'Name the version to put back.', permission: 'transition:rollback' },
  FORBIDDEN: { remedy: 'Have somebody ask who may.', permission: 'transition:rollback' },
};

export function toBlocker(code: keyof typeof CLEARINGS, detail: string): Blocker {
  const { remedy, permission } = CLEARINGS[code];
  return { code, detail, remedy, roles: rolesWith(permission) };
}

/** All that stands in the way of an open transition with the approvals it has. */
export function blockersOf({ change, judged, lost }: Standing): Blocker[] {
  const refusals = judged ? findRefusals(judged.move, change.facts, judged.gates) : [];
  const blockers = [...lost, ...refusals].map(({ code, detail }) => toBlocker(code, detail));
  if (!judged || judged.gates.approvalsComplete) return blockers;
  const roles = [...new Set(slotRoles(judged.approvals))];
  const detail = judged.gates.approvalsMessage;
  return [...blockers, { code: 'APPROVALS_LACKING', detail, remedy: 'Approve the transition.', roles }];
}

function slotRoles(demand: ApprovalDemand | null): string[] {
  return (demand?.slots ?? []).map(seatName);
}
