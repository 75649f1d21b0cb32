import { guidesAt } from './problem-guide.js';

/** Who may, how often, and what happened. */
export const ACCESS_GUIDES = {
  ...guidesAt('/api/v1/tokens', {
    UNAUTHENTICATED: [
      'The request carries no token, or one that is not of this service, has ended or was revoked.',
      'Send Authorization: Bearer and a token that stands. An administrator issues one by POST /api/v1/tokens; whoever runs the service makes the first by npm run token.',
      'Send a token in the header "Authorization: Bearer …".',
      ['FORBIDDEN'],
    ],
    FORBIDDEN: [
      'The caller is known, and none of its roles, by its token or by role bindings, has the permission that the route asks for, there where it asks for it.',
      'Ask somebody with one of the roles that the detail names, or have an administrator bind the role to you or issue a token that carries it. GET /api/v1/me/permissions says what you may do. The attempt is on record.',
      'Only contributor, admin may register versions; the caller has viewer here.',
      ['UNAUTHENTICATED', 'ROLE_REQUIRED', 'SELF_APPROVAL'],
    ],
    RATE_LIMITED: [
      'The principal sent more requests of this kind in a minute than its budget allows, or too many without a valid token came from one address.',
      'Wait as long as Retry-After says. RateLimit in every answer says what is left. Whoever runs the service sets the budgets by RATE_LIMIT_READS and its like.',
      'More than 60000 writes came in a minute. Try again in 12 s.',
      ['TOO_MANY_PREDICTION_JOBS', 'TOO_MANY_UPLOADS'],
    ],
    TOKEN_NOT_FOUND: [
      'No token that was issued here has this id.',
      'Find the id in GET /api/v1/tokens, which filters by subject; it is not the token itself.',
      'There is no token 01936b2e-0000-7000-8000-000000000000.',
      ['INVALID_ID'],
    ],
  }),
  ...guidesAt('/api/v1/audit-events/verification', {
    VERIFICATION_RUNNING: [
      'A verification of another part of the record is under way, and a process walks through it once at a time.',
      'Ask again when it has ended; GET /api/v1/audit-events/verification/progress says how far it is.',
      'A verification of another part of the record is running. Ask again when it has ended.',
      ['VERIFICATION_TOO_SOON'],
    ],
    VERIFICATION_TOO_SOON: [
      "The caller's last verification took long, and the next may begin after as long a rest.",
      'Wait as long as Retry-After says, or verify only what came since with from.',
      'Your last verification took long, and the next may begin after as long a rest. Try again in 40 s.',
      ['VERIFICATION_RUNNING'],
    ],
    VERIFICATION_NOT_FOUND: [
      'No verification has this id, or it ended some days ago.',
      'Start another one by POST /api/v1/audit-events/verifications.',
      "There is no verification '01936b2e-0000-7000-8000-000000000000'; one that ended is kept for some days.",
      ['VERIFICATION_UNDER_WAY'],
    ],
    VERIFICATION_UNDER_WAY: [
      'The registry verifies its record once at a time, and a verification is under way.',
      'Ask again after as long as Retry-After says, or follow the one that runs.',
      'A verification of the record is under way; the registry runs one at a time.',
      ['VERIFICATION_RUNNING'],
    ],
    EXPORTS_RUNNING: [
      'As many exports of the record are under way as the service carries at once, in all or of this caller.',
      'Ask again when one has ended. Use after to go on from where an earlier export ended.',
      '2 exports of yours are running. Ask again when one has ended.',
    ],
  }),
};
