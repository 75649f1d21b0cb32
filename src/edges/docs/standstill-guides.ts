import { guidesAt } from './problem-guide.js';

/** What keeps models as they are for a while, and the way past the gates. */
export const STANDSTILL_GUIDES = {
  ...guidesAt('/api/v1/models/churn/versions/4/transitions', {
    FROZEN: [
      'A freeze holds now, set for the registry or the model, or a window of the gate policy; nothing is promoted in it.',
      'Wait until the time in until, or have somebody end the freeze who may; rollbacks go on, and an emergency is a case for break-glass.',
      'Frozen until 2026-12-27T23:00:00.000Z by "Christmas": Nobody is on call.',
      ['ON_HOLD', 'REVIEW_OVERDUE'],
    ],
    ON_HOLD: [
      'The model is on hold since a rollback, or because somebody put it there, and nothing of it is promoted to Production.',
      'Find out what went wrong, then have a person lift the hold with DELETE /models/{model}/hold and a reason.',
      'The model is on hold since 2026-11-20T10:00:00.000Z, set by anna: Rolled back to version 3: Complaints.',
      ['FROZEN', 'REVIEW_OVERDUE'],
    ],
    REVIEW_OVERDUE: [
      'A version of the model passed the gates in an emergency, and the review of that should be closed by now.',
      'Have another person than the one who asked for it look at the transition, and close the review.',
      'Version 3 passed the gates in an emergency, and its review 01936b2e-0000-7000-8000-000000000000 was due at 2026-11-20T10:00:00.000Z.',
      ['REVIEW_NOT_FOUND', 'OWN_REVIEW'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/versions/4/break-glass', {
    REASON_TOO_SHORT: [
      'The gate policy asks for a longer reason of an emergency.',
      'Say what happens, whom it harms and why it cannot wait.',
      'The policy asks for a reason of at least 30 characters.',
      ['TICKET_REQUIRED'],
    ],
    TICKET_REQUIRED: [
      'The gate policy asks for the ticket of an emergency, and none was named.',
      'Send ticket, the number under which the emergency is dealt with.',
      'The policy asks for the ticket of the emergency; send it as "ticket".',
      ['REASON_TOO_SHORT'],
    ],
    OVERRIDE_DISABLED: [
      'The gate policy of the stage says that there is no way past its gates.',
      'Roll back, or mend the version and let the gates judge it.',
      'The policy has no way past the gates of Production.',
      ['NOT_OVERRIDABLE'],
    ],
    OVERRIDE_NOT_NEEDED: [
      'Nothing stands in the way of the promotion, so there is nothing to get past.',
      'Ask for the transition as usual.',
      'Nothing stands in the way; ask for the transition instead.',
    ],
    NOT_OVERRIDABLE: [
      'What stands in the way says that the evidence contradicts itself or compares nothing, or the policy names it as never to be passed.',
      'Mend the evidence and submit it again; of an emergency, a rollback is the way out.',
      'Nobody gets past SELF_COMPARISON (challenger and incumbent are one artifact)',
      ['OVERRIDE_DISABLED', 'VERSION_QUARANTINED'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/hold', {
    HOLD_NOT_FOUND: [
      'The model is not on hold: it never was, or a person has lifted it.',
      'Nothing is to be done.',
      "Model 'churn' is not on hold.",
      ['ON_HOLD'],
    ],
    PERSON_REQUIRED: [
      'The token of a service asked for what a person has to answer for.',
      'Have a person do it with a token of their own.',
      'A hold is lifted by a person, not by a service.',
    ],
  }),
  ...guidesAt('/api/v1/freezes/01936b2e-0000-7000-8000-000000000000', {
    FREEZE_NOT_FOUND: [
      'There is no freeze of this id.',
      'Take the id of the list of freezes.',
      "There is no freeze '01936b2e-0000-7000-8000-000000000000'.",
    ],
    FREEZE_ENDED: [
      'Somebody has ended the freeze already.',
      'Nothing is to be done; GET of the freeze says who did and when.',
      'Freeze 01936b2e-0000-7000-8000-000000000000 was ended by anna already.',
    ],
  }),
  ...guidesAt('/api/v1/freezes', {
    TOO_MANY_FREEZES: [
      'As many freezes hold or are to come as there may be: 100 of the registry, 100 of a model, and 2000 of models in all.',
      'End those that nobody needs; one freeze may recur, and may hold for many models.',
      '100 freezes of the registry hold or are to come, which is as many as there may be. End some of them first.',
    ],
  }),
  ...guidesAt('/api/v1/freezes/calendar', {
    CALENDAR_TOO_LONG: [
      'The calendar was asked for too much time, or for none.',
      'Ask for at most 400 days, with from before to.',
      'A calendar runs from a time to a later one, and over at most 400 days.',
    ],
  }),
  ...guidesAt('/api/v1/reviews/01936b2e-0000-7000-8000-000000000000/close', {
    REVIEW_NOT_FOUND: [
      'There is no review of this id, or its model was deleted.',
      'Take the id of the list of reviews.',
      "There is no review '01936b2e-0000-7000-8000-000000000000'.",
    ],
    REVIEW_CLOSED: [
      'Somebody has closed the review already.',
      'Nothing is to be done; GET of the review says what it came to.',
      'Review 01936b2e-0000-7000-8000-000000000000 was closed by anna already.',
    ],
    OWN_REVIEW: [
      'Whoever asked for the gates to be passed does not judge whether that was right.',
      'Have another person close the review.',
      'ben asked for the gates to be passed; another person closes the review.',
      ['SELF_APPROVAL'],
    ],
  }),
};
