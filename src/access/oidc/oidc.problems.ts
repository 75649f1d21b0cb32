import { type Problem, problemKind } from '../../platform/http/problem.js';

const IDENTITY_PROVIDER_AWAY = problemKind(503, 'IDENTITY_PROVIDER_AWAY', 'The identity provider does not answer');

const RETRY_SECONDS = 5;

export function identityProviderAway(issuer: string): Problem {
  return IDENTITY_PROVIDER_AWAY(
    `The service cannot ask ${issuer} for its keys now. Tokens of the service itself are taken as ever.`,
    { headers: { 'Retry-After': String(RETRY_SECONDS) } },
  );
}
