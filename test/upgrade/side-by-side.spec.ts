import { contentDigest } from '../../src/record/audit/audit-chain.js';
import { Availability } from '../faults/availability.js';
import { History } from '../faults/history.js';
import { Ledger, People, POLICY } from '../faults/people.js';
import { contradictions, violations } from '../faults/violations.js';
import { type Json } from '../support/app/client.js';
import { SMALL } from '../support/app/predictions.js';
import { Receiver } from '../support/app/receiver.js';
import { ACCURACY_POLICY, type Fields, Person, uniqueName } from '../support/app/registry.js';
import { found, until } from '../support/limits.js';
import { MixedFleet, type Side } from './mixed-fleet.js';

const MODELS = ['alpha', 'beta', 'gamma'];
/** Changes of Production that are acknowledged before something else is done. */
const ENOUGH = 15;
const SIDES = ['previous', 'current'] as const;
const AS_JSON = { headers: { accept: 'application/json' } };

let fleet: MixedFleet;
/** Who changed what, from before the migration until this release was at work beside the previous one. */
const record = { history: new History(), availability: new Availability(), ledger: new Ledger() };

beforeAll(async () => {
  fleet = await MixedFleet.startPrevious();
  const { root } = fleet;
  await root.setsPolicy(null, { ...POLICY, rollback: { hold: false } });
  for (const name of MODELS) await root.creates(name);
  const people = new People(fleet, root.token!, MODELS, Math.random, record);
  const work = people.work();
  const changesOnceMore = (): Promise<void> => {
    const goal = record.ledger.transitions.length + ENOUGH;
    return until('Production was changed', () => record.ledger.transitions.length >= goal);
  };
  await changesOnceMore();
  await fleet.migrate();
  await changesOnceMore();
  await fleet.start('current');
  await changesOnceMore();
  await changesOnceMore();
  people.stop();
  await work;
});
afterAll(() => fleet?.end());

it('a migration under the previous release at work, and both at work after it, cost nobody a change or an answer', async () => {
  expect(await violations(fleet.database.url, record.history, record.ledger)).toEqual([]);
  expect(Math.min(fleet.sent.previous, fleet.sent.current)).toBeGreaterThan(ENOUGH);
});

it('a replica of the previous release that starts again on the new schema serves', async () => {
  await fleet.restart('previous');
  const root = fleet.at('previous', fleet.root);
  expect((await root.send('GET', '//readyz')).status).toBe(200);
  expect(await root.production('alpha')).toBe(await fleet.at('current', fleet.root).production('alpha'));
});

