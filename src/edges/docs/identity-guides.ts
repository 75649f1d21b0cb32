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
};
