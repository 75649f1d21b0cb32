import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { Receiver } from './support/app/receiver.js';
import { Person, teamOf, type Team, uniqueName } from './support/app/registry.js';
import { until } from './support/limits.js';

let app: TestApp;
let team: Team;
let receiver: Receiver;

beforeAll(async () => {
  app = await TestApp.start({ env: { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' } });
  team = await teamOf(app);
  receiver = await Receiver.start();
});
afterAll(async () => {
  await app?.stop();
  await receiver?.stop();
});

/** A webhook with a path of its own. */
async function hook(filter: object, maker: Person = team.root): Promise<Json> {
  const path = `/${uniqueName('hook')}`;
  return maker.post('/webhooks', { url: `http://127.0.0.1:${receiver.port}${path}`, types: ['*'], ...filter });
}

/** What a webhook was told of once all that happened so far was looked through for it and sent, as `action name`. */
async function told({ id, url }: Json): Promise<string[]> {
  const newest = 'SELECT max(sequence) FROM audit_events';
  const behind = `SELECT FROM webhooks WHERE id = $1 AND position < (${newest})`;
  await until('all is looked through', async () => (await app.dataSource.query(behind, [id])).length === 0);
  const waiting = `SELECT FROM webhook_deliveries WHERE webhook_id = $1 AND status = 'waiting'`;
  await until('all is sent', async () => (await app.dataSource.query(waiting, [id])).length === 0);
  const { pathname } = new URL(url);
  return receiver.received.filter(({ path }) => path === pathname).map(({ body: { data } }) => short(data));
}

const short = ({ action, model, details }: Json): string =>
  action === 'model.renamed' ? `${details.from} → ${details.to}` : `${action} ${model}`;

const renames = (model: string, newName: string): Promise<Json> =>
  team.root.post(`/models/${model}/rename`, { newName }, 200);

it('one of a model is told of it under its new name, and of another one that takes the old name from then on', async () => {
  const [former, later] = [uniqueName('former'), uniqueName('later')];
  const made = await hook({ model: former });
  await team.ci.creates(former);
  await renames(former, later);
  await team.ci.registers(later);
  const own = [`model.created ${former}`, `${former} → ${later}`, `version.registered ${later}`];
  expect(await told(made)).toEqual(own);
  await team.ci.creates(former);
  await team.ci.registers(later);
  await team.ci.registers(former);
  expect(await told(made)).toEqual([...own, `model.created ${former}`, `version.registered ${former}`]);
});

it('one of a beginning of names is told of a model from its coming until its going, of both renames included', async () => {
  const [prefix, outside] = [uniqueName('in'), uniqueName('out')];
  const inside = `${prefix}-1`;
  const made = await hook({ modelPrefix: prefix });
  await team.ci.creates(outside);
  await team.ci.registers(outside);
  await renames(outside, inside);
  await team.ci.registers(inside);
  await renames(inside, outside);
  await team.ci.registers(outside);
  const whileInside = [`${outside} → ${inside}`, `version.registered ${inside}`, `${inside} → ${outside}`];
  expect(await told(made)).toEqual(whileInside);
  await renames(outside, inside);
  expect(await told(made)).toEqual([...whileInside, `${outside} → ${inside}`]);
});

it('one of somebody who may read some models tells of none that is renamed out of these, and not of where it went', async () => {
  const [prefix, secret] = [uniqueName('seen'), uniqueName('secret')];
  const seen = `${prefix}-1`;
  await team.root.put('/roles/teller', { permissions: ['self:read', 'webhook:manage'] });
  await team.root.post('/role-bindings', { subject: 'tilda', role: 'teller' });
  await team.root.post('/role-bindings', { subject: 'tilda', role: 'viewer', modelPrefix: prefix });
  const tilda = await Person.of(app, 'tilda');
  const [all, byId] = [await hook({}, tilda), await hook({ model: seen }, tilda)];
  await team.ci.creates(seen);
  await team.ci.registers(seen);
  const own = [`model.created ${seen}`, `version.registered ${seen}`];
  for (const made of [all, byId]) expect(await told(made)).toEqual(own);
  await renames(seen, secret);
  await team.ci.registers(secret);
  for (const made of [all, byId]) expect(await told(made)).toEqual(own);
  await tilda.get(`/models/${secret}`, 404);
  await renames(secret, seen);
  await team.ci.registers(seen);
  const back = [`${secret} → ${seen}`, `version.registered ${seen}`];
  for (const made of [all, byId]) expect(await told(made)).toEqual([...own, ...back]);
});
