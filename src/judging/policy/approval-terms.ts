import { durationMs } from '../kinds/soak/duration.js';
import { type ApprovalsPolicy, type ApprovalSlot, type StagePolicy, type WaiversPolicy } from './gate-policy.js';
import { USUAL_WAIVERS } from './gate-policy-presets.js';
import { type StageDocument } from './gate-policy-schema.js';
import { type PolicyError, policyError } from './policy-error.js';

const APPROVALS_EXPIRE = 'P7D';
const REQUESTS_EXPIRE = 'P30D';

/** Milliseconds for which an approval counts, gates.md §1.13. */
export function approvalLifetimeMs({ expireAfter }: ApprovalsPolicy): number {
  return durationMs(expireAfter ?? APPROVALS_EXPIRE);
}

/** Milliseconds for which a request waits for its approvals. */
export function requestLifetimeMs({ requestsExpireAfter }: ApprovalsPolicy): number {
  return durationMs(requestsExpireAfter ?? REQUESTS_EXPIRE);
}

/** Who may waive, also where the policy says nothing of it. */
export function waiverTerms(stage: Pick<StagePolicy, 'waivers'> | undefined): WaiversPolicy {
  return stage?.waivers ?? USUAL_WAIVERS;
}

/** Tells slots apart: the role or the group that an approval is asked of. */
export function slotName({ role, group }: Pick<ApprovalSlot, 'role' | 'group'>): string {
  return group === undefined ? (role ?? '') : `group ${group}`;
}

/** What a block on approvals may not say. */
export function approvalFaults(approvals: StageDocument['approvals'], path: readonly string[]): PolicyError[] {
  if (approvals === undefined) return [];
  const { slots = [], serviceAccounts, dismissOnNewEvaluation } = approvals;
  const named = slots.flatMap(({ role, group }, at) =>
    (role === undefined) === (group === undefined)
      ? [policyError([...path, 'slots', at], 'ROLE_OR_GROUP', 'A slot names either a role or a group.')]
      : [],
  );
  const machines =
    serviceAccounts === true
      ? [policyError([...path, 'serviceAccounts'], 'MACHINES_APPROVE_NOTHING', 'Service accounts approve nothing.')]
      : [];
  const kept =
    dismissOnNewEvaluation === false
      ? [policyError([...path, 'dismissOnNewEvaluation'], 'APPROVALS_ARE_BOUND', BOUND)]
      : [];
  return [...named, ...machines, ...kept, ...durationFaults(approvals, path)];
}

const BOUND = 'An approval is bound to the evidence that was looked at, and new evidence dismisses it.';

function durationFaults(approvals: NonNullable<StageDocument['approvals']>, path: readonly string[]): PolicyError[] {
  return (['expireAfter', 'requestsExpireAfter'] as const).flatMap((field) => {
    const duration = approvals[field];
    if (duration === undefined || durationMs(duration) > 0) return [];
    return [policyError([...path, field], 'TOO_SHORT', 'What ends at once can never be used; give it some time.')];
  });
}

/** Of two scopes the stricter demand: every slot of both, and the shorter time. */
export function stricterExpiry(
  a: ApprovalsPolicy,
  b: ApprovalsPolicy,
): Pick<ApprovalsPolicy, 'expireAfter' | 'requestsExpireAfter'> {
  const shorter = (one: string | undefined, other: string | undefined, usual: string): string | undefined => {
    if (one === other) return one;
    const [first, second] = [one ?? usual, other ?? usual];
    return durationMs(first) <= durationMs(second) ? first : second;
  };
  const expireAfter = shorter(a.expireAfter, b.expireAfter, APPROVALS_EXPIRE);
  const requestsExpireAfter = shorter(a.requestsExpireAfter, b.requestsExpireAfter, REQUESTS_EXPIRE);
  return {
    ...(expireAfter === undefined ? {} : { expireAfter }),
    ...(requestsExpireAfter === undefined ? {} : { requestsExpireAfter }),
  };
}

/** Of two scopes the stricter terms; a scope without terms has the usual ones. */
export function stricterWaivers(
  a: WaiversPolicy | undefined,
  b: WaiversPolicy | undefined,
): Pick<StagePolicy, 'waivers'> {
  if (a === undefined || b === undefined) return (a ?? b) === undefined ? {} : { waivers: (a ?? b)! };
  return {
    waivers: {
      allowFor: a.allowFor.filter((status) => b.allowFor.includes(status)),
      approvals: Math.max(a.approvals, b.approvals),
      maxTtlDays: Math.min(a.maxTtlDays, b.maxTtlDays),
      reasonMinLength: Math.max(a.reasonMinLength, b.reasonMinLength),
    },
  };
}
