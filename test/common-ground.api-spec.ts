import pg from 'pg';
import { TestApp } from './support/app/app.js';
import { type Answer } from './support/app/client.js';
import { ACCURACY_POLICY, guardedModel, Person, type Team, teamOf, uniqueName } from './support/app/registry.js';
import { until } from './support/limits.js';

/** Two replicas: what one answers has to hold for what the other has begun before. */
let app: TestApp;
let other: TestApp;
let outside: pg.Client;
let team: Team;

/** Nothing here waits in vain, and nothing may end because the machine is slow. */
const env = { DATABASE_LOCK_SECONDS: '3600', DATABASE_STATEMENT_SECONDS: '3600' };

beforeAll(async () => {
  app = await TestApp.start({ env });
  other = await TestApp.start({ env, beside: app });
  outside = new pg.Client({ connectionString: app.databaseUrl });
  await outside.connect();
  team = await teamOf(app);
});
afterAll(async () => {
  await outside?.end();
  await other?.stop();
  await app?.stop();
});
afterEach(() => team.root.setsPolicy(null, { preset: 'open' }));

/** A promotion to Production that may be made, and a change after which it may not. */
interface Case {
  model: string;
  promote: () => Promise<Answer>;
  change: () => Promise<unknown>;
}

const NOW = { start: '2020-01-01T00:00:00Z', end: '2120-01-01T00:00:00Z', reason: 'Stocktaking.' };

/** Somebody who asks the other replica for a promotion, of a model that needs no approval. */
async function asked(asker: Person, change: (model: string) => Promise<unknown>): Promise<Case> {
  const model = await guardedModel(team, {});
  const path = `/models/${model}/versions/2/transitions`;
  const promote = () => asker.at(other.url).sendOnce('POST', path, { toStage: 'Production' });
  return { model, promote, change: () => change(model) };
}

/** The last of two approvals that a promotion needs, at the other replica. */
async function approved(first: Person, change: () => Promise<unknown>): Promise<Case> {
  const model = await guardedModel(team, { approvals: { slots: [{ role: 'approver', count: 2 }] } });
  const request = await team.ci.asksFor(model, 2);
  await first.approves(request);
  const path = `/transitions/${request.id}/approvals`;
  return { model, promote: () => team.ben.at(other.url).sendOnce('POST', path, { decision: 'approve' }), change };
}

/** Somebody whose token carries these roles, and what takes it back. */
async function holder(...roles: string[]): Promise<{ person: Person; revoke: () => Promise<unknown> }> {
  const subject = uniqueName('person');
  const { id, token } = await team.root.post('/tokens', { subject, roles });
  return { person: new Person(app.url, token, subject), revoke: () => team.root.delete(`/tokens/${id}`) };
}

/** Somebody who lives by a binding, and what takes it back. */
async function bound(role: string): Promise<{ person: Person; unbind: () => Promise<unknown> }> {
  const { person } = await holder();
  const { id } = await team.root.post('/role-bindings', { subject: person.subject, role });
  return { person, unbind: () => team.root.delete(`/role-bindings/${id}`) };
}

async function freezes(models?: string[]): Promise<void> {
  const { id } = await team.root.post('/freezes', { name: 'Stocktaking', ...NOW, ...(models && { models }) });
  ended.push(id);
}
/** Freezes that are in nobody's way after their test. */
let ended: string[] = [];
afterEach(async () => {
  for (const id of ended) await team.root.delete(`/freezes/${id}`);
  ended = [];
});

const CHANGES: [string, () => Promise<Case>][] = [
  ['a freeze of the registry', () => asked(team.ci, () => freezes())],
  ['a freeze of the model', () => asked(team.ci, (model) => freezes([model]))],
  ['a hold', () => asked(team.ci, (model) => team.root.put(`/models/${model}/hold`, { reason: 'It drifts.' }))],
  [
    'a policy of the model',
    () =>
      asked(team.ci, (model) =>
        team.root.setsPolicy(model, { ...ACCURACY_POLICY, rules: [{ metric: 'accuracy', min: 0.99 }] }),
      ),
  ],
  [
    'a default policy',
    () =>
      asked(team.ci, () =>
        team.root.setsPolicy(null, { ...ACCURACY_POLICY, rules: [{ metric: 'accuracy', min: 0.99 }] }),
      ),
  ],
  [
    'a token that is revoked',
    async () => {
      const { person, revoke } = await holder('contributor');
      return asked(person, revoke);
    },
  ],
  [
    'a role binding that is removed',
    async () => {
      const { person, unbind } = await bound('contributor');
      return asked(person, unbind);
    },
  ],
  [
    'a role that gives less',
    async () => {
      const role = uniqueName('role');
      const permissions = ['registry:read', 'transition:move', 'transition:request'];
      await team.root.put(`/roles/${role}`, { permissions });
      const { person } = await bound(role);
      return asked(person, () => team.root.put(`/roles/${role}`, { permissions: ['registry:read'] }));
    },
  ],
  [
    'a session that ends',
    async () => {
      const { person } = await holder('contributor');
      const page = { 'sec-fetch-site': 'same-origin' };
      const begun = await team.root.send('POST', '/sessions', { token: person.token }, { headers: page });
      const cookie = begun.headers.get('set-cookie')!.split(';', 1)[0]!;
      const model = await guardedModel(team, {});
      const session = new Person(other.url, null, person.subject);
      const path = `/models/${model}/versions/2/transitions`;
      const promote = () => session.sendOnce('POST', path, { toStage: 'Production' }, { headers: { ...page, cookie } });
      return { model, promote, change: () => team.root.delete(`/sessions/${begun.body.id}`) };
    },
  ],
  [
    'the binding of somebody who approved',
    async () => {
      const { person, unbind } = await bound('approver');
      return approved(person, unbind);
    },
  ],
  [
    'the token of somebody who approved',
    async () => {
      const { person, revoke } = await holder('approver');
      return approved(person, revoke);
    },
  ],
];

/** How many sessions of the service wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await outside.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]!.count;
}

/** Does a change while a promotion waits for this lock, and answers what was in Production when it was told and at last. */
async function meanwhile(
  lock: string,
  { model, promote, change }: Case,
): Promise<{ told: number | null; production: number | null }> {
  await outside.query('BEGIN');
  await outside.query(lock, lock.includes('$1') ? [model] : []);
  const promotion = promote();
  await until('the promotion waits', async () => (await waiting()) === 1);
  let isAnswered = false;
  const changed = change().then(async () => {
    isAnswered = true;
    return team.viewer.production(model);
  });
  await until('the change waits or is answered', async () => isAnswered || (await waiting()) === 2);
  await outside.query('ROLLBACK');
  const [told] = await Promise.all([changed, promotion]);
  return { told, production: await team.viewer.production(model) };
}

/** At both places a promotion that does not see the change is over before that is answered, or else it sees it. */
describe.each(CHANGES)('once %s is answered, nothing is promoted that', (_change, prepare) => {
  it.each([
    ['was judged before it', 'LOCK TABLE transitions IN SHARE MODE'],
    ['was let in before it and waits for its turn', 'SELECT FROM models WHERE name = $1 FOR NO KEY UPDATE'],
  ])('%s', async (_place, lock) => {
    const { told, production } = await meanwhile(lock, await prepare());
    expect(production).toBe(told);
  });
});
