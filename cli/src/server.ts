import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure } from './failure.js';
import { loginFile, type Logins, readLogins } from './profiles.js';

export interface Server {
  url: string;
  token: string | undefined;
  /** The profile it is known by; null where no profile was asked. */
  profile: string | null;
  /** Where the token was found: a file, or the name of a variable; null where none was. */
  tokenFrom: string | null;
}

export interface ServerOptions {
  profile?: string;
  url?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const LOCAL_URL = 'http://127.0.0.1:3000';
/** The name of the service that was started in this folder, which nobody logs in to. */
export const LOCAL_PROFILE = 'local';

/** The file that a service of this folder, or of one above it, wrote its first token to. */
function localTokenFile(folder: string): string | undefined {
  const file = join(folder, '.stagegate', 'admin-token');
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? undefined : localTokenFile(dirname(folder));
}

/** The address of a server without the path of its API; what is no address of the web is refused. */
export function addressOf(text: string): string {
  if (!URL.canParse(text) || !/^https?:/i.test(text))
    throw new Failure('WRONG_USAGE', `${text} is no address such as ${LOCAL_URL}.`);
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`.replace(/(\/api\/v1)?\/*$/, '');
}

/** Whether an address is of this machine; a token found in a folder goes nowhere else. */
export function isLocal(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

/** As people write a path in their own folder. */
export function shortened(path: string): string {
  return path.startsWith(`${homedir()}/`) ? path.replace(homedir(), '~') : path;
}

/**
 * Which server is meant, the first that applies: `--profile`; `--url` or STAGEGATE_URL, with STAGEGATE_TOKEN or the
 * token of a profile of that address; the current profile; the service of this folder on the default port. The token
 * of this folder serves for any address of this machine, and the profile `local` means it alone. `--profile` beside
 * `--url` is refused, since each names a server. STAGEGATE_TOKEN stands for the token of any but a named profile.
 */
export function chooseServer(options: ServerOptions, env: Environment, folder: string): Server {
  if (options.profile !== undefined && options.url !== undefined)
    throw new Failure('WRONG_USAGE', 'Both --profile and --url name a server; use one of them.');
  const logins = readLogins(env);
  const given = options.url ?? env.STAGEGATE_URL;
  const url = given ? addressOf(given) : undefined;
  const token = env.STAGEGATE_TOKEN || undefined;
  const isTokenGiven = token !== undefined && options.profile === undefined;
  const found = choose(logins, options.profile, url, { env, folder });
  return isTokenGiven ? { ...found, token, profile: null, tokenFrom: 'STAGEGATE_TOKEN' } : found;
}

interface Place {
  env: Environment;
  folder: string;
}

function choose(logins: Logins, profile: string | undefined, url: string | undefined, place: Place): Server {
  if (profile === LOCAL_PROFILE && !Object.hasOwn(logins.profiles, LOCAL_PROFILE))
    return localServer(url !== undefined && isLocal(url) ? url : LOCAL_URL, place);
  if (profile !== undefined) return named(logins, profile, place);
  if (url === undefined)
    return logins.current === null ? localServer(LOCAL_URL, place) : named(logins, logins.current, place);
  const known = Object.entries(logins.profiles).find(([, one]) => one.url === url)?.[0];
  if (known !== undefined) return named(logins, known, place);
  return isLocal(url) ? localServer(url, place) : { url, token: undefined, profile: null, tokenFrom: null };
}

function named({ profiles }: Logins, name: string, { env }: Place): Server {
  if (!Object.hasOwn(profiles, name))
    throw new Failure(
      'NO_PROFILE',
      `There is no profile ${name}. Log in with: stagegate login <url> --profile ${name}`,
    );
  return { ...profiles[name]!, profile: name, tokenFrom: shortened(loginFile(env)) };
}

function localServer(url: string, { folder }: Place): Server {
  const file = localTokenFile(folder);
  if (file === undefined) return { url, token: undefined, profile: LOCAL_PROFILE, tokenFrom: null };
  return { url, token: readFileSync(file, 'utf8').trim(), profile: LOCAL_PROFILE, tokenFrom: shortened(file) };
}
