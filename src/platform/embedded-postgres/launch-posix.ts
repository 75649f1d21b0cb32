import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
  chownSync,
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster } from './cluster.js';
import { cleanEnvironment, unsupported } from './identity.js';
import { makePrivateFolder } from './place.js';
import { readPostmaster } from './postmaster-file.js';
import { ExitNotice, type Server, type Settings } from './server.js';

/**
 * The shell becomes postgres and leaves behind a watchdog that reads from our pipe: end of file means that this process
 * is gone, even by SIGKILL, and asks for a fast shutdown; a line means that postgres has ended already.
 */
const WATCHDOG = 'p=$$; ( ( read -r _ <&3 || kill -INT "$p" ) >/dev/null 2>&1 & ); exec 3<&-; exec "$@"';
/** Someone else holds the cluster, or the orphans of a killed server are about to let go of it. */
const HELD_BY_ANOTHER = /lock file ".*" (already exists|is empty)|pre-existing shared memory block/;
const LOG_LIMIT_BYTES = 10_000_000;
/** sun_path ends at 103 bytes on macOS and 107 on Linux; the socket's own name takes 18 of them. */
const SOCKET_FOLDER_LIMIT_BYTES = 85;
const FAST_STOP_MS = 20_000;
const IMMEDIATE_STOP_MS = 5_000;

interface Launched {
  child: ChildProcess;
  exited: Promise<string>;
}

/** Answers undefined when the cluster is in other hands, which is for the caller to look at again. */
export async function launchPosix(cluster: Cluster, settings: Settings): Promise<Server | undefined> {
  const port = randomInt(20_000, 60_000);
  const host = makeSocketFolder(cluster);
  const log = openLog(cluster);
  const launched = spawnPostmaster(
    cluster,
    { port: String(port), unix_socket_directories: quoted(host), ...settings },
    log,
  );
  closeSync(log.file);
  const early = await readyOrEnded(launched, cluster.dataDir);
  if (early === undefined) {
    sweepSockets(host, port);
    return own(launched, host, port, cluster);
  }
  dropSocketFolder(host, cluster);
  const tail = readFileSync(cluster.logFile).subarray(log.offset).toString('utf8').trim();
  if (HELD_BY_ANOTHER.test(tail)) return undefined;
  throw unsupported(`The embedded database did not start: ${early}. ${tail}\nIts log is ${cluster.logFile}.`);
}

/** A session of its own keeps Ctrl-C to this process, which stops the server when the last request is done. */
function spawnPostmaster(cluster: Cluster, settings: Settings, log: { file: number }): Launched {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(cluster.binaries.bin, 'postgres'), '-D', cluster.dataDir, ...options];
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'embedded-postgres', ...command], {
    ...(cluster.identity && { uid: cluster.identity.uid, gid: cluster.identity.gid }),
    cwd: '/',
    env: cleanEnvironment(cluster.env),
    detached: true,
    stdio: ['ignore', log.file, log.file, 'pipe'],
  });
  const pipe = child.stdio[3] as (Duplex & { unref(): void }) | null;
  pipe?.on('error', () => undefined);
  pipe?.unref();
  child.unref();
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      pipe?.end('\n');
      resolve(signal ? `it was ended by ${signal}` : `it ended with code ${code}`);
    });
  });
  return { child, exited };
}

/** Crash recovery takes as long as it takes; what ends the wait is a ready server or a dead one. */
async function readyOrEnded({ child, exited }: Launched, dataDir: string): Promise<string | undefined> {
  let ended: string | undefined;
  void exited.then((reason) => (ended = reason));
  while (ended === undefined) {
    const file = readPostmaster(dataDir);
    if (file?.pid === child.pid && file?.status === 'ready') return undefined;
    await sleep(10);
  }
  return ended;
}

function own(launched: Launched, host: string, port: number, cluster: Cluster): Server {
  const notice = new ExitNotice();
  void launched.exited.then((reason) => notice.report(`the database server has died: ${reason}`));
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    notice.silence();
    await shutDown(launched);
    dropSocketFolder(host, cluster);
  };
  return {
    host,
    port,
    owner: true,
    stop: () => (stopping ??= stop()),
    onUnexpectedExit: (callback) => notice.subscribe(callback),
  };
}

async function shutDown({ child, exited }: Launched): Promise<void> {
  child.ref();
  child.kill('SIGINT');
  if (await within(exited, FAST_STOP_MS)) return;
  child.kill('SIGQUIT');
  if (await within(exited, IMMEDIATE_STOP_MS)) return;
  child.kill('SIGKILL');
  await exited;
}

/** The timer is cancelled, or it would keep an otherwise finished process alive. */
async function within(event: Promise<unknown>, limitMs: number): Promise<boolean> {
  const cancel = new AbortController();
  const timeout = sleep(limitMs, false, { signal: cancel.signal }).catch(() => false);
  const happened = await Promise.race([event.then(() => true), timeout]);
  cancel.abort();
  return happened;
}

function makeSocketFolder(cluster: Cluster): string {
  const near = join(cluster.root, 'sock');
  if (Buffer.byteLength(near) <= SOCKET_FOLDER_LIMIT_BYTES) {
    makePrivateFolder(near, cluster.identity);
    return near;
  }
  const short = mkdtempSync('/tmp/stagegate-');
  if (cluster.identity) chownSync(short, cluster.identity.uid, cluster.identity.gid);
  return short;
}

function dropSocketFolder(host: string, cluster: Cluster): void {
  if (host !== join(cluster.root, 'sock')) rmSync(host, { recursive: true, force: true });
}

/** Only the server that owns the cluster calls this, so every other socket in the folder is a dead one. */
function sweepSockets(host: string, port: number): void {
  for (const name of readdirSync(host)) {
    if (name.startsWith('.s.PGSQL.') && !name.startsWith(`.s.PGSQL.${port}`)) rmSync(join(host, name), { force: true });
  }
}

/** A list of folders is what the setting holds; the quotes keep commas in a path from splitting it. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}

/** A file instead of a pipe: a pipe fills up while the event loop is busy, and then the server waits for us. */
function openLog(cluster: Cluster): { file: number; offset: number } {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const file = openSync(cluster.logFile, flags, 0o600);
  if (cluster.identity) fchownSync(file, cluster.identity.uid, cluster.identity.gid);
  if (fstatSync(file).size > LOG_LIMIT_BYTES) ftruncateSync(file);
  return { file, offset: fstatSync(file).size };
}
