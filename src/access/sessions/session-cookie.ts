/** Of these names a browser takes the first from a secure origin alone, and never from another host of the domain. */
const SECURE_NAME = '__Host-stagegate';
const PLAIN_NAME = 'stagegate';

export function cookieName(isSecure: boolean): string {
  return isSecure ? SECURE_NAME : PLAIN_NAME;
}

/**
 * The value of the session's cookie; undefined where there is none, and where there are several: one of them is somebody
 * else's, and nothing tells which.
 */
export function readCookie(header: string | undefined, isSecure: boolean): string | undefined {
  const prefix = `${cookieName(isSecure)}=`;
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
  return values.length === 1 ? values[0] : undefined;
}

/** The header Set-Cookie that begins a session; without a value, the one that ends it. */
export function setCookie(isSecure: boolean, value = '', seconds = 0): string {
  const parts = [`${cookieName(isSecure)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`];
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ');
}
