import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries } from './binaries.js';
import { assertPasswdEntry, cleanEnvironment, type Environment, unsupported } from './identity.js';
import { makePrivateFolder, type Place } from './place.js';

/** A cluster that exists on disk, with all that is needed to run it. */
export interface Cluster extends Place {
  binaries: Binaries;
  dataDir: string;
  logFile: string;
  password: string;
  env: Environment;
}

const PASSWORD_FILE = 'embedded-password';
const DRAFT = /^data\.init-(\d+)-/;
const DRAFT_LIFETIME_MS = 600_000;

export async function openCluster(place: Place, binaries: Binaries, env: Environment, sync: boolean): Promise<Cluster> {
  const dataDir = join(place.root, 'data');
  sweepDrafts(place.root);
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await createCluster(place, binaries, env, sync);
  assertSameMajor(dataDir, binaries);
  const password = readFileSync(join(dataDir, PASSWORD_FILE), 'utf8').trim();
  return { ...place, binaries, dataDir, logFile: join(place.root, 'postgres.log'), password, env };
}

/** A rename at the end means that a kill leaves no half cluster, and of several first starts exactly one wins. */
async function createCluster(place: Place, binaries: Binaries, env: Environment, sync: boolean): Promise<void> {
  assertPasswdEntry();
  const draft = join(place.root, `data.init-${process.pid}-${randomUUID()}`);
  makePrivateFolder(draft, place.identity);
  try {
    writePassword(join(draft, 'password'), place);
    await initdb(draft, place, binaries, env, sync);
    renameSync(join(draft, 'password'), join(draft, 'data', PASSWORD_FILE));
    renameSync(join(draft, 'data'), join(place.root, 'data'));
    syncFolder(place.root);
  } catch (error) {
    if (!existsSync(join(place.root, 'data', 'PG_VERSION'))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initdb(draft: string, place: Place, binaries: Binaries, env: Environment, sync: boolean): Promise<void> {
  const args = ['-D', join(draft, 'data'), '-U', 'postgres', '--pwfile', join(draft, 'password')];
  args.push('--auth=scram-sha-256', '--encoding=UTF8', '--locale=C');
  // The built-in provider sorts and folds alike on every system; it and the fast sync came with 17.
  if (binaries.major >= 17) args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (binaries.major >= 17 && process.platform === 'linux') args.push('--sync-method=syncfs');
  if (!sync) args.push('--no-sync');
  const as = place.identity && { uid: place.identity.uid, gid: place.identity.gid };
  try {
    await promisify(execFile)(join(binaries.bin, 'initdb'), args, { ...as, cwd: '/', env: cleanEnvironment(env) });
  } catch (error) {
    throw unsupported(`The database could not be created: ${(error as Error).message.trim()}`);
  }
}

/** The exclusive flag refuses a link that somebody put in the way. */
function writePassword(path: string, place: Place): void {
  const file = openSync(path, 'wx', 0o600);
  writeFileSync(file, `${randomBytes(24).toString('hex')}\n`);
  if (place.identity) fchownSync(file, place.identity.uid, place.identity.gid);
  closeSync(file);
}

function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function assertSameMajor(dataDir: string, binaries: Binaries): void {
  const major = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (major === String(binaries.major)) return;
  throw unsupported(
    `The database in ${dataDir} was written by PostgreSQL ${major}, which PostgreSQL ${binaries.version} cannot read. ` +
      `Point EMBEDDED_PG_HOME to a PostgreSQL ${major} to export it, or choose another data folder.`,
  );
}

/** Process ids repeat in containers, so age counts as well. */
function sweepDrafts(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = Number(DRAFT.exec(name)?.[1]);
    const path = join(root, name);
    if (!pid || (isAlive(pid) && youngerThan(path, DRAFT_LIFETIME_MS))) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

function youngerThan(path: string, limitMs: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs < limitMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
