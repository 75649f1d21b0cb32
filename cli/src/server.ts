import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Logins, readLogins } from './profiles.js';

export interface Server {
  url: string;
  token: string | undefined;
}

export interface ServerOptions {
  profile?: string;
  url?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const LOCAL_URL = 'http://127.0.0.1:3000';

/** The token a service of this folder, or of one above it, wrote at its first start. */
function localToken(folder: string): string | undefined {
  const file = join(folder, '.stagegate', 'admin-token');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  return dirname(folder) === folder ? undefined : localToken(dirname(folder));
}

/** The address of a server without the path of its API; what is no address of the web is refused. */
export function addressOf(text: string): string {
  if (!URL.canParse(text) || !/^https?:/i.test(text)) throw new Error(`${text} is no address such as ${LOCAL_URL}.`);
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`.replace(/(\/api\/v1)?\/*$/, '');
}

/** Whether an address is of this machine; a token found in a folder goes nowhere else. */
export function isLocal(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

function named({ profiles }: Logins, name: string): Server {
  const profile = profiles[name];
  if (!profile) throw new Error(`There is no profile ${name}. Log in with: stagegate login <url> --profile ${name}`);
  return profile;
}

/**
 * Which server is meant, the first that applies: `--profile`; `--url` or STAGEGATE_URL, with STAGEGATE_TOKEN or the
 * token of a profile of that address; the current profile; the service of this folder on the default port. The token
 * of this folder serves for any address of this machine.
 * STAGEGATE_TOKEN stands for the token of any but a named profile.
 */
export function chooseServer(options: ServerOptions, env: Environment, folder: string): Server {
  const logins = readLogins(env);
  if (options.profile !== undefined) return named(logins, options.profile);
  const given = options.url ?? env.STAGEGATE_URL;
  const url = given ? addressOf(given) : undefined;
  const token = env.STAGEGATE_TOKEN || undefined;
  if (url) {
    const known = Object.values(logins.profiles).find((profile) => profile.url === url);
    return { url, token: token ?? known?.token ?? (isLocal(url) ? localToken(folder) : undefined) };
  }
  if (logins.current !== null)
    return { url: named(logins, logins.current).url, token: token ?? named(logins, logins.current).token };
  return { url: LOCAL_URL, token: token ?? localToken(folder) };
}