/** One does a thing, and the other goes on with it. */
describe.each<[Side, Side]>([
  ['previous', 'current'],
  ['current', 'previous'],
])('what the %s release begins, the %s one goes on with:', (one, other) => {
  const begins = (person: Person): Person => fleet.at(one, person);
  const goesOn = (person: Person): Person => fleet.at(other, person);
  let [root, ci, anna, viewer]: Person[] = [];

  beforeAll(async () => {
    root = fleet.root;
    ci = await fleet.person('ci', 'contributor');
    anna = await fleet.person('anna', 'approver');
    viewer = await fleet.person('viewer', 'viewer');
  });

  /** A model of one side's making, with versions that the other registers and measures. */
  async function model(accuracies: number[], policy: Fields = {}): Promise<string> {
    const name = await begins(ci!).creates(uniqueName(`of-${one}`));
    await begins(root!).setsPolicy(name, { ...ACCURACY_POLICY, ...policy });
    for (const accuracy of accuracies) {
      const { version } = await goesOn(ci!).registers(name);
      await begins(ci!).evaluates(name, version, { accuracy });
    }
    return name;
  }

  it('evidence and policies, which both judge alike', async () => {
    const name = await model([0.9, 0.5]);
    await begins(ci!).promotes(name, 1);
    const reports = [await begins(ci!).checks(name, 2), await goesOn(ci!).checks(name, 2)];
    const judged = reports.map(({ verdict, policyDigest, rules }: Json) => ({ verdict, policyDigest, rules }));
    expect(judged[0]).toMatchObject({ verdict: 'FAIL' });
    expect(judged[1]).toEqual(judged[0]);
    const { gateReport } = await goesOn(ci!).isRefused(name, 2);
    expect(await begins(root!).post(`/gate-reports/${gateReport.id}/replay`, {}, 200)).toMatchObject({ matches: true });
  });

  it('requests that await approval, rollbacks and holds', async () => {
    const name = await model([0.9, 0.92, 0.95], { approvals: undefined, rollback: { hold: true } });
    for (const version of [1, 2]) await goesOn(anna!).approves(await begins(ci!).asksFor(name, version));
    expect(await begins(viewer!).production(name)).toBe(2);
    expect(await begins(anna!).rollsBack(name)).toMatchObject({ version: 1, displacedVersion: 2 });
    for (const who of [begins(ci!), goesOn(ci!)])
      expect(await who.isRefused(name, 3)).toMatchObject({ code: 'ON_HOLD' });
    await goesOn(root!).liftsHold(name);
    await goesOn(anna!).approves(await begins(ci!).asksFor(name, 3));
    const tenures = await Promise.all(
      [begins(viewer!), goesOn(viewer!)].map((who) => who.get(`/models/${name}/history`)),
    );
    expect(tenures[0].items.map(({ version }: Json) => version)).toEqual([3, 1, 2, 1]);
    expect(tenures[1].items.map(({ version }: Json) => version)).toEqual([3, 1, 2, 1]);
  });

  it('tokens and rights, which are taken away at once', async () => {
    const { id, token } = await begins(root!).post('/tokens', { subject: 'guest', roles: [] });
    const guest = new Person(fleet.urlOf(other), token, 'guest');
    const reads = async (side: Side): Promise<number> =>
      (await fleet.at(side, guest).send('GET', `/models/${MODELS[0]}`)).status;
    expect([await reads(one), await reads(other)]).toEqual([404, 404]);
    const binding = await begins(root!).post('/role-bindings', { subject: 'guest', role: 'viewer', model: MODELS[0] });
    expect([await reads(one), await reads(other)]).toEqual([200, 200]);
    await goesOn(root!).delete(`/role-bindings/${binding.id}`);
    expect([await reads(one), await reads(other)]).toEqual([404, 404]);
    await goesOn(root!).delete(`/tokens/${id}`);
    expect([await reads(one), await reads(other)]).toEqual([401, 401]);
  });

  it('requests that are repeated with their key, changes of what was read before, and pages of lists', async () => {
    const headers = { 'idempotency-key': uniqueName('key') };
    const name = uniqueName(`kept-${one}`);
    const made = await begins(ci!).post('/models', { name }, 201, { headers });
    expect(await goesOn(ci!).post('/models', { name }, 201, { headers })).toEqual(made);
    const { headers: read } = await begins(ci!).send('GET', `/models/${name}`);
    const unchanged = { headers: { 'if-match': read.get('etag')! } };
    await goesOn(ci!).patch(`/models/${name}`, { description: 'Another.' }, 200, unchanged);
    await begins(ci!).patch(`/models/${name}`, { description: 'Too late.' }, 412, unchanged);
    const page = await begins(viewer!).get('/models?limit=2&sort=name');
    const next = await goesOn(viewer!).get(`/models?limit=2&sort=name&cursor=${page.nextCursor}`);
    expect([...page.items, ...next.items].map(({ name: each }: Json) => each)).toEqual(
      (await begins(viewer!).get('/models?limit=4&sort=name')).items.map(({ name: each }: Json) => each),
    );
  });

  it('freezes', async () => {
    const name = await model([0.9]);
    const start = new Date(Date.now() - 60_000).toISOString();
    const end = new Date(Date.now() + 3_600_000).toISOString();
    const freeze = await begins(root!).post('/freezes', {
      name: 'Stocktaking',
      reason: 'We count.',
      start,
      end,
      models: [name],
    });
    expect(await goesOn(ci!).isRefused(name, 1)).toMatchObject({ code: 'FROZEN' });
    await goesOn(root!).delete(`/freezes/${freeze.id}`);
    await begins(ci!).promotes(name, 1);
  });

  it('the feed, and webhooks, which tell of what either did', async () => {
    const receiver = await Receiver.start();
    try {
      const name = uniqueName(`told-${one}`);
      const hook = await begins(root!).post('/webhooks', { url: receiver.url, types: ['*'], model: name });
      await goesOn(ci!).creates(name);
      for (const who of [begins(ci!), goesOn(ci!), begins(ci!)]) await who.registers(name);
      const page = await begins(viewer!).get(`/events?model=${name}&limit=2&cursor=0`);
      const rest = await goesOn(viewer!).get(`/events?model=${name}&cursor=${page.nextCursor}`);
      const told = [...page.items, ...rest.items];
      expect(told.map(({ sequence }: Json) => sequence)).toEqual([1, 2, 3, 4]);
      await until('all is told', () => receiver.received.length >= 4);
      expect(new Set(receiver.events.map(({ id }) => id))).toEqual(new Set(told.map(({ id }: Json) => id)));
      const settled = async (): Promise<boolean> =>
        (await goesOn(root!).get(`/webhooks/${hook.id}/deliveries`)).items.every(
          ({ status }: Json) => status === 'delivered',
        );
      await until('every delivery is made', settled);
      await goesOn(root!).delete(`/webhooks/${hook.id}`);
    } finally {
      await receiver.stop();
    }
  });

  it('files of predictions, which either measures', async () => {
    const name = await model([]);
    await begins(ci!).registers(name);
    const form = new FormData();
    form.append('request', new Blob([JSON.stringify(SMALL)], { type: 'application/json' }), 'request.json');
    form.append('file', new Blob(['id,label,score\n1,0,0.2\n2,1,0.9\n3,1,0.7\n4,0,0.4\n']), 'small.csv');
    const sent = await fetch(`${fleet.urlOf(one)}/api/v1/models/${name}/versions/1/evaluations/from-predictions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ci!.token}` },
      body: form,
    });
    expect(sent.status).toBe(202);
    const { id } = (await sent.json()) as Json;
    const job = await found(`job ${id} has ended`, async () => {
      const { status, ...rest } = await goesOn(ci!).get(`/prediction-jobs/${id}`);
      return ['queued', 'running'].includes(status) ? undefined : { status, ...rest };
    });
    expect(job).toMatchObject({ status: 'succeeded' });
    const both = [begins(viewer!), goesOn(viewer!)].map((who) => who.get(`/evaluations/${job.evaluationId}`));
    const [mine, theirs] = await Promise.all(both);
    expect(theirs.metrics).toEqual(mine.metrics);
  });

  it('the record, which both find whole, with one digest and one export', async () => {
    const auditors = await Promise.all(SIDES.map(() => fleet.person(uniqueName('auditor'), 'viewer')));
    const { sequence: through } = await begins(viewer!).get('/audit-events/checkpoint', 200, AS_JSON);
    const verified = await Promise.all(
      SIDES.map((side, at) => fleet.at(side, auditors[at]!).get(`/audit-events/verification?to=${through}`)),
    );
    expect(verified[0]).toMatchObject({ valid: true, differing: 0, through });
    expect(verified[1]).toMatchObject({ valid: true, differing: 0, through, digest: verified[0].digest });
    const exported = `/audit-events/export?through=${through}`;
    expect(await goesOn(viewer!).get(exported)).toBe(await begins(viewer!).get(exported));
    const [mine, theirs] = [begins(viewer!), goesOn(viewer!)].map((who) =>
      who.get('/audit-events/checkpoint', 200, AS_JSON),
    );
    const { size, rootHash } = await mine!;
    expect(await theirs).toMatchObject({ size, rootHash });
  });
});

