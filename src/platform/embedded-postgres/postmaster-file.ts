import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a running server says of itself in postmaster.pid; the line numbers are PostgreSQL's. */
export interface Postmaster {
  pid: number;
  host: string;
  port: number;
  status: string;
}

const EMPTY_FILE_PATIENCE_MS = 5_000;

export function readPostmaster(dataDir: string): Postmaster | undefined {
  const text = readText(join(dataDir, 'postmaster.pid'));
  return text ? parse(text) : undefined;
}

/**
 * The live server of this cluster. A file left by a crash whose process id now belongs to somebody else is set aside,
 * because PostgreSQL alone would refuse to start for as long as that process lives.
 */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const path = join(dataDir, 'postmaster.pid');
  const text = readText(path);
  if (text === undefined) return undefined;
  const found = parse(text);
  if (found && isPostmaster(found.pid, dataDir)) return found;
  if (found || isAbandoned(path)) setAside(path, text);
  return undefined;
}

/** The postmaster keeps its command line; its children rename theirs, and a zombie has none. */
export function isPostmaster(pid: number, dataDir: string): boolean {
  if (process.platform === 'win32') return exists(pid);
  const [program, ...args] = commandLine(pid);
  if (!program || basename(program) !== 'postgres') return false;
  return args.includes(dataDir) || args.join(' ').includes(`-D ${dataDir} `) || workingFolder(pid) === dataDir;
}

function parse(text: string): Postmaster | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number(lines[0]));
  if (!pid) return undefined;
  return { pid, port: Number(lines[3]), host: lines[4] || '127.0.0.1', status: lines[7] ?? '' };
}

/** Between the check and the rename a new server may have started; then its file goes back. */
function setAside(path: string, judged: string): void {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (readText(aside) !== judged) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  rmSync(aside, { force: true });
}

function isAbandoned(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file !== undefined && Date.now() - file.mtimeMs > EMPTY_FILE_PATIENCE_MS;
}

function commandLine(pid: number): string[] {
  if (process.platform === 'linux') return (readText(`/proc/${pid}/cmdline`) ?? '').split('\0');
  try {
    return `${execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })} `.split(' ');
  } catch {
    return [];
  }
}

/** Tells of a server that was started by hand in its folder; not readable everywhere. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
