import { IsCount, IsOneOf } from '../../platform/http/fields.js';
import { type ExcludableActor } from '../../judging/policy/gate-policy.js';
import { EXCLUDABLE_ACTORS } from '../../judging/policy/gate-policy-schema.js';
import { type ApprovalDemand, judgeApprovals } from './approvals.js';
import { approvalsOf, DECISION_BARS, type DecisionBar, type DecisionRight } from './right-to-decide.js';
import { type TransitionRow } from './transition-row.js';

/** One approval that is asked for. */
export class ApprovalSlotResponse {
  /** The role it is asked of. */
  role: string;

  /** Who gave it; null while it lacks. */
  filledBy: string | null;
}

/** Approvals that are not given yet. */
export class LackingApprovalsResponse {
  /** The role they are asked of. */
  role: string;

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

export function toApprovalDemandResponse(
  demand: ApprovalDemand | null,
  row: Pick<TransitionRow, 'approvals'>,
): ApprovalDemandResponse | null {
  if (demand === null) return null;
  const { slots } = judgeApprovals(demand, approvalsOf(row));
  const lacking = new Map<string, number>();
  for (const { role, actor } of slots) if (actor === null) lacking.set(role, (lacking.get(role) ?? 0) + 1);
  return {
    slots: slots.map(({ role, actor }) => ({ role, filledBy: actor })),
    lacking: [...lacking].map(([role, count]) => ({ role, count })),
    excluded: demand.excluded.map(({ subject, reason }) => ({ subject, reason })),
  };
}

export function toMayDecideResponse(right: DecisionRight): MayDecideResponse {
  return right.allowed
    ? { allowed: true, code: null, reason: null }
    : { allowed: false, code: right.code, reason: right.detail };
}
