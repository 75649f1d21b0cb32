import { type AddressInfo } from 'node:net';
import { createApp } from '../src/app.js';
import { Admissions } from '../src/access/role-bindings/admissions.service.js';
import { StandingRights } from '../src/access/role-bindings/standing-rights.service.js';
import { createDataSource } from '../src/database.js';
import { type Identity } from '../src/platform/access/caller.js';
import { permissionsOf } from '../src/platform/access/permission.js';
import { readConfig } from '../src/platform/config.js';
import { createLog } from '../src/platform/http/log.js';

/** The service with its authorisation, or for comparison without: then every holder of a token that stands may read, and nobody asks. */
const [databaseUrl = '', applicationName = '', checks = ''] = process.argv.slice(2);

const config = readConfig({ DATABASE_URL: databaseUrl, STAGEGATE_JWT_SECRET: 'x'.repeat(32), RATE_LIMIT_READS: '0' });
const { databaseLimits: limits, databasePoolSize: poolSize } = config;
const dataSource = await createDataSource(databaseUrl, { poolSize, limits, applicationName }).initialize();
const app = await createApp(config, dataSource, createLog('warn', true));
if (checks === 'unchecked') {
  const callers = new WeakMap<Identity, Identity>();
  const reader = (holder: Identity): Identity => {
    const known = callers.get(holder) ?? { ...holder, permissions: permissionsOf(['viewer']) };
    callers.set(holder, known);
    return known;
  };
  app.get(StandingRights).of = (holder) => Promise.resolve(reader(holder));
  app.get(Admissions).admit = (_request, caller) => Promise.resolve({ caller });
}
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
process.stdout.write(`http://127.0.0.1:${port}\n`);
process.once('SIGTERM', () => void app.close().then(() => dataSource.destroy()));
