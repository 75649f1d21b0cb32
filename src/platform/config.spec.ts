import { ConfigError } from './config/settings-reader.js';
import { readConfig, readDatabaseConfig } from './config.js';

const SECRET = 'x'.repeat(32);

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env, false);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

it('needs nothing', () => {
  const config = readConfig({}, true);
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null, jwtSecret: null, logJson: false });
  expect(config.dataDir).toMatch(/\/\.stagegate$/);
  expect(Object.isFrozen(config)).toBe(true);
});

it('takes an empty variable for an absent one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' }, false)).toMatchObject({
    port: 3000,
    logLevel: 'info',
  });
});

it('keeps no data folder beside an external database unless told to', () => {
  const env = { DATABASE_URL: 'postgres://u:p@h/d', STAGEGATE_JWT_SECRET: SECRET };
  expect(readConfig(env, false).dataDir).toBeNull();
  expect(readConfig({ ...env, STAGEGATE_DATA_DIR: '/data' }, false).dataDir).toBe('/data');
});

it('gives the replica the password of the primary, unless it has one of its own', () => {
  const env = { DATABASE_URL: 'postgres://u@h/d', DATABASE_PASSWORD: 'p#', STAGEGATE_JWT_SECRET: SECRET };
  const replicaOf = (url: string) => readConfig({ ...env, DATABASE_READ_URL: url }, false).databaseReplica;
  expect(replicaOf('postgres://u@r/d')).toEqual({ url: 'postgres://u:p%23@r/d', maxLagSeconds: 5 });
  expect(replicaOf('postgres://u:q@r/d')).toEqual({ url: 'postgres://u:q@r/d', maxLagSeconds: 5 });
  expect(readConfig(env, false).databaseReplica).toBeNull();
});

const issuers = (...parts: object[]): string =>
  JSON.stringify(parts.map((part) => ({ name: 'company', issuer: 'https://id.example', audience: 'x', ...part })));

