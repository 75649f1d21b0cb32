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

const issuers = (...parts: object[]): string =>
  JSON.stringify(parts.map((part) => ({ name: 'company', issuer: 'https://id.example', audience: 'x', ...part })));

it.each([
  [{ PORT: '0x10' }, 'PORT'],
  [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS'],
  [{ CORS_ORIGINS: 'https://a.example, https://b.example/path' }, 'CORS_ORIGINS'],
  [{ CORS_ORIGINS: 'null' }, 'CORS_ORIGINS'],
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ DATABASE_POOL_SIZE: '1' }, 'DATABASE_POOL_SIZE'],
  [{ DATABASE_PASSWORD: 'x' }, 'DATABASE_PASSWORD'],
  [{ DATABASE_URL: 'postgres://u:p@h/d', DATABASE_PASSWORD: 'x', STAGEGATE_JWT_SECRET: SECRET }, 'no password'],
  [{ DATABASE_POOLER: 'session' }, 'DATABASE_POOLER'],
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
