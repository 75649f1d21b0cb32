import { findPooler } from '../src/platform/database/pooler.js';
import { TestApp } from './support/app/app.js';
import { Person, uniqueName } from './support/app/registry.js';
import { hasPgBouncer, PgBouncer } from './support/processes/pgbouncer.js';

const withPgBouncer = hasPgBouncer() ? it : it.skip;

let app: TestApp;
let bouncer: PgBouncer;

async function start(pooler: string): Promise<void> {
  app = await TestApp.start({
    env: { DATABASE_POOLER: pooler, DATABASE_LOCK_SECONDS: '1' },
    way: async (url) => {
      bouncer = await PgBouncer.before(url);
      return bouncer.url;
    },
  });
}
afterEach(async () => {
  await app.stop();
  await bouncer.end();
});

withPgBouncer(
  'through a pooler that lends by the transaction everything works, and what waits is bounded',
  async () => {
    await start('transaction');
    expect(await findPooler(bouncer.url, 'auto', 5)).toBe(true);
    expect(await findPooler(app.databaseUrl, 'auto', 5)).toBe(false);
    const ci = await Person.of(app, 'ci', 'contributor');
    const models = await Promise.all(Array.from({ length: 8 }, () => ci.creates(uniqueName())));
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        models.map(async (model) => {
          await ci.post(`/models/${model}/versions`, { artifactUri: 's3://a' }, 201, {
            headers: { 'idempotency-key': `${model}-${round}` },
          });
          expect((await ci.get(`/models/${model}/versions/${round + 1}`)).version).toBe(round + 1);
          await ci.get(`/models/${model}/stages/Production`, 404);
          expect((await ci.get(`/models?limit=2`)).items).toHaveLength(2);
        }),
      );
    }
    const told = await ci.get('/events?type=dev.stagegate.version.registered.v1&limit=200');
    expect(told.items).toHaveLength(10 * models.length);
    const waited = await ci.get(`/events?cursor=${told.nextCursor}&waitSeconds=1`);
    expect(waited).toEqual({ items: [], nextCursor: told.nextCursor });
    expect((await ci.sendOnce('GET', '//readyz')).status).toBe(200);
    const direct = app.dataSource.createQueryRunner();
    await direct.startTransaction();
    await direct.query('SELECT 1 FROM models WHERE name = $1 FOR UPDATE', [models[0]]);
    const busy = await ci.sendOnce('POST', `/models/${models[0]}/versions`, { artifactUri: 's3://a' });
    expect([busy.status, busy.body.code]).toEqual([503, 'MODEL_BUSY']);
    await direct.rollbackTransaction();
    await direct.release();
  },
);
