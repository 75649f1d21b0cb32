import { unknownSettings } from './unknown-settings.js';

it.each([
  [{ STAGEGATE_DATADIR: 'x' }, 'STAGEGATE_DATA_DIR'],
  [{ stagegate_data_dir: 'x' }, 'STAGEGATE_DATA_DIR'],
  [{ STAGEGATE_PREDICTION_MAX_ROW: '5' }, 'STAGEGATE_PREDICTIONS_MAX_ROWS'],
  [{ STAGEGATE_JWT_SECRT: 'x' }, 'STAGEGATE_JWT_SECRET'],
  [{ DATABSE_URL: 'x' }, 'DATABASE_URL'],
  [{ DATABASE_URI: 'x' }, 'DATABASE_URL'],
  [{ RATE_LIMITS_READ: '5' }, 'RATE_LIMIT_READS'],
  [{ TRUSTED_PROXYS: '::1' }, 'TRUSTED_PROXIES'],
])('%j is warned of with the setting that is meant', (env, meant) => {
  expect(unknownSettings(env as Record<string, string>)).toEqual([expect.stringMatching(`Did you mean ${meant}\\?$`)]);
});

it.each([
  { PATH: '/bin', HOSTNAME: 'web-1', PORT: '1', PORTS: '1', DATABASE_HOST: 'db', DATABASE_NAME: 'n', LOG_FILE: 'x' },
  { STAGEGATE_URL: 'u', STAGEGATE_TOKEN: 't', STAGEGATE_REVIEWER_TOKEN: 'r' },
  // What is meant is set: the other is another program's.
  { DATABASE_URL: 'postgres://h/d', DATABASE_URL2: 'postgres://h/e' },
  { STAGEGATE_COLOUR: ' ' },
] as Record<string, string>[])('%j is nothing to warn of', (env) => {
  expect(unknownSettings(env)).toEqual([]);
});
