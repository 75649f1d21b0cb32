import { IsCount, IsOneOf } from '../../platform/http/fields.js';
import { type ExcludableActor } from '../../judging/policy/gate-policy.js';
import { EXCLUDABLE_ACTORS } from '../../judging/policy/gate-policy-schema.js';
import { type Approval, type ApprovalDemand, judgeApprovals, type Seat, seatName } from './approvals.js';
import { DECISION_BARS, type DecisionBar, type DecisionRight } from './decider.js';

/** One approval that is asked for. */
export class ApprovalSlotResponse {
  /** The role it is asked of, or the name of the group. */
  role: string;

  /** The group it is asked of; absent where a role is asked for. */
  group?: string;

  /** Who gave it; null while it lacks. */
  filledBy: string | null;
}

/** Approvals that are not given yet. */
export class LackingApprovalsResponse {
  /** The role they are asked of, or the name of the group. */
  role: string;

  /** The group they are asked of; absent where a role is asked for. */
  group?: string;

  /** How many are lacking. */
  @IsCount(1)
  count: number;
}

/** Somebody whose approval does not count. */
export class ExcludedActorResponse {
  /** Who. */
  subject: string;

  /** What makes the policy exclude them. */
  @IsOneOf(EXCLUDABLE_ACTORS)
  reason: ExcludableActor;
}

/** The approvals that a transition waits for, or waited for. */
export class ApprovalDemandResponse {
  /** Every approval asked for, with who gave it. */
  slots: ApprovalSlotResponse[];

  /** What is not given yet, by role. */
  lacking: LackingApprovalsResponse[];

  /** Whose approval does not count, and why. */
  excluded: ExcludedActorResponse[];
}

/** Whether the decision of the caller would be taken, were the ground of the transition as it was. */
export class MayDecideResponse {
  /** Whether it would. */
  allowed: boolean;

  /** Stable reason why not; null when it would. */
  @IsOneOf(DECISION_BARS)
  code: DecisionBar | null;

  /** The same for people. */
  reason: string | null;
}

/** What is asked for beside what is given. */
export function toDemandResponse(demand: ApprovalDemand, given: readonly Approval[]): ApprovalDemandResponse {
  const { slots } = judgeApprovals(demand, given);
  const lacking = new Map<string, LackingApprovalsResponse>();
  for (const { actor, ...seat } of slots) {
    if (actor !== null) continue;
    const count = (lacking.get(seatName(seat))?.count ?? 0) + 1;
    lacking.set(seatName(seat), { ...toSeatResponse(seat), count });
  }
  return {
    slots: slots.map(({ actor, ...seat }) => ({ ...toSeatResponse(seat), filledBy: actor })),
    lacking: [...lacking.values()],
    excluded: demand.excluded.map(({ subject, reason }) => ({ subject, reason })),
  };
}

function toSeatResponse({ role = '', group }: Seat): { role: string; group?: string } {
  return group === undefined ? { role } : { role: group, group };
}

export function toMayDecideResponse(right: DecisionRight): MayDecideResponse {
  return right.allowed
    ? { allowed: true, code: null, reason: null }
    : { allowed: false, code: right.code, reason: right.detail };
}
