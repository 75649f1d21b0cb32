import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

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
    const { current = null, profiles = {} } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Logins>;
    return { current, profiles };
  } catch {
    throw new Error(`${file} cannot be read as JSON; remove it and log in again.`);
  }
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
