/** Of these names a browser takes the first from a secure origin alone, and never from another host of the domain. */
const SECURE_PREFIX = '__Host-';

/** Cookies of the service: that of a session, and that of a sign-in by a provider while it is under way. */
const COOKIES = { session: 'stagegate', signIn: 'stagegate-sign-in' } as const;
export type CookieOf = keyof typeof COOKIES;

function cookieName(isSecure: boolean, of: CookieOf = 'session'): string {
  return `${isSecure ? SECURE_PREFIX : ''}${COOKIES[of]}`;
}

/**
 * The value of a cookie; undefined where there is none, and where there are several: one of them is somebody else's, and
 * nothing tells which.
 */
export function readCookie(
  header: string | undefined,
  isSecure: boolean,
  of: CookieOf = 'session',
): string | undefined {
  const prefix = `${cookieName(isSecure, of)}=`;
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
  return values.length === 1 ? values[0] : undefined;
}

/** The header Set-Cookie that gives a cookie; without a value, the one that takes it back. */
export function setCookie(isSecure: boolean, value = '', seconds = 0, of: CookieOf = 'session'): string {
  const parts = [`${cookieName(isSecure, of)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`];
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ');
}
