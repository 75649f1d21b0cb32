import { type Permission, ROLES, rolesWith } from '../../../platform/access/permission.js';
import { type Refusal, REFUSAL_CODES } from '../stage-change.js';

/** Every reason why a transition is not applied now; later parts of the service add theirs. */
export const BLOCKER_CODES = [
  ...REFUSAL_CODES,
  'APPROVALS_LACKING',
  'TRANSITION_FINAL',
  'NO_ROLLBACK_TARGET',
  'FORBIDDEN',
  'SOAK_TOO_SHORT',
] as const;

export type BlockerCode = (typeof BLOCKER_CODES)[number];

/** Something that stands in the way of a transition, and who can clear it. */
export interface Blocker {
  code: BlockerCode;
  detail: string;
  /** What clears it. */
  remedy: string;
  /** What somebody has to be allowed for that; one of it is enough. */
  permissions: readonly Permission[];
  /** Roles of which one is needed for that. */
  roles: readonly string[];
  /** When it ends by itself; null where it does not, or nobody knows. */
  until: Date | null;
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
  SOAK_TOO_SHORT: { remedy: 'Leave the version in Staging until then.', permission: 'transition:request' },
  ON_HOLD: { remedy: 'Have a person lift the hold.', permission: 'hold:lift' },
  REVIEW_OVERDUE: { remedy: 'Have another person close the review.', permission: 'transition:decide' },
  FROZEN: { remedy: 'Wait until it ends, or have it ended.', permission: 'freeze:write' },
  REASON_TOO_SHORT: { remedy: 'Ask again, and say more.', permission: 'transition:override' },
  TICKET_REQUIRED: { remedy: 'Ask again, and name the ticket.', permission: 'transition:override' },
  OVERRIDE_DISABLED: { remedy: 'Pass the gates, or have the policy changed.', permission: 'policy:write' },
  OVERRIDE_NOT_NEEDED: { remedy: 'Ask for the transition instead.', permission: 'transition:request' },
  NOT_OVERRIDABLE: { remedy: 'Mend the evidence and submit it again.', permission: 'evaluation:submit' },
};

export function toBlocker(code: keyof typeof CLEARINGS, detail: string): Blocker {
  const { remedy, permission } = CLEARINGS[code];
  return { code, detail, remedy, ...neededFor(permission), until: null };
}

/** What turned something down as something to be cleared. */
export function refusalBlocker({ code, detail, standstill }: Refusal): Blocker {
  const blocker = toBlocker(code, detail);
  return standstill ? { ...blocker, ...neededFor(standstill.permission), until: standstill.until } : blocker;
}

/** Gates that too little evidence keeps shut: more of it opens them, and so does a waiver where the policy knows any. */
export function inconclusiveBlocker(detail: string): Blocker {
  const remedy = 'Submit more evidence, or have the rules that are inconclusive waived.';
  return { code: 'GATES_REFUSED', detail, remedy, ...neededFor('evaluation:submit', 'waiver:write'), until: null };
}

export function neededFor(...permissions: Permission[]): Pick<Blocker, 'permissions' | 'roles'> {
  return { permissions, roles: ROLES.filter((role) => permissions.some((one) => rolesWith(one).includes(role))) };
}
