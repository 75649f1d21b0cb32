import { delimiter, resolve } from 'node:path';

/** Everything the service can be told from outside; frozen, and read once. */
export class Config {
  readonly port: number;
  readonly host: string;
  /** Null starts the embedded database. */
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  /** Holds the embedded database, the generated secret and the admin token; null when nothing may be kept on disk. */
  readonly dataDir: string | null;
  readonly jwtSecret: string | null;
  readonly jwtPrivateKeyFile: string | null;
  readonly jwtPublicKeyFile: string | null;
  readonly logLevel: LogLevel;
  /** Lines for machines instead of people. */
  readonly logJson: boolean;
  readonly bodyLimitBytes: number;
  readonly shutdownSeconds: number;
  /** What the embedded database's launcher may read of the environment. */
  readonly launcherEnvironment: Readonly<Record<string, string | undefined>>;
  readonly predictions: PredictionLimits;
  readonly rateLimits: RateLimitSettings;
}

/** Requests per minute, by budget; 0 sets no limit. */
export interface RateLimitSettings {
  readonly reads: number;
  readonly writes: number;
  /** A rollback has a budget that nothing else can use up. */
  readonly rollbacks: number;
  readonly failures: number;
}

/** Bounds on prediction files and on the jobs that measure them. */
export interface PredictionLimits {
  /** Folders whose files a request may name instead of uploading; none unless configured. */
  readonly roots: readonly string[];
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly slices: number;
  /** Jobs measured at once by this process; 0 leaves them to other replicas. */
  readonly concurrency: number;
  /** Jobs that may wait. */
  readonly queued: number;
  /** Of one job. */
  readonly threads: number;
  /** Rows that one job draws at most for paired replicates; 0 computes none. */
  readonly draws: number;
  readonly memoryMegabytes: number;
  /** How far jobs stand back behind all else on the machine; 0 makes them equals. */
  readonly niceness: number;
  readonly jobSeconds: number;
  /** How long a job of a replica that fell silent stays its own. */
  readonly leaseSeconds: number;
  /** How long a judgement waits for evidence that is computed for it; 0 does not wait. */
  readonly gateWaitSeconds: number;
  /** How long kept predictions of versions outside of Production and Staging stay; 0 keeps them for ever. */
  readonly keepDays: number;
  /** Between two looks for kept predictions that may go; what one finds the next one removes. */
  readonly sweepSeconds: number;
  /** What the engine process may read of the environment; no secret is among it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SHORTEST_SECRET = 32;

/** Names every fault of the environment, so that one restart mends them all. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n  ${faults.join('\n  ')}`);
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The only reader of the environment. */
export function readConfig(env: Environment = process.env, isTerminal = process.stdout.isTTY === true): Config {
  const read = new Reader(env);
  const databaseUrl = read.databaseUrl('DATABASE_URL');
  const dataDir = read.text('STAGEGATE_DATA_DIR') ?? (databaseUrl === null ? '.stagegate' : null);
  const config: Config = {
    port: read.count('PORT', 3000, 0, 65_535),
    host: read.text('HOST') ?? '127.0.0.1',
    databaseUrl,
    databasePoolSize: read.count('DATABASE_POOL_SIZE', 10, 2, 200),
    dataDir: dataDir === null ? null : resolve(dataDir),
    jwtSecret: read.text('STAGEGATE_JWT_SECRET'),
    jwtPrivateKeyFile: read.text('STAGEGATE_JWT_PRIVATE_KEY_FILE'),
    jwtPublicKeyFile: read.text('STAGEGATE_JWT_PUBLIC_KEY_FILE'),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    logJson: read.oneOf('LOG_FORMAT', ['json', 'text'], isTerminal ? 'text' : 'json') === 'json',
    bodyLimitBytes: read.count('BODY_LIMIT', 8 * 1024 * 1024, 1_024, 256 * 1024 * 1024),
    shutdownSeconds: read.count('SHUTDOWN_SECONDS', 20, 1, 600),
    launcherEnvironment: Object.freeze(pick(env, ['EMBEDDED_PG_HOME', 'EMBEDDED_PG_USER', 'SUDO_USER', 'PATH'])),
    predictions: Object.freeze(readPredictionLimits(read, env)),
    rateLimits: Object.freeze({
      reads: read.count('RATE_LIMIT_READS', 1_200_000, 0, 1_000_000_000),
      writes: read.count('RATE_LIMIT_WRITES', 60_000, 0, 1_000_000_000),
      rollbacks: read.count('RATE_LIMIT_ROLLBACKS', 600, 0, 1_000_000_000),
      failures: read.count('RATE_LIMIT_FAILURES', 600, 0, 1_000_000_000),
    }),
  };
  const faults = [...read.faults, ...keyFaults(config)];
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(Object.assign(new Config(), config));
}

const MEBIBYTE = 1024 * 1024;

function readPredictionLimits(read: Reader, env: Environment): PredictionLimits {
  const name = (rest: string) => `STAGEGATE_PREDICTIONS_${rest}`;
  const roots = (read.text(name('ROOTS')) ?? '').split(delimiter).filter((root) => root !== '');
  return {
    roots: Object.freeze(roots.map((root) => resolve(root))),
    fileBytes: read.count(name('MAX_BYTES'), 512 * MEBIBYTE, 1_024, 64 * 1024 * MEBIBYTE),
    unpackedBytes: read.count(name('MAX_UNPACKED_BYTES'), 4_096 * MEBIBYTE, 1_024, 512 * 1024 * MEBIBYTE),
    rows: read.count(name('MAX_ROWS'), 10_000_000, 1, 1_000_000_000),
    columns: read.count(name('MAX_COLUMNS'), 1_000, 2, 100_000),
    slices: read.count(name('MAX_SLICES'), 1_000, 1, 10_000),
    concurrency: read.count(name('CONCURRENCY'), 1, 0, 64),
    queued: read.count(name('MAX_QUEUED'), 100, 1, 100_000),
    threads: read.count(name('THREADS'), 2, 1, 256),
    draws: read.count(name('MAX_DRAWS'), 70_000_000, 0, 100_000_000_000),
    memoryMegabytes: read.count(name('MEMORY_MB'), 2_048, 256, 1_048_576),
    niceness: read.count(name('NICENESS'), 10, 0, 19),
    jobSeconds: read.count(name('JOB_SECONDS'), 900, 1, 86_400),
    leaseSeconds: read.count(name('LEASE_SECONDS'), 30, 2, 3_600),
    gateWaitSeconds: read.count(name('GATE_WAIT_SECONDS'), 10, 0, 120),
    keepDays: read.count(name('KEEP_DAYS'), 365, 0, 36_500),
    sweepSeconds: read.count(name('SWEEP_SECONDS'), 3_600, 1, 86_400),
    environment: Object.freeze(pick(env, ['PATH', 'NODE_OPTIONS', 'TMPDIR', 'TZ', 'SystemRoot'])),
  };
}

function keyFaults(config: Config): string[] {
  const { jwtSecret, jwtPrivateKeyFile, jwtPublicKeyFile, dataDir } = config;
  const faults: string[] = [];
  if (jwtSecret !== null && jwtSecret.length < SHORTEST_SECRET) {
    faults.push(`STAGEGATE_JWT_SECRET must hold at least ${SHORTEST_SECRET} characters; try: openssl rand -base64 48`);
  }
  if (jwtSecret !== null && jwtPrivateKeyFile !== null) {
    faults.push('STAGEGATE_JWT_SECRET and STAGEGATE_JWT_PRIVATE_KEY_FILE exclude each other; give one.');
  }
  if (jwtPublicKeyFile !== null && jwtPrivateKeyFile === null) {
    faults.push('STAGEGATE_JWT_PUBLIC_KEY_FILE needs STAGEGATE_JWT_PRIVATE_KEY_FILE beside it.');
  }
  if (jwtSecret === null && jwtPrivateKeyFile === null && dataDir === null) {
    faults.push(
      'With DATABASE_URL and without STAGEGATE_DATA_DIR there is no place to keep a secret: ' +
        'give STAGEGATE_JWT_SECRET or STAGEGATE_JWT_PRIVATE_KEY_FILE, the same on every replica.',
    );
  }
  return faults;
}

/** Reads values and collects what is wrong with them. An empty variable counts as absent. */
class Reader {
  readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: string): string | null {
    const value = this.env[name]?.trim();
    return value ? value : null;
  }

  count(name: string, fallback: number, min: number, max: number): number {
    const value = this.text(name);
    if (value === null) return fallback;
    const number = /^\d{1,12}$/.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max) return number;
    this.faults.push(`${name} must be a whole number from ${min} to ${max}, not "${value}".`);
    return fallback;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const value = this.text(name);
    if (value === null) return fallback;
    if ((values as readonly string[]).includes(value)) return value as Value;
    this.faults.push(`${name} must be one of ${values.join(', ')}, not "${value}".`);
    return fallback;
  }

  /** The URL may hold a password, so a fault does not repeat it. */
  databaseUrl(name: string): string | null {
    const value = this.text(name);
    if (value === null || (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value))) return value;
    this.faults.push(`${name} must be a URL such as postgres://user:password@host:5432/database.`);
    return value;
  }
}

function pick(env: Environment, names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, env[name]]));
}
