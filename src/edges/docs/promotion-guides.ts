import { guidesAt } from './problem-guide.js';

/** Policies, judgements, changes of stage, and their approval. */
export const PROMOTION_GUIDES = {
  ...guidesAt('/api/v1/models/churn/versions/4/transitions', {
    GATES_REFUSED: [
      'The gate policy judged the version, and a measure failed or could not be decided; this is an outcome, on record, not a fault.',
      'Read gateReport: each measure says by how much it failed, on which slice, and how many rows would decide it. Mend the version, or send the evidence that is missing, and ask again.',
      'The gates refused version 4: f1 on region=south fell by 1.2 points, 0.5 are allowed.',
      ['NEW_EVALUATION_REQUIRED', 'STALE_EVIDENCE', 'EVIDENCE_NOT_FOUND'],
    ],
    ILLEGAL_TRANSITION: [
      'The lifecycle has no such move from the stage where the version is.',
      'Take the way that the detail names; a version goes to Staging before Production unless the policy has allowSkipStaging.',
      "Version 4 of 'churn' is in None; the policy has no allowSkipStaging, so it goes to Staging first.",
      ['NEVER_IN_PRODUCTION', 'VERSION_QUARANTINED'],
    ],
    NEVER_IN_PRODUCTION: [
      'A rollback named a version that never held Production, so it would bypass the gates.',
      'Roll back to a version that did, or promote this one, which the gates then judge.',
      "Version 4 of 'churn' never held Production, so there is nothing to roll back to; promote it instead.",
      ['NO_ROLLBACK_TARGET'],
    ],
    REASON_REQUIRED: [
      'The move is one that asks for a reason, and none was given.',
      'Send reason, a sentence that somebody understands who reads the record in a year.',
      'To rollback a version, say why in "reason".',
    ],
    PRODUCTION_WOULD_BE_EMPTY: [
      'The move takes the version out of Production and leaves nothing there.',
      'Promote another version, or roll back; to leave Production empty on purpose, send "allowEmptyProduction": true.',
      'Version 4 of \'churn\' is in Production, and nothing would replace it. Promote or roll back to another version, or say "allowEmptyProduction": true.',
      ['MODEL_IN_PRODUCTION', 'STAGE_EMPTY'],
    ],
    VERSION_QUARANTINED: [
      'The version is in quarantine, where nothing can be promoted from or rolled back to.',
      'Take another version, or have it released from quarantine by someone who may, with a reason.',
      "Version 4 of 'churn' is quarantined: Trained on leaked test data.",
      ['ALREADY_QUARANTINED', 'NOT_QUARANTINED'],
    ],
    NEW_EVALUATION_REQUIRED: [
      'The version was rolled back, and what was known of it then is not enough to promote it again.',
      'Evaluate it again, then ask again.',
      "Version 4 of 'churn' was rolled back; it needs a new evaluation before it is promoted again.",
      ['GATES_REFUSED'],
    ],
    ARTIFACT_DIGEST_MISMATCH: [
      'The digest of the artifact is not the one that was judged or approved.',
      'Register the changed artifact as a new version and have that judged.',
      'The artifact digest is not the one the request was judged with.',
      ['DIGEST_MISMATCH'],
    ],
    TRANSITION_OPEN: [
      'The same change of stage was asked for before and awaits approval.',
      'Wait for its decision, or cancel it; the answer holds it as transition.',
      'Transition 01936b2e-0000-7000-8000-000000000000 asks for the same and awaits approval.',
      ['TRANSITION_FINAL'],
    ],
  }),
  ...guidesAt('/api/v1/transitions/01936b2e-0000-7000-8000-000000000000/approvals', {
    STALE_INCUMBENT: [
      'Another version came into Production after the request was judged, so the comparison no longer holds.',
      'Look at what is in Production now and ask for the promotion again; it is judged against that.',
      'Production changed since the request: it holds version 5 now. Ask again to be judged anew.',
      ['STALE_STAGE', 'STALE_POLICY', 'STALE_EVIDENCE'],
    ],
    STALE_STAGE: [
      'The version changed its stage after the request was made.',
      'Read the version, and ask again if the move still makes sense.',
      'The version moved from Staging to Archived since the request.',
      ['STALE_INCUMBENT'],
    ],
    STALE_POLICY: [
      'The gate policy was changed after the request was judged.',
      'Ask again: the version is judged by the policy of now.',
      'The gate policy changed since the request. Ask again to be judged by the new one.',
      ['STALE_INCUMBENT', 'STALE_EVIDENCE'],
    ],
    STALE_EVIDENCE: [
      'Newer evidence came in after the request was judged, and with it the judgement is another.',
      'Read the new report and ask again.',
      'There is newer evidence than the request was judged on. Ask again to be judged on it.',
      ['STALE_INCUMBENT', 'GATES_REFUSED'],
    ],
    SELF_APPROVAL: [
      'The policy excludes who registered the version, asked for the move or submitted its evidence from the decision, an administrator as well.',
      'Have somebody else approve it; the attempt is on record.',
      'Who is excluded by the policy does not decide: who registered the version, who asked for it.',
      ['ROLE_REQUIRED', 'FORBIDDEN'],
    ],
    ROLE_REQUIRED: [
      'The policy asks for an approval in a role that the token does not carry.',
      'Have somebody approve whose token carries the approval role that the detail names.',
      'An approval needs one of the roles risk-office.',
      ['SELF_APPROVAL', 'FORBIDDEN'],
    ],
    ALREADY_DECIDED: [
      'The same person has approved or rejected this request before, and each decides once.',
      'Nothing is left to do for this person; another one may decide.',
      'anna has decided on this already.',
      ['TRANSITION_FINAL'],
    ],
    NO_APPROVAL_NEEDED: [
      'The transition needs no approval, so there is nothing to decide.',
      'Read the transition: it was applied when it was asked for, or was refused.',
      'The policy asks for no approval of this transition.',
      ['TRANSITION_FINAL'],
    ],
    TRANSITION_FINAL: [
      'The transition has its outcome: it was applied, refused, rejected, cancelled or went stale.',
      'Read the transition, and ask anew if the move is still wanted.',
      'Transition 01936b2e-0000-7000-8000-000000000000 is applied; only one that awaits approval can be decided or cancelled.',
      ['ALREADY_DECIDED', 'STALE_INCUMBENT'],
    ],
    TRANSITION_NOT_FOUND: [
      'No transition has this id.',
      'Take the id from the answer to the request, or from GET /api/v1/transitions?status=awaiting_approval.',
      "There is no transition '01936b2e-0000-7000-8000-000000000000'.",
      ['INVALID_ID'],
    ],
    NOT_THE_REQUESTER: [
      'Someone other than the one who asked for it wants to cancel it.',
      'Have the requester or an administrator cancel it; an approver rejects it instead.',
      'The transition was asked for by anna; only they or an admin cancel it.',
      ['FORBIDDEN'],
    ],
    REPORT_MISMATCH: [
      'The decision named a gate report by expectedReportDigest, and the request rests on another one by now.',
      'Look at the request and its report again, and decide with the digest that it has now.',
      'The transition rests on another gate report than the one that was looked at. Look at it again before you decide.',
      ['STALE_EVIDENCE', 'STALE_INCUMBENT'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/rollback', {
    NO_ROLLBACK_TARGET: [
      'No earlier good version of Production is left to roll back to.',
      'Name one with toVersion that held Production and is not quarantined, or promote another version.',
      'Model \'churn\' has no earlier good Production version. With "toVersion", any may return that held Production before and is not quarantined.',
      ['NEVER_IN_PRODUCTION', 'VERSION_QUARANTINED'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/gate-policy', {
    INVALID_POLICY: [
      'The policy has an unknown field, contradicts itself, or speaks of a metric whose direction nobody stated.',
      'The member errors names each fault with its place, and often what was meant. Check a policy before it is set with stagegate policy check.',
      'The field "maxRegresion" is not known here. Did you mean "maxRegression"? (and 1 more)',
      ['VALIDATION_FAILED', 'POLICY_REVISION_NOT_FOUND'],
    ],
    POLICY_REVISION_NOT_FOUND: [
      'The policy has no revision of this number.',
      'Look at GET /api/v1/models/{model}/gate-policy/revisions, which begins with the newest.',
      "The gate policy of model 'churn' has no revision 7.",
      ['INVALID_NUMBER'],
    ],
  }),
  ...guidesAt('/api/v1/gate-reports/01936b2e-0000-7000-8000-000000000000', {
    GATE_REPORT_NOT_FOUND: [
      'No gate report has this id.',
      'Take the id from a transition, or from the audit event of the judgement.',
      "There is no gate report '01936b2e-0000-7000-8000-000000000000'.",
      ['TRANSITION_NOT_FOUND'],
    ],
    REPLAY_DIFFERS: [
      'Judged again from what it was judged on, the report does not come out as it is stored.',
      'Look at difference. With cause method the judging has another version since; otherwise the report or its evidence was changed, and the record should be verified.',
      "Gate report '01936b2e-0000-7000-8000-000000000000' does not come out again as it is stored, first at /verdict. The report, or what it was judged on, was changed.",
      ['VERIFICATION_RUNNING'],
    ],
  }),
  ...guidesAt('/api/v1/gate-policy/back-test-jobs', {
    BACK_TEST_UNDER_WAY: [
      'You asked for a back-test of the same model, or of the registry, that has not ended yet.',
      'Wait for it, or cancel it.',
      'You have a back-test of this under way. Wait for it, or cancel it.',
      ['TOO_MANY_BACK_TESTS'],
    ],
    TOO_MANY_BACK_TESTS: [
      'Three back-tests of one person, or a hundred of all, have not ended yet.',
      'Wait for one of them to end, or cancel it. Those under way take turns.',
      'You have 3 back-tests under way, which is as many as there may be. Wait for one of them to end.',
      ['BACK_TEST_UNDER_WAY'],
    ],
    BACK_TEST_NOT_FOUND: [
      'There is no back-test of this id, or it ended longer ago than `RETENTION_JOB_DAYS`, 30 unless set.',
      'Start it again; the decisions it judges are kept.',
      'There is no back-test 01936b2e-0000-7000-8000-000000000000; one that ended is kept for a time.',
      ['BACK_TEST_UNDER_WAY'],
    ],
  }),
};
