import { type PolicyFreeze } from '../../../judging/policy/freeze-policy.js';
import { type Permission } from '../../../platform/access/permission.js';

/** Codes of what keeps everything about a model as it is, whatever the version. */
export const STANDSTILL_CODES = ['ON_HOLD', 'REVIEW_OVERDUE', 'FROZEN'] as const;

export type StandstillCode = (typeof STANDSTILL_CODES)[number];

/** Something that keeps a model as it is for a while. */
export interface Standstill {
  code: StandstillCode;
  detail: string;
  /** When it ends by itself; null when it does not, or no end is in sight. */
  until: Date | null;
  /** What somebody needs to end it. */
  permission: Permission;
  /** Whether an emergency gets past it. */
  isPassable: boolean;
}

/** A hold as far as a promotion needs to know. */
export interface HoldFacts {
  reason: string;
  setBy: string;
  setAt: Date;
}

/** A review that should be closed by now. */
export interface OverdueFacts {
  id: string;
  version: number;
  dueAt: Date;
}

/** A freeze that holds now. */
export interface FreezeFacts {
  id: string;
  name: string;
  reason: string;
  until: Date | null;
}

export function holdStandstill({ reason, setBy, setAt }: HoldFacts): Standstill {
  const detail = `The model is on hold since ${setAt.toISOString()}, set by ${setBy}: ${reason}`;
  return { code: 'ON_HOLD', detail, until: null, permission: 'hold:lift', isPassable: true };
}

export function overdueStandstill({ id, version, dueAt }: OverdueFacts): Standstill {
  const detail = `Version ${version} passed the gates in an emergency, and its review ${id} was due at ${dueAt.toISOString()}.`;
  return { code: 'REVIEW_OVERDUE', detail, until: null, permission: 'transition:decide', isPassable: true };
}

export function freezeStandstill({ name, reason, until }: FreezeFacts): Standstill {
  const detail = `Frozen ${untilText(until)} by "${name}": ${reason}`;
  return { code: 'FROZEN', detail, until, permission: 'freeze:write', isPassable: true };
}

/** A freeze of the gate policy, which a change of the policy alone ends before its time. */
export function policyStandstill(
  { because, timeZone, until }: PolicyFreeze,
  { stage, isPassable }: { stage: string; isPassable: boolean },
): Standstill {
  const window = because === 'deny' ? 'in one of the windows that it denies' : 'outside of all windows that it allows';
  const detail = `Frozen ${untilText(until)} by the gate policy of ${stage}: ${window}, in ${timeZone}.`;
  return { code: 'FROZEN', detail, until, permission: 'policy:write', isPassable };
}

function untilText(until: Date | null): string {
  return until === null ? 'without an end in sight' : `until ${until.toISOString()}`;
}
