import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { found } from '../support/limits.js';
import { postmasterId, rootOf } from '../support/processes/launched.js';
import { ReplicatedPostgres } from '../support/processes/standby.js';
import { ServiceProcess } from '../support/processes/service-process.js';
import { TcpProxy } from '../support/processes/tcp-proxy.js';

const DISK_MEGABYTES = 600;
const SECRET = randomBytes(32).toString('hex');

/** Short limits, so that what they end ends within the run. */
const SETTINGS = {
  DATABASE_LOCK_SECONDS: '2',
  DATABASE_STATEMENT_SECONDS: '5',
  DATABASE_IDLE_SECONDS: '5',
  DATABASE_WAIT_SECONDS: '2',
  STAGEGATE_PREDICTIONS_GATE_WAIT_SECONDS: '0',
  // Long enough for a balancer to see that a replica stops.
  DRAIN_SECONDS: '2',
};

/** Whatever else is set: nobody here is one too many, and receivers are at home. */
const ALWAYS = {
  STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1',
  RATE_LIMIT_READS: '0',
  RATE_LIMIT_WRITES: '0',
  RATE_LIMIT_ROLLBACKS: '0',
  RATE_LIMIT_FAILURES: '0',
};

/** One process of the service, which comes back at the same address. */
export class Replica {
  private process: ServiceProcess | null = null;

  constructor(
    readonly url: string,
    private readonly settings: Record<string, string>,
  ) {}

  async start(): Promise<void> {
    // While the database is away a start ends with a sentence about it, and whoever looks after processes tries again.
    this.process = await found('the service started', () => ServiceProcess.start(this.settings).catch(() => undefined));
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.process?.child.kill(signal);
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await this.process?.end(signal);
    this.process = null;
  }

  /** Ends it as Kubernetes does: SIGTERM, and SIGKILL when the grace is over; answers whether it ended by itself, and well. */
  async drain(graceMs: number): Promise<boolean> {
    const { child } = this.process!;
    const kill = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await this.end('SIGTERM');
    clearTimeout(kill);
    return child.exitCode === 0;
  }
}

/** Replicas, a network that can fail, and a PostgreSQL on a disk that can fill up. */
export class World {
  private constructor(
    private readonly folder: string,
    private postgres: EmbeddedPostgres,
    readonly proxy: TcpProxy,
    readonly replicas: Replica[],
    /** False where this user may not mount a file system of a size. */
    readonly hasOwnDisk: boolean,
    private readonly pair: ReplicatedPostgres | null = null,
  ) {}

  /** The same with a standby that has to have a change before it is acknowledged, and with settings of its own. */
  static async withStandby(replicaCount: number, settings: Record<string, string>): Promise<World> {
    const folder = newFolder();
    const pair = await ReplicatedPostgres.start(folder, async () => undefined, { synchronous_standby_names: '*' });
    const { primary } = pair;
    const world = new World(folder, primary, await TcpProxy.before(primary.url), [], false, pair);
    await world.addReplicas(replicaCount, settings);
    return world;
  }

  static async start(replicaCount: number): Promise<World> {
    const folder = newFolder();
    const hasOwnDisk = mounted(disk(folder));
    const postgres = await startDatabase(folder);
    const world = new World(folder, postgres, await TcpProxy.before(postgres.url), [], hasOwnDisk);
    await world.addReplicas(replicaCount, SETTINGS);
    return world;
  }

  get adminToken(): string {
    return readFileSync(join(this.folder, 'service', 'admin-token'), 'utf8').trim();
  }

  /** The database without the network between. */
  get databaseUrl(): string {
    return this.postgres.url;
  }

  killDatabase(): void {
    process.kill(postmasterId(rootOf(this.postgres.url)), 'SIGKILL');
  }

  /** Ends what is left of the server, and starts it on the same data. */
  async restartDatabase(): Promise<void> {
    await this.postgres.stop().catch(() => undefined);
    this.postgres = await startDatabase(this.folder);
    this.proxy.leadTo(this.postgres.url);
  }

  /** The primary dies, the standby takes its place, and the address of the database leads there. */
  async failOver(): Promise<void> {
    const pair = this.pair!;
    pair.kill('primary');
    // Whoever promotes makes sure first that the old one answers nobody any more.
    this.proxy.cut();
    await pair.promoteStandby();
    this.postgres = pair.standby;
    this.proxy.leadTo(this.postgres.url);
  }

  /** Leaves no room where the database writes. */
  fillDisk(): void {
    try {
      for (let piece = 0; ; piece += 1)
        writeFileSync(join(disk(this.folder), `filler-${piece}`), Buffer.alloc(2 ** 20));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  emptyDisk(): void {
    for (let piece = 0; piece <= DISK_MEGABYTES; piece += 1)
      rmSync(join(disk(this.folder), `filler-${piece}`), { force: true });
  }

  private async addReplicas(count: number, settings: Record<string, string>): Promise<void> {
    try {
      for (let index = 0; index < count; index += 1) await this.addReplica(settings);
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  /** All replicas share a data folder, and so secret and token. */
  private async addReplica(settings: Record<string, string>): Promise<void> {
    const port = await freePort();
    const replica = new Replica(`http://127.0.0.1:${port}`, {
      ...ALWAYS,
      ...settings,
      DATABASE_URL: this.proxy.url,
      STAGEGATE_DATA_DIR: join(this.folder, 'service'),
      STAGEGATE_JWT_SECRET: SECRET,
      PORT: String(port),
    });
    this.replicas.push(replica);
    await replica.start();
  }

  async end(): Promise<void> {
    for (const replica of this.replicas) {
      replica.signal('SIGCONT');
      await replica.end('SIGKILL');
    }
    await this.proxy.close();
    await this.postgres.stop().catch(() => undefined);
    await this.pair?.stop();
    if (this.hasOwnDisk) execFileSync('umount', ['-l', disk(this.folder)]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-faults-'));
  chmodSync(folder, 0o755);
  return folder;
}

const disk = (folder: string): string => join(folder, 'disk');

function startDatabase(folder: string): Promise<EmbeddedPostgres> {
  const { PATH, SUDO_USER } = process.env;
  return startEmbeddedPostgres({ dir: disk(folder), log: () => undefined, env: { PATH, SUDO_USER } });
}

function mounted(folder: string): boolean {
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=755`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.');
  return address.port;
}
