import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cluster } from './cluster.js';
import { cleanEnvironment, unsupported } from './identity.js';
import { findPostmaster, isPostmaster } from './postmaster-file.js';
import { ExitNotice, type Server, type Settings } from './server.js';

const POLL_MS = 1_000;

/**
 * pg_ctl drops the administrator's rights, which postgres.exe refuses, and Node has no Unix sockets here, hence TCP.
 * There is no watchdog: a server that outlives its process is attached to at the next start.
 */
export async function launchWindows(cluster: Cluster, settings: Settings): Promise<Server | undefined> {
  const port = await freePort();
  const all = { ...settings, listen_addresses: '127.0.0.1', port: String(port) };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}="${value}"`);
  const started = spawn(
    join(cluster.binaries.bin, 'pg_ctl'),
    ['start', '-w', '-D', cluster.dataDir, '-l', cluster.logFile, '-o', options.join(' ')],
    { env: cleanEnvironment(cluster.env), stdio: 'ignore', windowsHide: true },
  );
  const [code] = (await once(started, 'exit')) as [number | null];
  const running = findPostmaster(cluster.dataDir);
  if (code === 0 && running?.port === port) return own(cluster, running.pid, port);
  if (running) return undefined;
  throw unsupported(`The embedded database did not start; its log is ${cluster.logFile}.`);
}

function own(cluster: Cluster, pid: number, port: number): Server {
  const notice = new ExitNotice();
  const timer = setInterval(() => {
    if (!isPostmaster(pid, cluster.dataDir)) notice.report('the database server has died');
  }, POLL_MS);
  timer.unref();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    notice.silence();
    clearInterval(timer);
    const args = ['stop', '-m', 'fast', '-w', '-D', cluster.dataDir];
    await promisify(execFile)(join(cluster.binaries.bin, 'pg_ctl'), args, { env: cleanEnvironment(cluster.env) });
  };
  return {
    host: '127.0.0.1',
    port,
    owner: true,
    stop: () => (stopping ??= stop()),
    onUnexpectedExit: (callback) => notice.subscribe(callback),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
