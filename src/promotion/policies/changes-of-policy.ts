import { requestLifetimeMs } from '../../judging/policy/approval-terms.js';
import { type ApprovalsPolicy, type GatePolicy } from '../../judging/policy/gate-policy.js';
import { canonicalJson } from '../../values/canonical-json.js';
import { type HolderRow, rightsLeft } from '../approvals/right-holder.js';
import { type Approval, type ApprovalDecision, type ApprovalDemand, demandApprovals } from '../approvals/approvals.js';

/** Who must approve a change of this policy; null where nobody must. */
export function changeApprovals({ policyChanges }: GatePolicy): ApprovalsPolicy | null {
  return policyChanges && policyChanges.approvals.slots.length > 0 ? policyChanges.approvals : null;
}

/** What a change waits for; its author never approves it, whatever the policy says. */
export function demandForChange(policy: ApprovalsPolicy, author: string, at: Date): ApprovalDemand {
  const excludeActors = [...new Set([...policy.excludeActors, 'requester'] as const)];
  const actors = { registrant: null, requester: author, evaluator: [], policyAuthor: [] };
  const expiresAt = new Date(at.getTime() + requestLifetimeMs(policy)).toISOString();
  return { ...demandApprovals({ ...policy, excludeActors }, actors), expiresAt };
}

interface GivenDecision {
  decidedBy: string;
  roles: readonly string[];
  groups: readonly string[];
  decision: ApprovalDecision;
  expiresAt: string | null;
  /** When its person took it back; null while nobody did. */
  withdrawnAt: string | null;
  /** What became of the rights of its person since; null when nothing did. */
  holder: HolderRow | null;
}

/** The decisions that count at a time, each with the roles and groups that its person has still. */
export function countedDecisions(given: readonly GivenDecision[], at: Date): Approval[] {
  return given
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .filter(({ expiresAt, holder }) => !holder?.isOut && (expiresAt === null || Date.parse(expiresAt) > at.getTime()))
    .map((row) => ({ actor: row.decidedBy, ...rightsLeft(row), decision: row.decision }));
}

/** Whether the revisions that a change rests on are those that hold. */
export function isBasedOn(basedOn: readonly object[], holding: readonly object[]): boolean {
  return canonicalJson(basedOn) === canonicalJson(holding);
}
