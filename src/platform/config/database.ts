import { resolve } from 'node:path';
import { type SettingsReader } from './settings-reader.js';

/** How long the service waits for its database, and the database for what a session does; in seconds. */
export interface DatabaseLimits {
  /** For a lock that another transaction holds. */
  readonly lockSeconds: number;
  /** For one statement. */
  readonly statementSeconds: number;
  /** A transaction may stand without a statement, as that of a frozen process does. */
  readonly idleSeconds: number;
  /** For a free connection, and for a new one to open. */
  readonly waitSeconds: number;
}

/** Where the reads go that may lag, and by how much. */
export interface ReplicaOptions {
  readonly url: string;
  readonly maxLagSeconds: number;
}

const POOLERS = ['auto', 'none', 'transaction'] as const;
export type Pooler = (typeof POOLERS)[number];

/** Where the registry is kept. */
export interface DatabaseSettings {
  /** Null starts the embedded database. */
  readonly databaseUrl: string | null;
  /** A standby for reads that may lag; null for none. */
  readonly databaseReplica: ReplicaOptions | null;
  readonly databasePoolSize: number;
  readonly databaseLimits: DatabaseLimits;
  /** Whether a pooler lends out sessions by the transaction, so that nothing may be kept in one. */
  readonly databasePooler: Pooler;
  /** Holds the embedded database, the generated secret and the admin token; null when nothing may be kept on disk. */
  readonly dataDir: string | null;
  /** What the embedded database's launcher may read of the environment. */
  readonly launcherEnvironment: Readonly<Record<string, string | undefined>>;
}

/** A judgement that waits for evidence under an Idempotency-Key holds a transaction; `longestHoldSeconds` is how long. */
export function readDatabaseSettings(read: SettingsReader, longestHoldSeconds: number): DatabaseSettings {
  const password = read.secret('DATABASE_PASSWORD');
  const databaseUrl = withPassword(read, read.databaseUrl('DATABASE_URL'), password);
  const dataDir = read.text('STAGEGATE_DATA_DIR') ?? (databaseUrl === null ? '.stagegate' : null);
  return {
    databaseUrl,
    databaseReplica: readReplica(read, databaseUrl, password),
    databasePoolSize: read.count('DATABASE_POOL_SIZE', 10, 2, 200),
    databaseLimits: readLimits(read, longestHoldSeconds),
    databasePooler: read.oneOf('DATABASE_POOLER', POOLERS, 'auto'),
    dataDir: dataDir === null ? null : resolve(dataDir),
    launcherEnvironment: read.pick(['EMBEDDED_PG_HOME', 'EMBEDDED_PG_USER', 'SUDO_USER', 'PATH']),
  };
}

/** The roles of a standby are those of its primary, so the password that is given apart is for both. */
function readReplica(read: SettingsReader, databaseUrl: string | null, password: string | null): ReplicaOptions | null {
  const given = read.databaseUrl('DATABASE_READ_URL');
  const maxLagSeconds = read.count('DATABASE_READ_MAX_LAG', 5, 1, 3_600);
  if (given === null) return null;
  if (databaseUrl === null) read.fault('DATABASE_READ_URL needs a DATABASE_URL, of whose database it is a standby.');
  const hasPassword = !URL.canParse(given) || new URL(given).password !== '';
  return Object.freeze({ url: hasPassword ? given : withPassword(read, given, password)!, maxLagSeconds });
}

/** A password given apart may have characters that would end it, or mean something else, inside a URL. */
function withPassword(read: SettingsReader, url: string | null, password: string | null): string | null {
  if (password === null) return url;
  if (url === null || !URL.canParse(url) || new URL(url).password !== '') {
    read.fault('DATABASE_PASSWORD needs a DATABASE_URL that names a user and no password.');
    return url;
  }
  const changed = new URL(url);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

const IDLE_SECONDS = 30;
/** Between the end of a wait for evidence and the next statement. */
const GRACE_SECONDS = 5;

function readLimits(read: SettingsReader, longestHoldSeconds: number): DatabaseLimits {
  const least = longestHoldSeconds + GRACE_SECONDS;
  const idleSeconds = read.count('DATABASE_IDLE_SECONDS', Math.max(IDLE_SECONDS, least), 1, 86_400);
  if (idleSeconds < least) {
    read.fault(
      `DATABASE_IDLE_SECONDS must be ${least} or more: a judgement may wait ${longestHoldSeconds} s for evidence in its ` +
        'transaction (STAGEGATE_PREDICTIONS_GATE_WAIT_SECONDS).',
    );
  }
  return Object.freeze({
    lockSeconds: read.count('DATABASE_LOCK_SECONDS', 5, 1, 3_600),
    statementSeconds: read.count('DATABASE_STATEMENT_SECONDS', 30, 1, 86_400),
    idleSeconds,
    waitSeconds: read.count('DATABASE_WAIT_SECONDS', 5, 1, 600),
  });
}
