import { type StagePolicy } from '../../judging/policy/gate-policy.js';
import { demandApprovals, type ExcludedActor, type TransitionActors } from '../approvals/approvals.js';
import { POLICY_CHANGE_APPROVALS } from '../../judging/policy/gate-policy-presets.js';

/** Who waives nothing: whoever registered the version or asks for its promotion, and whoever may not approve it. */
export function excludedFromWaiving(stage: StagePolicy | undefined, actors: TransitionActors): ExcludedActor[] {
  const policy = stage?.approvals ?? POLICY_CHANGE_APPROVALS;
  const excludeActors = [...new Set([...policy.excludeActors, 'registrant', 'requester'] as const)];
  return demandApprovals({ ...policy, excludeActors }, actors).excluded;
}
