import { type Problem, problemKind } from '../../platform/http/problem.js';
import { type Permission, PERMISSIONS, rolesWith } from '../../platform/access/permission.js';

const UNAUTHENTICATED = problemKind(401, 'UNAUTHENTICATED', 'The caller is unknown');
const FORBIDDEN = problemKind(403, 'FORBIDDEN', 'The caller may not do this');
const RATE_LIMITED = problemKind(429, 'RATE_LIMITED', 'Too many requests came in a minute');
const TOKEN_NOT_FOUND = problemKind(404, 'TOKEN_NOT_FOUND', 'The token does not exist');

/** Says no more than RFC 6750 asks for: which check a token failed would only help a forger. */
export function unauthenticated(reason: 'missing' | 'invalid'): Problem {
  return reason === 'missing'
    ? UNAUTHENTICATED('Send a token in the header "Authorization: Bearer …".', {
        headers: { 'WWW-Authenticate': 'Bearer realm="stagegate"' },
      })
    : UNAUTHENTICATED(
        'The token is not valid here, has expired or was revoked; or the clocks of its issuer and of this service differ.',
        {
          headers: { 'WWW-Authenticate': 'Bearer realm="stagegate", error="invalid_token"' },
        },
      );
}

export function forbidden(permission: Permission, roles: readonly string[]): Problem {
  const needed = rolesWith(permission).join(', ');
  const held = roles.length === 0 ? 'no role' : roles.join(', ');
  const detail = `Only ${needed} may ${PERMISSIONS[permission]}; the caller has ${held} here.`;
  return FORBIDDEN(detail, { extensions: { permission } });
}

export function tokenNotFound(id: string): Problem {
  return TOKEN_NOT_FOUND(`There is no token ${id}.`);
}

export function tooManyRequests(budget: string, perMinute: number, seconds: number): Problem {
  const headers = { 'Retry-After': String(seconds) };
  return RATE_LIMITED(`More than ${perMinute} ${budget} came in a minute. Try again in ${seconds} s.`, { headers });
}