/** Writes an event of a kind that neither release has, as a later one would, into the chain of a model. */
async function writesLaterEvent(model: string): Promise<void> {
  const [actor, action, requestId, details] = ['ci', 'model.blessed', 'later', { by: 'all' }];
  const digest = contentDigest({ actor, action, model, version: null, requestId, details });
  await fleet.database.execute(
    `INSERT INTO audit_events (chain, actor, action, model_id, model, version, request_id, details, content_digest)
     SELECT m.id, '${actor}', '${action}', m.id, m.name, NULL, '${requestId}', '${JSON.stringify(details)}', '${digest}'
     FROM models m WHERE m.name = '${model}'`,
  );
}

it('an event of a kind that is not known yet is listed and told, and the record is whole with it', async () => {
  const receiver = await Receiver.start();
  try {
    const model = await fleet.root.creates(uniqueName('blessed'));
    const hook = await fleet.root.post('/webhooks', { url: receiver.url, types: ['*'], model });
    await writesLaterEvent(model);
    for (const side of SIDES) {
      const auditor = fleet.at(side, await fleet.person(uniqueName('auditor'), 'viewer'));
      expect((await auditor.audit(model)).map(({ action }) => action)).toEqual(['model.created', 'model.blessed']);
      const { items } = await auditor.get(`/events?model=${model}&cursor=0`);
      expect(items.map(({ type }: Json) => type)).toContain('dev.stagegate.model.blessed.v1');
      expect(await auditor.get('/audit-events/verification')).toMatchObject({ valid: true, differing: 0 });
    }
    await until('it is delivered', () => receiver.events.some(({ data }) => data.action === 'model.blessed'));
    await fleet.root.delete(`/webhooks/${hook.id}`);
  } finally {
    await receiver.stop();
  }
});

it('every model has one version in Production at most, and no row contradicts another', async () => {
  expect(await contradictions(fleet.database.url)).toEqual([]);
});
