import { guidesAt } from './problem-guide.js';

/** Providers of identities, and what their tokens are exchanged for. */
export const IDENTITY_GUIDES = {
  ...guidesAt('/api/v1/me', {
    IDENTITY_PROVIDER_AWAY: [
      'The token is of another issuer, and the service could not read its keys: the issuer does not answer, or its discovery names another one.',
      'Try again when the issuer answers. Its log says what went wrong; OIDC_JWKS_URL names the keys where discovery does not. Tokens of the service itself are taken all the while.',
      'The service cannot ask https://id.example for its keys now. Tokens of the service itself are taken as ever.',
      ['UNAUTHENTICATED'],
    ],
  }),
  ...guidesAt('/api/v1/trust-rules', {
    TRUST_RULE_NOT_FOUND: [
      'No trust rule has this id, or it was deleted, or the model that it is of was.',
      'Find the id in GET /api/v1/trust-rules, which filters by issuer.',
      'There is no trust rule 01936b2e-0000-7000-8000-000000000000.',
      ['INVALID_ID'],
    ],
  }),
  ...guidesAt('/api/v1/token-exchange', {
    TOKEN_EXCHANGE_REFUSED: [
      'The form asks for no exchange, or its token is not valid, is of another audience than the rules of its issuer ask for, or has claims that no trust rule fits.',
      'Compare the claims of the token with GET /api/v1/trust-rules: issuer and audience to the letter, and every claim of a rule. The log of the service says which check failed; the answer does not.',
      'The subject_token is not valid here, or no trust rule fits its claims.',
      ['UNAUTHENTICATED', 'IDENTITY_PROVIDER_AWAY'],
    ],
  }),
  ...guidesAt('/api/v1/sessions', {
    PROVIDER_NOT_FOUND: [
      'No issuer of this name is configured, or none that people sign in by.',
      'Give the issuer a client in OIDC_ISSUERS. GET /api/v1/console-settings names those that have one.',
      "No provider by whom people sign in is configured under the name 'company'.",
      ['SIGN_IN_REFUSED'],
    ],
  }),
};
