import { type Problem, problemKind } from '../../platform/http/problem.js';

const SESSION_ENDED = problemKind(401, 'SESSION_ENDED', 'The session has ended');
const SIGN_IN_REFUSED = problemKind(401, 'SIGN_IN_REFUSED', 'Nobody is signed in by this');
const CROSS_SITE_REQUEST = problemKind(403, 'CROSS_SITE_REQUEST', 'Another site asked for the change');
const HOST_UNKNOWN = problemKind(421, 'HOST_UNKNOWN', 'The service does not answer to this name');
const SESSION_NOT_FOUND = problemKind(404, 'SESSION_NOT_FOUND', 'The session does not exist');

const PROVIDER_NOT_FOUND = problemKind(404, 'PROVIDER_NOT_FOUND', 'Nobody signs in by this provider');

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="stagegate"' };

/** Also the answer to a cookie that was never valid: to say which would only help somebody who guesses. */
export function sessionEnded(cookie: string): Problem {
  return SESSION_ENDED('The session has ended, or its token was revoked or has expired. Sign in again.', {
    headers: { ...CHALLENGE, 'Set-Cookie': cookie },
  });
}

export function signInRefused(detail: string): Problem {
  return SIGN_IN_REFUSED(detail, { headers: CHALLENGE });
}

export function crossSiteRequest(): Problem {
  return CROSS_SITE_REQUEST(
    'A change by a session is taken from a page of this very service: the header Sec-Fetch-Site must be same-origin, or, where ' +
      'there is none, Origin the address that the service is reached by. Programs send a token instead of a cookie.',
  );
}

export function hostUnknown(host: string | undefined): Problem {
  return HOST_UNKNOWN(
    `Nobody is signed in under the name ${host ?? '(none)'}. Name the address that people open in STAGEGATE_PUBLIC_URL.`,
  );
}

export function sessionNotFound(): Problem {
  return SESSION_NOT_FOUND('There is no such session, or it has ended, or it is not yours.');
}

export function providerNotFound(name: string): Problem {
  return PROVIDER_NOT_FOUND(`No provider by whom people sign in is configured under the name '${name}'.`);
}
