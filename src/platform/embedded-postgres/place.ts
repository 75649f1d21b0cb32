import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { APP_NAME, type Environment, type Identity, pickIdentity, unsupported } from './identity.js';

/** Where the cluster, its socket and its log live, and who runs it. */
export interface Place {
  root: string;
  identity: Identity | undefined;
}

/** An existing cluster is never left behind for an empty one: it decides both place and user. */
export function choosePlace(dir: string, env: Environment, log: (line: string) => void): Place {
  const wanted = canonical(resolve(dir));
  const isRoot = process.getuid?.() === 0;
  const existing = (isRoot ? [wanted, systemPlace(wanted)] : [wanted]).find((root) => existsSync(join(root, 'data')));
  const owner = existing ? statSync(join(existing, 'data')) : undefined;
  if (owner && !isRoot) assertOwn(wanted, owner.uid);
  // A folder of root's is an empty one that somebody prepared: PostgreSQL itself never leaves such a cluster.
  const identity = pickIdentity(env, owner?.uid ? owner : undefined);
  const root = existing ?? (canWalk(wanted, identity) ? wanted : systemPlace(wanted));
  if (!canWalk(root, identity)) {
    throw unsupported(`User id ${identity?.uid}, who owns the database in ${root}, cannot reach that folder.`);
  }
  if (root !== wanted) log(`The database lives in ${root}, because user id ${identity?.uid} cannot reach ${wanted}.`);
  makeFolder(root, identity);
  return { root, identity };
}

/** A folder for the server alone. Its parent stays the caller's, so the server's user cannot swap it for a link. */
export function makePrivateFolder(path: string, identity: Identity | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (identity) chownSync(path, identity.uid, identity.gid);
}

function assertOwn(root: string, owner: number): void {
  const uid = process.getuid?.();
  if (uid === undefined || owner === uid) return;
  throw unsupported(`The database in ${root} belongs to user id ${owner}; this process runs as ${uid}.`);
}

function makeFolder(root: string, identity: Identity | undefined): void {
  try {
    const first = mkdirSync(root, { recursive: true, mode: 0o755 });
    if (!first || !identity) return;
    for (let path = root; path.length >= first.length; path = dirname(path)) {
      // A strict umask of root would otherwise lock the server's user out.
      chmodSync(path, 0o755);
      if (identity.ownsFolders) chownSync(path, identity.uid, identity.gid);
    }
  } catch (error) {
    throw unsupported(`The database folder ${root} cannot be created (${(error as Error).message}).`);
  }
}

/** Asked of the kernel, as that user, because mode bits alone do not tell of access lists or mounts. */
function canWalk(path: string, identity: Identity | undefined): boolean {
  if (!identity) return true;
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { uid, gid } = identity;
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', existing], { uid, gid, cwd: '/', stdio: 'ignore' });
  if (tried.error) throw unsupported(`Root may not start a process as user id ${uid} (${tried.error.message}).`);
  return tried.status === 0;
}

/** Two spellings of one folder must not look like two folders: the server is recognised by its path. */
function canonical(path: string): string {
  if (existsSync(path) || dirname(path) === path) return realpathSync(path);
  return join(canonical(dirname(path)), basename(path));
}

function systemPlace(wanted: string): string {
  return join('/var/lib', APP_NAME, createHash('sha1').update(wanted).digest('hex').slice(0, 8));
}
