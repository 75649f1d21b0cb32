import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The user the server runs as when the caller is root, which PostgreSQL refuses to run as. */
export interface Identity {
  uid: number;
  gid: number;
  /** The person behind sudo also gets the folders, so that a later start without sudo finds its way in. */
  ownsFolders: boolean;
}

export const APP_NAME = 'stagegate';
const SYSTEM_USERS = ['postgres', 'nobody', 'daemon'];

/** Every case this launcher cannot serve ends here, because DATABASE_URL serves all of them. */
export function unsupported(problem: string): Error {
  return new Error(`${problem} To use a PostgreSQL server of your own instead, set DATABASE_URL.`);
}

/** Locale, time zone and PG* variables of the caller would otherwise decide how the cluster sorts and connects. */
export function cleanEnvironment(env: Environment): Record<string, string> {
  const kept = process.platform === 'win32' ? ['SystemRoot', 'PATH', 'TEMP', 'TMP'] : ['PATH'];
  const passed = kept.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...Object.fromEntries(passed) };
}

/** The owner of an existing cluster always wins: PostgreSQL refuses the files of another user. */
export function pickIdentity(env: Environment, owner?: { uid: number; gid: number }): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const sudoer = env.SUDO_USER ? lookUp(env.SUDO_USER) : undefined;
  if (owner) return { uid: owner.uid, gid: owner.gid, ownsFolders: owner.uid === sudoer?.uid };
  if (env.EMBEDDED_PG_USER) return named(env.EMBEDDED_PG_USER);
  if (sudoer?.uid) return { ...sudoer, ownsFolders: true };
  const found = SYSTEM_USERS.map(lookUp).find((user) => user?.uid);
  if (found) return found;
  throw unsupported('PostgreSQL does not run as root, and no other user was found; name one in EMBEDDED_PG_USER.');
}

/** The server itself runs under a bare uid; initdb asks for the name behind it and gives up without one. */
export function assertPasswdEntry(): void {
  if (process.platform === 'win32') return;
  try {
    userInfo();
  } catch {
    throw unsupported(
      `User id ${process.getuid?.()} has no entry in /etc/passwd, which PostgreSQL needs to create a database; add one.`,
    );
  }
}

function named(name: string): Identity {
  const user = lookUp(name);
  if (!user) throw unsupported(`EMBEDDED_PG_USER names the user "${name}", who does not exist.`);
  if (user.uid === 0) throw unsupported(`EMBEDDED_PG_USER names "${name}", who is root; PostgreSQL refuses to run so.`);
  return user;
}

function lookUp(name: string): Identity | undefined {
  try {
    return { uid: idNumber('-u', name), gid: idNumber('-g', name), ownsFolders: false };
  } catch {
    return undefined;
  }
}

/** The bitwise or folds the unsigned -2 of nobody on macOS into the int32 that spawn() accepts. */
function idNumber(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, '--', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) | 0;
}
