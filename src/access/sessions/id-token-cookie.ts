/** By this a provider knows whom it signs out; it goes to the one address that leads there, and to no other. */
const NAME = 'stagegate-id-token';

/** Browsers keep no cookie that is longer than 4096 bytes with its name. A token with more groups than that is not kept. */
const LONGEST = 3_900;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

interface Kept {
  path: string;
  isSecure: boolean;
  seconds: number;
}

/**
 * The header Set-Cookie that has a browser keep the token of its provider, so that nothing of it is stored here; without one, or with
 * one that is too long, the header that takes it back. No other site makes a browser send it.
 */
export function keepIdToken(token: string | undefined, { path, isSecure, seconds }: Kept): string {
  const isKept = token !== undefined && token.length <= LONGEST;
  const age = isKept ? seconds : 0;
  const parts = [`${NAME}=${isKept ? token : ''}`, `Path=${path}`, 'HttpOnly', 'SameSite=Strict', `Max-Age=${age}`];
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ');
}

/** The token that a browser sends back; undefined when it is no token, and when there are several. */
export function readIdToken(cookies = ''): string | undefined {
  const values = cookies.split(/; */).filter((pair) => pair.startsWith(`${NAME}=`));
  const [token] = values.map((pair) => pair.slice(NAME.length + 1));
  return values.length === 1 && TOKEN.test(token!) ? token : undefined;
}
