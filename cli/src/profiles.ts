import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure } from './failure.js';

export interface Profile {
  url: string;
  token: string;
}

/** The login file: the servers someone logged in to, and which of them is meant when none is named. */
export interface Logins {
  current: string | null;
  profiles: Record<string, Profile>;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function loginFile(env: Environment): string {
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'stagegate', 'logins.json');
}

export function readLogins(env: Environment): Logins {
  const file = loginFile(env);
  if (!existsSync(file)) return { current: null, profiles: {} };
  try {
    const logins: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isLogins(logins)) return logins;
  } catch {
    // Said below.
  }
  throw new Failure('INVALID_LOGIN_FILE', `${file} is no login file; remove it and log in again.`);
}

/** How many logins are kept. */
export function knownLogins(env: Environment): number {
  return Object.keys(readLogins(env).profiles).length;
}

function isLogins(value: unknown): value is Logins {
  const { current, profiles } = Object(value) as Partial<Logins>;
  const isProfile = ({ url, token }: Partial<Profile>) => typeof url === 'string' && typeof token === 'string';
  return (
    (current === null || typeof current === 'string') &&
    typeof profiles === 'object' &&
    profiles !== null &&
    Object.values(profiles).every((profile) => isProfile(Object(profile) as Partial<Profile>))
  );
}

/** Written beside and moved, so that no reader meets half a file; for its owner alone, as it holds tokens. */
export function writeLogins(env: Environment, logins: Logins): void {
  const file = loginFile(env);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
