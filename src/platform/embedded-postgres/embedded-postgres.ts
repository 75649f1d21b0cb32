import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { locateBinaries } from './binaries.js';
import { type Cluster, openCluster } from './cluster.js';
import { type Environment, unsupported } from './identity.js';
import { launchPosix } from './launch-posix.js';
import { launchWindows } from './launch-windows.js';
import { choosePlace } from './place.js';
import { findPostmaster } from './postmaster-file.js';
import { attachTo, type Server, type Settings } from './server.js';

export interface EmbeddedPostgresOptions {
  /** The folder that holds cluster, socket and log; created when absent. */
  dir: string;
  log: (line: string) => void;
  /** EMBEDDED_PG_HOME, EMBEDDED_PG_USER, SUDO_USER and PATH are read from it, nothing else. */
  env?: Environment;
  /** False refuses a cluster that another process runs; true, the default, shares it. */
  attach?: boolean;
  /** Server settings that go before the launcher's own. */
  settings?: Settings;
}

export interface Connection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export interface EmbeddedPostgres {
  connection: Connection;
  url: string;
  /** False when another process started the server: it lives and ends with that process, even one that is killed. */
  owner: boolean;
  stop(): Promise<void>;
  onUnexpectedExit(callback: (reason: string) => void): void;
}

const DATABASE = 'stagegate';
const WAIT_MS = 60_000;
/** The class of "starting up", "shutting down" and "terminated": worth another look at who runs the cluster. */
const INTERVENTION = '57';
/** Two processes created the application database at the same moment. */
const ALREADY_CREATED = new Set(['42P04', '23505']);

/** Starts the private PostgreSQL of one data folder, or attaches to the one that another process has started there. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const env = options.env ?? {};
  const place = choosePlace(options.dir, env, options.log);
  const binaries = locateBinaries(env, place.identity);
  const cluster = await openCluster(place, binaries, env, options.settings?.fsync !== 'off');
  const server = await startOrAttach(cluster, options);
  options.log(`PostgreSQL ${binaries.version} ${server.owner ? 'started' : 'found running'} in ${cluster.root}.`);
  const { host, port, owner } = server;
  const connection = { host, port, user: 'postgres', password: cluster.password, database: DATABASE };
  return {
    connection,
    url: connectionUrl(connection),
    owner,
    stop: () => server.stop(),
    onUnexpectedExit: (callback) => server.onUnexpectedExit(callback),
  };
}

/** Goes round until a server answers, because between a look and a start the cluster may change hands. */
async function startOrAttach(cluster: Cluster, options: EmbeddedPostgresOptions): Promise<Server> {
  const deadline = Date.now() + WAIT_MS;
  let trouble: Error | undefined;
  while (Date.now() < deadline) {
    const server = await joinOrLaunch(cluster, options);
    trouble = server ? await prepare(server, cluster) : trouble;
    if (server && !trouble) return server;
    await sleep(50);
  }
  const last = trouble ? ` (${trouble.message})` : '';
  throw unsupported(`The database in ${cluster.root} did not become ready${last}; see ${cluster.logFile}.`);
}

async function joinOrLaunch(cluster: Cluster, options: EmbeddedPostgresOptions): Promise<Server | undefined> {
  const running = findPostmaster(cluster.dataDir);
  if (running?.status === 'ready' && options.attach === false) {
    throw unsupported(`Process ${running.pid} already runs the database in ${cluster.root}.`);
  }
  if (running) return running.status === 'ready' ? attachTo(running, cluster.dataDir) : undefined;
  const launch = process.platform === 'win32' ? launchWindows : launchPosix;
  return launch(cluster, { ...defaultSettings(cluster.binaries.major), ...options.settings });
}

function defaultSettings(major: number): Settings {
  const platform: Settings =
    process.platform === 'darwin'
      ? { wal_sync_method: 'fsync_writethrough' }
      : process.platform === 'linux' && major >= 14
        ? { recovery_init_sync_method: 'syncfs' }
        : {};
  return { listen_addresses: '', max_connections: '200', timezone: 'UTC', log_timezone: 'UTC', ...platform };
}

/** Answers with the trouble when another try may help: a broken connection, or a server on its way up or down. */
async function prepare(server: Server, cluster: Cluster): Promise<Error | undefined> {
  try {
    await ensureDatabase({ ...server, user: 'postgres', password: cluster.password, database: 'postgres' });
    return undefined;
  } catch (error) {
    await server.stop();
    if (error instanceof pg.DatabaseError && !error.code?.startsWith(INTERVENTION)) throw error;
    return error as Error;
  }
}

async function ensureDatabase({ host, port, user, password, database }: Connection): Promise<void> {
  const client = new pg.Client({ host, port, user, password, database });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    if (!ALREADY_CREATED.has((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

/** The host of a URL cannot hold a path, so a socket folder goes into the query, where `pg` and TypeORM look for it. */
function connectionUrl({ host, port, user, password, database }: Connection): string {
  return `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}
