import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { ENGINE_ENV, SMALL } from './support/app/predictions.js';
import {
  ACCURACY_POLICY,
  DATASET,
  guardedModel,
  Person,
  slots,
  type Team,
  teamOf,
  uniqueName,
} from './support/app/registry.js';
import { until } from './support/limits.js';

let app: TestApp;
let team: Team;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-held-back-'));

beforeAll(async () => {
  app = await TestApp.start({ env: { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir } });
  team = await teamOf(app);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const JSON_TYPE = 'application/json';
const artifactUri = 's3://models/3';
const metrics = [{ name: 'accuracy', value: 0.9, count: 100 }];
const UPLOAD = [
  '--x\r\nContent-Disposition: form-data; name="request"\r\n\r\n',
  JSON.stringify({ ...SMALL }),
  '\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n',
  'id,label,score\n1,1,0.9\n2,0,0.1\n\r\n--x--\r\n',
].join('');

/** A write, by how its right is found: by the path, a thing that the path names, a field of the body, or a body that is a stream. */
interface Write {
  method: string;
  path: string;
  body: string | object;
  type?: string;
  role?: string;
}

type MakeWrite = (model: string) => Write | Promise<Write>;

const OF_A_MODEL: [string, MakeWrite][] = [
  [
    'a promotion',
    (model) => ({
      method: 'POST',
      path: `/models/${model}/versions/2/transitions`,
      body: { toStage: 'Production' },
      role: 'contributor',
    }),
  ],
  [
    'an approval',
    async (model) => {
      await team.root.setsPolicy(model, { ...ACCURACY_POLICY, ...slots(1) });
      const { id } = await team.ci.asksFor(model, 2);
      return { method: 'POST', path: `/transitions/${id}/approvals`, body: { decision: 'approve' }, role: 'approver' };
    },
  ],
  [
    'a rollback',
    async (model) => {
      await team.ci.promotes(model, 2);
      return { method: 'POST', path: `/models/${model}/rollback`, body: { reason: 'It drifts.' }, role: 'approver' };
    },
  ],
  ['a registration', (model) => ({ method: 'POST', path: `/models/${model}/versions`, body: { artifactUri } })],
  [
    'an evaluation',
    (model) => ({
      method: 'POST',
      path: `/models/${model}/versions/2/evaluations`,
      body: { dataset: { ...DATASET, version: '2' }, metrics },
    }),
  ],
  ['a policy', (model) => ({ method: 'PUT', path: `/models/${model}/gate-policy`, body: { preset: 'open' } })],
  ['a change of a model', (model) => ({ method: 'PATCH', path: `/models/${model}`, body: { description: 'Ours.' } })],
  ['an alias', (model) => ({ method: 'PUT', path: `/models/${model}/aliases/blue`, body: { version: 1 } })],
  ['a hold', (model) => ({ method: 'PUT', path: `/models/${model}/hold`, body: { reason: 'It drifts.' } })],
  [
    'an upload of predictions',
    (model) => ({
      method: 'POST',
      path: `/models/${model}/versions/2/evaluations/from-predictions`,
      body: UPLOAD,
      type: 'multipart/form-data; boundary=x',
    }),
  ],
  [
    'a registration by MLflow',
    (name) => ({
      method: 'POST',
      path: '//api/2.0/mlflow/model-versions/create',
      body: { name, source: artifactUri },
    }),
  ],
];

const NOW = { name: 'Stocktaking', reason: 'Ours.', start: '2020-01-01T00:00:00Z', end: '2020-02-01T00:00:00Z' };

const OF_THE_REGISTRY: [string, MakeWrite][] = [
  ['a freeze', () => ({ method: 'POST', path: '/freezes', body: NOW })],
  ['a freeze of a model', (model) => ({ method: 'POST', path: '/freezes', body: { ...NOW, models: [model] } })],
  ['a role binding', () => ({ method: 'POST', path: '/role-bindings', body: { subject: 'mallory', role: 'admin' } })],
  ['a token', () => ({ method: 'POST', path: '/tokens', body: { subject: 'mallory', roles: ['admin'] } })],
  ['a new model', () => ({ method: 'POST', path: '/models', body: { name: uniqueName('late') } })],
];

/** Somebody who may write, by a token alone or by a binding beside it, and how that ends. */
interface Writer {
  person: Person;
  headers: Record<string, string>;
  lose: () => Promise<unknown>;
}

async function byToken({ role = 'admin' }: Write): Promise<Writer> {
  const { id, person } = await tokenOf(role);
  return { person, headers: bearer(person), lose: () => team.root.delete(`/tokens/${id}`) };
}

async function bySession({ role = 'admin' }: Write): Promise<Writer> {
  const { person } = await tokenOf(role);
  const page = { 'sec-fetch-site': 'same-origin' };
  const { headers, body } = await team.root.send('POST', '/sessions', { token: person.token }, { headers: page });
  const cookie = headers.get('set-cookie')!.split(';', 1)[0]!;
  return { person, headers: { ...page, cookie }, lose: () => team.root.delete(`/sessions/${body.id}`) };
}

const byBinding =
  (isOfModel: boolean) =>
  async ({ role = 'admin' }: Write, model: string): Promise<Writer> => {
    const { person } = await tokenOf();
    const binding = { subject: person.subject, role, ...(isOfModel && { model }) };
    const { id } = await team.root.post('/role-bindings', binding);
    return { person, headers: bearer(person), lose: () => team.root.delete(`/role-bindings/${id}`) };
  };

async function tokenOf(...roles: string[]): Promise<{ id: string; person: Person }> {
  const subject = uniqueName('writer');
  const { id, token } = await team.root.post('/tokens', { subject, roles });
  return { id, person: new Person(app.url, token, subject) };
}

const bearer = ({ token }: Person): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** Sends all but the last byte, does something once the service waits for that, and answers what comes of it. */
async function holdingBack(
  { method, path, body, type = JSON_TYPE }: Write,
  headers: Record<string, string>,
  meanwhile: () => Promise<unknown>,
): Promise<number> {
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const arrived = once(app.nest.getHttpServer(), 'request');
  const target = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
  const outgoing = httpRequest(`${app.url}${target}`, {
    method,
    headers: { ...headers, 'content-type': type, 'content-length': sent.length },
  });
  outgoing.write(sent.slice(0, -1));
  const [incoming] = (await arrived) as [IncomingMessage];
  await until('the service reads the body', () => incoming.listenerCount('data') > 0);
  await meanwhile();
  outgoing.end(sent.slice(-1));
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode!;
}

/** What the record says that somebody did. */
async function deeds({ subject }: Person): Promise<string[]> {
  const events = await team.root.readsAll(`/audit-events?actor=${encodeURIComponent(subject)}`);
  return events.map(({ action }) => action).filter((action) => action !== 'access.denied');
}

type MakeWriter = (write: Write, model: string) => Promise<Writer>;

/** Of whoever is left with no right it depends on the route whether that may know what there is. */
const LEFT_WITH_NONE = [403, 404];
const PROOFS: [string, MakeWriter, number[]][] = [
  ['its token was revoked', byToken, [401]],
  ['its session ended', bySession, [401]],
  ['its binding for all was removed', byBinding(false), LEFT_WITH_NONE],
];
const OF_MODEL: [string, MakeWriter, number[]] = [
  'its binding for the model was removed',
  byBinding(true),
  LEFT_WITH_NONE,
];

describe.each([
  ...OF_A_MODEL.map(([name, make]) => ({ name, make, proofs: [...PROOFS, OF_MODEL] })),
  ...OF_THE_REGISTRY.map(([name, make]) => ({ name, make, proofs: PROOFS })),
])('$name whose body was held back', ({ make, proofs }) => {
  it.each(proofs)('until %s is not done', async (_loss, prepare, refusals) => {
    const model = await guardedModel(team, {});
    const write = await make(model);
    const { person, headers, lose } = await prepare(write, model);
    const before = await deeds(person);
    expect(refusals).toContain(await holdingBack(write, headers, lose));
    expect(await deeds(person)).toEqual(before);
  });

  it('while nothing changed is done', async () => {
    const model = await guardedModel(team, {});
    const write = await make(model);
    const { person, headers } = await byToken(write);
    expect(await holdingBack(write, headers, () => Promise.resolve())).toBeLessThan(300);
    expect(await deeds(person)).not.toEqual([]);
  });
});

it('a key for the answer keeps nobody a right either', async () => {
  const model = await guardedModel(team, {});
  const [, make] = OF_A_MODEL.find(([name]) => name === 'an upload of predictions')!;
  for (const write of [await make(model), { method: 'POST', path: '/models', body: { name: uniqueName('late') } }]) {
    const { person, headers, lose } = await byToken(write);
    expect(await holdingBack(write, { ...headers, 'idempotency-key': uniqueName('key') }, lose)).toBe(401);
    expect(await deeds(person)).toEqual([]);
  }
});
