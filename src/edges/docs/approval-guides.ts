import { guidesAt } from './problem-guide.js';

const ID = '01936b2e-0000-7000-8000-000000000000';

/** Decisions of persons: how they end, what they waive, and changes of policies. */
export const APPROVAL_GUIDES = {
  ...guidesAt(`/api/v1/transitions/${ID}/approvals`, {
    SERVICE_ACCOUNT: [
      'The token is of a service account, and what a machine decides is no second pair of eyes.',
      'Have a person decide, with a token or a session of their own.',
      'ci-deploy is a service account; a person decides, with a token of theirs.',
      ['SELF_APPROVAL', 'ROLE_REQUIRED'],
    ],
    REQUEST_EXPIRED: [
      'The request waited for its approvals longer than the policy allows, thirty days unless it says otherwise.',
      'Ask again; the version is judged anew.',
      'The request waited for its approvals until 2026-12-20T10:00:00.000Z. Ask again to be judged anew.',
      ['STALE_EVIDENCE', 'TRANSITION_FINAL'],
    ],
  }),
  ...guidesAt(`/api/v1/transitions/${ID}/approvals/mine`, {
    DECISION_NOT_FOUND: [
      'The caller has taken no decision on the transition, or withdrew it, or it does not count any more.',
      'Read the transition; its approvals say who decided, and where each decision stands.',
      `anna has no decision on transition ${ID} that counts.`,
      ['TRANSITION_FINAL'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/versions/4/waivers', {
    SELF_WAIVER: [
      'Who registered the version, asked for its promotion, or may not approve it does not waive what stands in its way.',
      'Have somebody else look at the evidence and grant the waiver.',
      'anna registered the version, and so does not waive what stands in its way.',
      ['SELF_APPROVAL', 'SERVICE_ACCOUNT'],
    ],
    WAIVERS_NOT_ALLOWED: [
      'The policy says that nothing is waived before this stage.',
      'Submit evidence that settles the rule, or have the policy changed.',
      'The policy allows no waivers for this stage.',
      ['NOT_WAIVABLE'],
    ],
    RULE_NOT_IN_POLICY: [
      'The policy in force has no rule of this id for the stage.',
      'Take the id of a rule from the gate report; rules inside a group are waived as the group.',
      'The policy has no rule "f1" for this stage; it has f1-floor, f1-no-fall.',
      ['NOTHING_TO_WAIVE'],
    ],
    NOT_WAIVABLE: [
      'The rule failed, or could not be judged for a fault. A waiver is for too little evidence alone.',
      'Mend the version or the evidence.',
      'The rule "f1-floor" is FAIL: f1 is 0.71, at least 0.8 is asked for. Only INCONCLUSIVE is waived.',
      ['GATES_REFUSED', 'WAIVERS_NOT_ALLOWED'],
    ],
    NOTHING_TO_WAIVE: [
      'The rule passed, was skipped, or only warns, so it keeps no version back.',
      'Read the gate report for the rules that are INCONCLUSIVE.',
      'The rule "f1-floor" is PASS, so it stands in no way.',
      ['RULE_NOT_IN_POLICY'],
    ],
    WAIVER_REASON_TOO_SHORT: [
      'The policy asks for a longer reason, since a waiver is read when something went wrong.',
      'Say what is missing, why it does not matter yet, and until when it will be there.',
      'The policy asks for a reason of at least 20 characters; this has 9.',
      ['WAIVER_TOO_LONG'],
    ],
    WAIVER_EXPIRY_PASSED: [
      'The waiver would have ended before it began.',
      'Give a time to come, or leave expiresAt out for the latest there is.',
      '2026-11-20T10:00:00.000Z is not to come.',
      ['WAIVER_TOO_LONG'],
    ],
    WAIVER_TOO_LONG: [
      'A waiver holds seven days at most, or fewer where the policy says so.',
      'Give an earlier time, and grant another waiver if it is still needed then.',
      'A waiver holds 7 days at most, until 2026-11-27T10:00:00.000Z.',
      ['WAIVER_EXPIRY_PASSED', 'WAIVER_REASON_TOO_SHORT'],
    ],
    ALREADY_WAIVED: [
      'The caller waives the rule already, on the same evidence and under the same policy; one person counts once.',
      'Have another person waive it, where the policy asks for several.',
      'anna waives the rule "f1-floor" already.',
      ['SELF_WAIVER'],
    ],
    WAIVER_NOT_FOUND: [
      'The version has no waiver of this id.',
      'List the waivers of the version.',
      `The version has no waiver '${ID}'.`,
      ['NOT_THE_GRANTOR'],
    ],
    NOT_THE_GRANTOR: [
      'A waiver is revoked by who granted it, or by an admin.',
      'Ask one of them to revoke it.',
      'The waiver was granted by anna; only they or an admin revoke it.',
      ['WAIVER_NOT_FOUND'],
    ],
  }),
  ...guidesAt(`/api/v1/policy-changes/${ID}/approvals`, {
    POLICY_CHANGE_NOT_FOUND: [
      'There is no change of a policy of this id, or its model was deleted.',
      'List the changes of policies.',
      `There is no change of a policy '${ID}'.`,
      ['POLICY_CHANGE_FINAL'],
    ],
    POLICY_CHANGE_FINAL: [
      'The change was applied, rejected, cancelled, or ended since the policy had changed.',
      'Read the change; to change the policy still, set it anew.',
      `The change ${ID} is applied; only one that awaits approval can be decided or cancelled.`,
      ['POLICY_CHANGE_OPEN', 'STALE_POLICY'],
    ],
    POLICY_CHANGE_OPEN: [
      'Another change of the same policy awaits approval, and the second would rest on what may not hold any more.',
      'Have the open one decided, or cancel it; the detail names it.',
      `The change ${ID} by root awaits approval. Have it decided or cancelled first.`,
      ['POLICY_CHANGE_FINAL'],
    ],
    NOT_THE_AUTHOR: [
      'A change of a policy is cancelled by its author, or by an admin; others reject it.',
      'Reject it, or ask one of them.',
      'The change was asked for by root; only they or an admin cancel it.',
      ['POLICY_CHANGE_FINAL'],
    ],
  }),
};