it.each([
  [{ PORT: '0x10' }, 'PORT'],
  [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS'],
  [{ CORS_ORIGINS: 'https://a.example, https://b.example/path' }, 'CORS_ORIGINS'],
  [{ CORS_ORIGINS: 'null' }, 'CORS_ORIGINS'],
  [{ STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '10.0.0.0/33' }, 'STAGEGATE_WEBHOOK_ALLOWED_NETWORKS'],
  [{ STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1, receiver' }, 'STAGEGATE_WEBHOOK_ALLOWED_NETWORKS'],
  [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://a', SMTP_URL_FILE: '/b' }, 'SMTP_URL_FILE'],
  [{ EVENTS_WAIT_SECONDS: '301' }, 'EVENTS_WAIT_SECONDS'],
  [{ EVENTS_WAIT_SECONDS: '0' }, 'EVENTS_WAIT_SECONDS'],
  [{ STAGEGATE_KAFKA_BROKERS: 'kafka:9092, kafka-2' }, '"kafka-2" is none'],
  [{ STAGEGATE_KAFKA_BROKERS: 'kafka:70000' }, '"kafka:70000" is none'],
  [{ STAGEGATE_KAFKA_BROKERS: 'kafka://kafka:9092' }, 'STAGEGATE_KAFKA_BROKERS'],
  [{ STAGEGATE_KAFKA_TOPIC: 'model events' }, 'STAGEGATE_KAFKA_TOPIC'],
  [{ STAGEGATE_KAFKA_START: 'earliest' }, 'STAGEGATE_KAFKA_START must be one of newest, oldest'],
  [{ STAGEGATE_KAFKA_TLS: 'yes' }, 'STAGEGATE_KAFKA_TLS'],
  [{ STAGEGATE_KAFKA_CA_FILE: '/nowhere' }, 'STAGEGATE_KAFKA_CA_FILE: /nowhere cannot be read'],
  [{ STAGEGATE_KAFKA_SASL_MECHANISM: 'PLAIN' }, 'needs STAGEGATE_KAFKA_USERNAME and STAGEGATE_KAFKA_PASSWORD'],
  [{ STAGEGATE_KAFKA_USERNAME: 'stagegate' }, 'belong together'],
  [{ STAGEGATE_KAFKA_PASSWORD: 'hunter2' }, 'belong together'],
  [
    {
      STAGEGATE_KAFKA_USERNAME: 'stagegate',
      STAGEGATE_KAFKA_PASSWORD: 'hunter2',
      STAGEGATE_KAFKA_SASL_MECHANISM: 'PLAIN',
    },
    'STAGEGATE_KAFKA_SASL_MECHANISM PLAIN sends the password as it is',
  ],
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ DATABASE_POOL_SIZE: '1' }, 'DATABASE_POOL_SIZE'],
  [{ DATABASE_PASSWORD: 'x' }, 'DATABASE_PASSWORD'],
  [{ DATABASE_URL: 'postgres://u:p@h/d', DATABASE_PASSWORD: 'x', STAGEGATE_JWT_SECRET: SECRET }, 'no password'],
  [{ DATABASE_POOLER: 'session' }, 'DATABASE_POOLER'],
  [{ DATABASE_READ_URL: 'postgres://u:p@r/d' }, 'DATABASE_READ_URL needs a DATABASE_URL'],
  [
    { DATABASE_URL: 'postgres://u:p@h/d', DATABASE_READ_URL: 'mysql://r/d', STAGEGATE_JWT_SECRET: SECRET },
    'DATABASE_READ_URL must be a URL',
  ],
  [{ DATABASE_READ_MAX_LAG: '0' }, 'DATABASE_READ_MAX_LAG'],
  [{ DATABASE_LOCK_SECONDS: '0' }, 'DATABASE_LOCK_SECONDS'],
  [{ DATABASE_IDLE_SECONDS: '14' }, 'DATABASE_IDLE_SECONDS must be 15 or more'],
  [{ BODY_LIMIT: '8MB' }, 'BODY_LIMIT'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT'],
  [{ STAGEGATE_JWT_SECRET: 'short' }, 'STAGEGATE_JWT_SECRET'],
  [{ STAGEGATE_JWT_PUBLIC_KEY_FILE: 'key.pem' }, 'STAGEGATE_JWT_PUBLIC_KEY_FILE'],
  [{ STAGEGATE_JWT_SECRET: SECRET, STAGEGATE_JWT_PRIVATE_KEY_FILE: 'key.pem' }, 'exclude each other'],
  [{ DATABASE_URL: 'postgres://u:p@h/d' }, 'no place to keep a secret'],
  [{ STAGEGATE_JWT_PREVIOUS_SECRETS: `${SECRET}\nshort` }, 'STAGEGATE_JWT_PREVIOUS_SECRETS'],
  [{ STAGEGATE_JWT_SECRET_FILE: '/nowhere' }, 'STAGEGATE_JWT_SECRET_FILE: /nowhere cannot be read'],
  [{ OIDC_ISSUER: 'https://id.example' }, 'belong together'],
  [{ OIDC_ISSUER: 'http://id.example', OIDC_AUDIENCE: 'x' }, 'OIDC_ISSUER must be an https URL'],
  [{ OIDC_ISSUERS: '/nowhere.json' }, 'OIDC_ISSUERS: /nowhere.json cannot be read'],
  [{ OIDC_ISSUERS: '[{' }, 'OIDC_ISSUERS'],
  [{ OIDC_ISSUERS: '{}' }, 'OIDC_ISSUERS'],
  [{ OIDC_ISSUERS: issuers({ name: 'Company' }) }, 'OIDC_ISSUERS/0/name'],
  [{ OIDC_ISSUERS: issuers({ name: 'stagegate' }) }, 'OIDC_ISSUERS/0/name'],
  [{ OIDC_ISSUERS: issuers({ algorithms: ['HS256'] }) }, 'OIDC_ISSUERS/0/algorithms/0'],
  [{ OIDC_ISSUERS: issuers({ groupRoles: { a: ['owner'] } }) }, 'OIDC_ISSUERS/0/groupRoles/a/0'],
  [{ OIDC_ISSUERS: issuers({ audiences: 'x' }) }, 'audiences'],
  [{ OIDC_ISSUERS: issuers({}, { name: 'other' }) }, 'is the issuer of two'],
  [{ OIDC_ISSUERS: issuers({}, { issuer: 'https://other.example' }) }, 'is the name of two'],
])('%j is a fault', (env, named) => {
  expect(faultsOf(env as Record<string, string>)).toEqual([expect.stringContaining(named)]);
});

it('sends events to no Kafka unless brokers are named', () => {
  expect(readConfig({ STAGEGATE_KAFKA_TOPIC: 'models' }, false).events.kafka).toBeNull();
  const brokers = { STAGEGATE_KAFKA_BROKERS: 'kafka-1:9092, [::1]:9093' };
  expect(readConfig(brokers, false).events.kafka).toEqual({
    brokers: [
      { host: 'kafka-1', port: 9092 },
      { host: '::1', port: 9093 },
    ],
    topic: 'stagegate.events',
    types: null,
    start: 'newest',
    tls: null,
    sasl: null,
  });
  const more = {
    STAGEGATE_KAFKA_TYPES: 'dev.stagegate.transition.applied.v1, dev.stagegate.model.created.v1',
    STAGEGATE_KAFKA_TLS: 'true',
    STAGEGATE_KAFKA_USERNAME: 'stagegate',
    STAGEGATE_KAFKA_PASSWORD: 'hunter2',
  };
  expect(readConfig({ ...brokers, ...more }, false).events.kafka).toMatchObject({
    types: ['dev.stagegate.transition.applied.v1', 'dev.stagegate.model.created.v1'],
    tls: { ca: null, client: null },
    sasl: { mechanism: 'SCRAM-SHA-512', username: 'stagegate', password: 'hunter2' },
  });
});

it('names all faults at once, and no password', () => {
  const faults = faultsOf({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'mysql://root:hunter2@h/d' });
  expect(faults).toHaveLength(4);
  expect(faults.join()).not.toContain('hunter2');
});

it('tells of misspelt settings beside the faults, which may come of them', () => {
  const env = { DATABASE_URL: 'postgres://u:p@h/d', STAGEGATE_JWT_SECRT: SECRET };
  expect(() => readConfig(env, false)).toThrow(
    /has 1 fault:\n {2}With DATABASE_URL .*\n.*Did you mean STAGEGATE_JWT_SECRET\?$/,
  );
  expect(readConfig({ STAGEGATE_DATADIR: 'x' }, false).warnings).toEqual([
    'STAGEGATE_DATADIR is no setting of Stagegate and has no effect. Did you mean STAGEGATE_DATA_DIR?',
  ]);
});

it('migrations need a database and no secret', () => {
  expect(readDatabaseConfig({ DATABASE_URL: 'postgres://u:p@h/d' })).toMatchObject({ dataDir: null, warnings: [] });
  expect(() => readDatabaseConfig({ DATABASE_URL: 'mysql://h/d' })).toThrow('DATABASE_URL must be a URL');
});
