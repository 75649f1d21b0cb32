import { guidesAt } from './problem-guide.js';

/** Signing in to the console, and its files. */
export const CONSOLE_GUIDES = {
  ...guidesAt('/api/v1/sessions', {
    SIGN_IN_REFUSED: [
      'The code of the sign-in link was used already, is older than ten minutes or came from another machine; or the token does not stand.',
      'Start the service again for a new link, or sign in with a token that stands.',
      'The token is not valid here, has expired or was revoked.',
      ['UNAUTHENTICATED', 'SESSION_ENDED'],
    ],
    SESSION_ENDED: [
      'The session was ended, reached its end or was idle for too long, or the token that it began with was revoked or has expired.',
      'Sign in again. Whoever runs the service sets the times by SESSION_IDLE_SECONDS and SESSION_SECONDS.',
      'The session has ended, or its token was revoked or has expired. Sign in again.',
      ['SIGN_IN_REFUSED'],
    ],
    CROSS_SITE_REQUEST: [
      'A browser sent the cookie of a session with a change that no page of this service asked for.',
      'Programs send a token in the header Authorization. Behind a proxy, name the address that people open in STAGEGATE_PUBLIC_URL.',
      'A change by a session is taken from a page of this very service.',
      ['HOST_UNKNOWN'],
    ],
    HOST_UNKNOWN: [
      'Somebody signs in under a name that the service does not know for its own, as an attack by name resolution would.',
      'Name the address that people open in STAGEGATE_PUBLIC_URL.',
      'Nobody is signed in under the name registry.example. Name the address that people open in STAGEGATE_PUBLIC_URL.',
      ['CROSS_SITE_REQUEST'],
    ],
    SESSION_NOT_FOUND: [
      'No session that the caller may see has this id, or it has ended.',
      'List the sessions by GET /api/v1/sessions.',
      'There is no such session, or it has ended, or it is not yours.',
      ['SESSION_ENDED'],
    ],
  }),
  ...guidesAt('/console/assets/main.js', {
    CONSOLE_NOT_BUILT: [
      'The service was started from a checkout in which the console was not built.',
      'Build it by npm run build, which npm start does by itself. The API works without it.',
      'Build it by "npm run build"; the API is at /api/v1, its pages at /docs.',
    ],
    ASSET_NOT_FOUND: [
      'A page of an earlier release asks for a file that the release in its place does not have.',
      'Load the page again, which fetches the newer console whole.',
      'There is no such file; a newer console was put in its place. Load it again.',
    ],
  }),
  ...guidesAt('/api/v1/examples/census-income', {
    EXAMPLE_NOT_OFFERED: [
      'The service works on a database of your own, into which no example is written.',
      'Start a service without DATABASE_URL, or run npm run demo.',
      'Only a service with the embedded database loads it; "npm run demo" starts one.',
    ],
  }),
};
