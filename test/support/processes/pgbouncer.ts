import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { until } from '../limits.js';
import { TcpProxy } from './tcp-proxy.js';
import { freePort } from './free-port.js';

const NOBODY = 65_534;

/** Whether this machine has the pooler; `.ci/run` installs it. */
export function hasPgBouncer(): boolean {
  try {
    execFileSync('pgbouncer', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Lends sessions of a database out by the transaction, five for everybody. */
export class PgBouncer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly way: TcpProxy,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async before(databaseUrl: string): Promise<PgBouncer> {
    const way = await TcpProxy.before(databaseUrl);
    const target = new URL(way.url);
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-pgbouncer-'));
    chmodSync(folder, 0o755);
    const file = join(folder, 'pgbouncer.ini');
    writeFileSync(
      file,
      `[databases]
* = host=127.0.0.1 port=${target.port} user=${target.username} password=${target.password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 5
`,
    );
    // It refuses to run as root.
    const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const child = spawn('pgbouncer', ['-q', file], { stdio: 'ignore', ...user });
    const url = `postgres://${target.username}@127.0.0.1:${port}${target.pathname}`;
    await until('the pooler answers', () => answers(url));
    return new PgBouncer(child, way, folder, url);
  }

  async end(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
    await this.way.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
