import { type Json } from './support/app/client.js';
import { TestApp } from './support/app/app.js';
import { MailServer } from './support/app/mail-server.js';
import { isSignedBy, isSignedFor, Receiver } from './support/app/receiver.js';
import { guardedModel, teamOf, type Team, uniqueName } from './support/app/registry.js';
import { found, until } from './support/limits.js';
import { Clock } from '../src/platform/clock.js';

const HOUR_MS = 3_600_000;
const TYPE = 'dev.stagegate.model.created.v1';

let app: TestApp;
let team: Team;
let receiver: Receiver;
let mail: MailServer;
/** How far the clock of the service is ahead. */
let ahead = 0;

beforeAll(async () => {
  mail = await MailServer.start();
  app = await TestApp.start({ env: { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8', SMTP_URL: mail.url } });
  app.nest.get(Clock).now = () => new Date(Date.now() + ahead);
  team = await teamOf(app);
});
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());
afterAll(async () => {
  await app?.stop();
  await mail?.stop();
});

/** A webhook to the receiver, of one model unless something else is asked for. */
function hook(fields: Json = {}): Promise<Json> {
  return team.root.post('/webhooks', { url: receiver.url, types: ['*'], ...fields });
}

const actionsOf = (events: Json[]): string[] => events.map(({ data }) => data.action);

async function deliveriesOf({ id }: Json, query = ''): Promise<Json[]> {
  return (await team.root.get(`/webhooks/${id}/deliveries?${query}`)).items;
}

/** A delivery that came in is written down after its answer; until then it is under way, and sent again if that is cut off. */
function untilDelivered(made: Json, count: number): Promise<void> {
  return until('all is delivered', async () => (await deliveriesOf(made, 'status=delivered')).length === count);
}

/** Lets time pass until so many deliveries are made. */
async function passTimeUntil(what: string, isSo: () => boolean | Promise<boolean>, stepMs = HOUR_MS): Promise<void> {
  await until(what, async () => {
    ahead += stepMs;
    return isSo();
  });
}

it('a receiver is told of each event of its model in order, with signatures of both kinds', async () => {
  const model = uniqueName('told');
  const made = await hook({ model });
  expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(made.publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  await team.ci.creates(uniqueName('other'));
  await team.ci.creates(model);
  await team.ci.registersMany(model, 3);
  await untilDelivered(made, 4);
  expect(receiver.events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  const { items } = await team.root.get(`/events?model=${model}`);
  expect(receiver.events).toEqual(items);
  for (const delivery of receiver.received) {
    expect(delivery.headers['content-type']).toBe('application/cloudevents+json');
    expect([isSignedBy(made.secret, delivery), isSignedFor(made.publicKey, delivery)]).toEqual([true, true]);
  }
  const deliveries = await deliveriesOf(made);
  expect(deliveries.map(({ status, responseStatus }) => [status, responseStatus])).toEqual(
    deliveries.map(() => ['delivered', 204]),
  );
  expect(deliveries.map(({ id }) => `msg_${id}`).reverse()).toEqual(
    receiver.received.map(({ headers }) => headers['webhook-id']),
  );
});

it('types and the beginning of names choose what is told, and the secret is shown once', async () => {
  const prefix = uniqueName('team');
  const { id, secret } = await hook({ modelPrefix: prefix, types: ['dev.stagegate.version.registered.v1'] });
  for (const model of [uniqueName(prefix), uniqueName('else')]) {
    await team.ci.creates(model);
    await team.ci.registers(model);
  }
  await until('it is told', () => receiver.received.length > 0);
  const shown = [await team.root.get(`/webhooks/${id}`), await team.root.get('/webhooks')];
  const told = await team.root.get('/events?type=dev.stagegate.webhook.created.v1');
  expect(JSON.stringify([shown, told])).not.toContain(secret);
  expect(JSON.stringify(told)).not.toContain('/hook');
  expect(actionsOf(receiver.events)).toEqual(['version.registered']);
});

it('a receiver that is down for an hour gets everything afterwards, in order', async () => {
  const model = uniqueName('patient');
  const made = await hook({ model });
  let isDown = true;
  receiver.answer = () => (isDown ? 503 : 204);
  await team.ci.creates(model);
  await team.ci.registersMany(model, 5);
  await passTimeUntil('it was tried some times', () => receiver.received.length >= 4, HOUR_MS / 10);
  expect(new Set(receiver.events.map(({ sequence }) => sequence))).toEqual(new Set([1]));
  const [waiting] = (await deliveriesOf(made)).slice(-1);
  expect(waiting).toMatchObject({ status: 'waiting', responseStatus: 503 });
  isDown = false;
  receiver.received.length = 0;
  await passTimeUntil('all is told', () => receiver.received.length === 6);
  expect(receiver.events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
});

it('what cannot be delivered for three days is given up, what follows is told, and it can be sent again', async () => {
  const model = uniqueName('refusing');
  const made = await hook({ model });
  receiver.answer = ({ body }) => (body.sequence === 2 ? 500 : 200);
  await team.ci.creates(model);
  await team.ci.registersMany(model, 2);
  await passTimeUntil(
    'the last one is told',
    () => receiver.events.some(({ sequence }) => sequence === 3),
    6 * HOUR_MS,
  );
  const dead = await deliveriesOf(made, 'status=dead');
  expect(dead).toMatchObject([{ type: 'dev.stagegate.version.registered.v1', error: 'The receiver answered 500.' }]);
  receiver.answer = () => 200;
  receiver.received.length = 0;
  await team.root.post(`/webhooks/${made.id}/deliveries/${dead[0].id}/redeliver`, undefined, 202);
  await until('it is told', () => receiver.received.length === 1);
  expect(receiver.received[0]!.headers['webhook-id']).toBe(`msg_${dead[0].id}`);
  await untilDelivered(made, 3);
});

it('a span of time is told again, with what came before the webhook', async () => {
  const model = await team.ci.creates(uniqueName('again'));
  const [first] = (await team.root.get(`/events?model=${model}`)).items;
  const made = await hook({ model });
  await team.ci.registersMany(model, 2);
  await untilDelivered(made, 2);
  receiver.received.length = 0;
  const answer = await team.root.post(`/webhooks/${made.id}/redeliveries`, { from: first.time }, 202);
  expect(answer).toEqual({ deliveries: 3 });
  const backwards = { from: first.time, to: '2026-01-01T00:00:00.000Z' };
  const { errors } = await team.root.post(`/webhooks/${made.id}/redeliveries`, backwards, 400);
  expect(errors).toMatchObject([{ pointer: '/from' }]);
  await until('all is told', () => receiver.received.length === 3);
  expect(receiver.events.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

it('410 disables a webhook, and what happened meanwhile is told when it is enabled again', async () => {
  const model = uniqueName('gone');
  const made = await hook({ model });
  receiver.answer = () => 410;
  await team.ci.creates(model);
  await until('it is disabled', async () => !(await team.root.get(`/webhooks/${made.id}`)).enabled);
  expect(await team.root.get(`/webhooks/${made.id}`)).toMatchObject({ disabledReason: expect.stringContaining('410') });
  await team.ci.registers(model);
  receiver.answer = () => 200;
  receiver.received.length = 0;
  await team.root.patch(`/webhooks/${made.id}`, { enabled: true });
  await passTimeUntil('all is told', () => receiver.received.length === 2);
  expect(receiver.events.map(({ sequence }) => sequence)).toEqual([1, 2]);
  const { items } = await team.root.get('/events?type=dev.stagegate.webhook.disabled.v1');
  expect(items).toMatchObject([{ subject: `/api/v1/webhooks/${made.id}`, data: { actor: 'stagegate' } }]);
});

it('while a secret is exchanged both sign, and afterwards the new one alone', async () => {
  const model = await team.ci.creates(uniqueName('rotated'));
  const made = await hook({ model });
  const rotated = await team.root.post(`/webhooks/${made.id}/secret`, { overlapSeconds: 60 }, 200);
  const signers = () => {
    const last = receiver.received.at(-1)!;
    return [made, rotated].map(({ secret, publicKey }) => isSignedBy(secret, last) && isSignedFor(publicKey, last));
  };
  await team.ci.registers(model);
  await until('it is told', () => receiver.received.length === 1);
  expect(signers()).toEqual([true, true]);
  ahead += 61_000;
  await team.ci.registers(model);
  await until('it is told', () => receiver.received.length === 2);
  expect(signers()).toEqual([false, true]);
});

it('a test is sent at once and is no event', async () => {
  const made = await hook({ types: ['dev.stagegate.model.deleted.v1'] });
  expect(await team.root.post(`/webhooks/${made.id}/test`, undefined, 200)).toMatchObject({
    delivered: true,
    responseStatus: 204,
    error: null,
  });
  expect(isSignedBy(made.secret, receiver.received[0]!)).toBe(true);
  expect(receiver.events).toMatchObject([{ type: 'dev.stagegate.webhook.tested.v1', data: { askedBy: 'root' } }]);
  receiver.answer = () => ({ status: 302, location: receiver.url });
  expect(await team.root.post(`/webhooks/${made.id}/test`, undefined, 200)).toMatchObject({
    delivered: false,
    responseStatus: 302,
    error: expect.stringContaining('redirects are not followed'),
  });
  expect(receiver.received).toHaveLength(2);
  expect(await deliveriesOf(made)).toEqual([]);
});

it.each(['slack', 'teams'])(
  'a message for %s tells people what awaits them, with a link into the console',
  async (format) => {
    const model = await guardedModel(team);
    await hook({ model, format });
    const { id } = await team.ci.asksFor(model, 2);
    await team.ci.registers(model);
    await until('it is told', () => receiver.received.length > 0);
    const [message] = receiver.events;
    expect(JSON.stringify(message)).toContain(`${model} version 2 awaits approval for Production`);
    expect(JSON.stringify(message)).toContain(`${app.url}/console/transitions/${id}`);
    await team.anna.approves({ id });
    await until('the outcome is told', () => receiver.received.length === 2);
    expect(JSON.stringify(receiver.events[1])).toContain(`${model} version 2 is in Production`);
  },
);

it('a mail tells people what awaits them', async () => {
  const model = await guardedModel(team);
  const made = await hook({ model, url: 'mailto:approvers@example.org' });
  expect(made).toMatchObject({ format: 'mail' });
  const { id } = await team.ci.asksFor(model, 2);
  await until('a mail came', () => mail.mails.length === 1);
  expect(mail.mails[0]).toMatch(/^To: approvers@example\.org$/m);
  expect(mail.mails[0]).toContain(`[Stagegate] ${model} version 2 awaits approval`);
  expect(mail.mails[0]!.replaceAll('=\n', '')).toContain(`/console/transitions/${id}`);
  await untilDelivered(made, 1);
});

it('a slow receiver holds up nobody else', async () => {
  const model = uniqueName('slow');
  const silent = await Receiver.start();
  silent.answer = () => null;
  await hook({ model, url: silent.url });
  await hook({ model });
  await team.ci.creates(model);
  await until('the quick one is told', () => receiver.received.length === 1);
  await silent.stop();
});

it('a webhook is found, changed under a precondition, and deleted with what it was not told yet', async () => {
  const made = await hook({ types: ['*'] });
  const { headers, body } = await team.root.send('GET', `/webhooks/${made.id}`);
  expect(body.secret).toBeUndefined();
  const etag = headers.get('etag')!;
  const changed = await team.root.patch(`/webhooks/${made.id}`, { model: 'some-model' }, 200, {
    headers: { 'if-match': etag },
  });
  expect(changed).toMatchObject({ model: 'some-model', types: ['*'], url: receiver.url });
  expect(await team.root.patch(`/webhooks/${made.id}`, { model: null, types: [TYPE] })).toMatchObject({ model: null });
  await team.root.delete(`/webhooks/${made.id}`, 412, { headers: { 'if-match': etag } });
  await team.root.delete(`/webhooks/${made.id}`);
  for (const [method, path] of [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/test'],
    ['POST', '/secret'],
    ['GET', '/deliveries'],
  ] as const) {
    const sent = method === 'PATCH' || path === '/secret' ? {} : undefined;
    const answer = await team.root.send(method, `/webhooks/${made.id}${path}`, sent);
    expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'WEBHOOK_NOT_FOUND']);
  }
});

it('only administrators may manage webhooks', async () => {
  const made = await hook();
  for (const person of [team.viewer, team.ci, team.anna]) {
    await person.get('/webhooks', 403);
    await person.post('/webhooks', { url: receiver.url, types: ['*'] }, 403);
    await person.delete(`/webhooks/${made.id}`, 403);
  }
  await app.anonymous().get('/webhooks', 401);
});

it.each([
  [{ types: ['*'] }, '/url'],
  [{ url: 'http://127.0.0.1:1', types: [] }, '/types'],
  [{ url: 'http://127.0.0.1:1', types: ['transition.applied'] }, '/types'],
  [{ url: 'http://127.0.0.1:1', types: ['*', '*'] }, '/types'],
  [{ url: 'http://127.0.0.1:1', types: ['*'], model: ' ' }, '/model'],
  [{ url: 'http://127.0.0.1:1', types: ['*'], format: 'mail' }, '/format'],
  [{ url: 'mailto:a@example.org', types: ['*'], format: 'slack' }, '/format'],
  [{ url: 'mailto:a@example.org,b@example.org', types: ['*'] }, '/url'],
  [{ url: 'mailto:a@example.org?bcc=b@example.org', types: ['*'] }, '/url'],
  [{ url: 'mailto:a%0d%0aBcc:b@example.org', types: ['*'] }, '/url'],
  [{ url: 'http://127.0.0.1:1', types: ['*'], secret: 'x' }, '/secret'],
])('%j is refused, by the pointer %s', async (body, pointer) => {
  const problem = await team.root.post('/webhooks', body, 400);
  expect(problem.errors.map((error: Json) => error.pointer)).toContain(pointer);
});

it('one of two replicas tells, and the other one when that is gone', async () => {
  const model = uniqueName('replica');
  const made = await hook({ model });
  const other = await TestApp.start({
    beside: app,
    env: { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' },
  });
  other.nest.get(Clock).now = () => new Date(Date.now() + ahead);
  await team.ci.creates(model);
  await team.ci.registersMany(model, 20);
  await untilDelivered(made, 21);
  expect(receiver.events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  await other.stop();
  await team.ci.registers(model);
  expect(await found('the rest is told', async () => receiver.events[21])).toMatchObject({ sequence: 22 });
});
