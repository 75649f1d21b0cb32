import { Client, type Json } from './support/app/client.js';
import { TestApp } from './support/app/app.js';
import { Person, teamOf, type Team, uniqueName } from './support/app/registry.js';
import { Listening } from './support/app/listening.js';
import { found, until } from './support/limits.js';
import { EventTail } from '../src/record/feed/event-tail.service.js';
import { ACTIONS } from '../src/record/events/catalogue.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start({ env: { EVENTS_MAX_STREAMS_PER_SUBJECT: '2' } });
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const typesOf = (events: Json[]): string[] => events.map(({ type }) => type);

/** Where the feed ends now. */
async function newest(): Promise<string> {
  return (await team.viewer.get('/events?cursor=now')).nextCursor;
}

it('an event is a CloudEvent that names its resource, its place among those of its model, and its schema', async () => {
  const model = await team.ci.creates();
  await team.ci.registers(model);
  const { items } = await team.viewer.get(`/events?model=${model}`);
  expect(items).toMatchObject([
    { type: 'dev.stagegate.model.created.v1', subject: `/api/v1/models/${model}`, sequence: 1 },
    { type: 'dev.stagegate.version.registered.v1', subject: `/api/v1/models/${model}/versions/1`, sequence: 2 },
  ]);
  for (const event of items) {
    expect(Object.keys(event).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([]);
    expect(event).toMatchObject({ specversion: '1.0', source: '/api/v1', datacontenttype: 'application/json' });
    expect(new Date(event.time).toISOString()).toBe(event.time);
    expect(event.dataschema).toBe(`${app.url}/api/v1/event-types/${event.type}`);
  }
  expect(items[1].data).toMatchObject({ model, version: 1, actor: 'ci', details: { artifactUri: expect.any(String) } });
});

it('the feed tells no secret of a token, only its id', async () => {
  const start = await newest();
  const { id, token } = await team.root.post('/tokens', { subject: 'robot', roles: ['viewer'] });
  const { items } = await team.viewer.get(`/events?cursor=${start}`);
  expect(items).toMatchObject([{ subject: `/api/v1/tokens/${id}`, data: { details: { id } } }]);
  expect(JSON.stringify(items)).not.toContain(token);
});

it('pages follow each other without a gap or a repetition, and the last one has a cursor, too', async () => {
  const model = await team.ci.creates();
  await team.ci.registersMany(model, 7);
  const seen: Json[] = [];
  let cursor = '0';
  for (;;) {
    const page = await team.viewer.get(`/events?model=${model}&limit=3&cursor=${cursor}`);
    cursor = page.nextCursor;
    if (page.items.length === 0) break;
    seen.push(...page.items);
  }
  expect(seen.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  await team.ci.registers(model);
  const { items } = await team.viewer.get(`/events?model=${model}&cursor=${cursor}`);
  expect(items).toMatchObject([{ sequence: 9 }]);
});

it('types, a model under all its names, and a prefix of names filter the feed', async () => {
  const start = await newest();
  const model = await team.ci.creates(uniqueName('red'));
  await team.ci.creates(uniqueName('blue'));
  await team.ci.registers(model);
  const renamed = uniqueName('crimson');
  await team.root.post(`/models/${model}/rename`, { newName: renamed }, 200);
  await team.ci.registers(renamed);
  const read = async (query: string) => typesOf((await team.viewer.get(`/events?cursor=${start}&${query}`)).items);
  const [created, registered, wasRenamed] = ['model.created', 'version.registered', 'model.renamed'].map(
    (action) => `dev.stagegate.${action}.v1`,
  );
  const all = [created, registered, wasRenamed, registered];
  expect(await read(`model=${model}`)).toEqual(all);
  expect(await read(`model=${renamed}`)).toEqual(all);
  expect(await read('modelPrefix=red')).toEqual(all.slice(0, 3));
  expect(await read('modelPrefix=crimson')).toEqual(all.slice(2));
  expect(await read(`model=${renamed}&type=${created}&type=${wasRenamed}`)).toEqual([created, wasRenamed]);
  expect(await read(`model=${renamed}&type=*`)).toEqual(all);
});

it.each([
  ['cursor=x', 'INVALID_EVENT_CURSOR'],
  ['cursor=-1', 'INVALID_EVENT_CURSOR'],
  ['limit=0', 'VALIDATION_FAILED'],
  ['waitSeconds=x', 'VALIDATION_FAILED'],
  ['type=transition.painted', 'VALIDATION_FAILED'],
  ['model=%20', 'VALIDATION_FAILED'],
  ['colour=red', 'VALIDATION_FAILED'],
])('%s is refused', async (query, code) => {
  expect(await team.viewer.get(`/events?${query}`, 400)).toMatchObject({ code });
});

it('without a token neither feed, stream nor types are shown', async () => {
  for (const path of ['/events', '/events/stream', '/event-types']) await app.anonymous().get(path, 401);
});

it('a read that waits is answered by the event that it waits for, and else when its time is over', async () => {
  const model = await team.ci.creates();
  const cursor = await newest();
  const waiting = team.viewer.get(`/events?cursor=${cursor}&model=${model}&waitSeconds=30`);
  await team.ci.creates();
  await team.ci.registers(model);
  expect(typesOf((await waiting).items)).toEqual(['dev.stagegate.version.registered.v1']);
  const { nextCursor } = await waiting;
  expect(await team.viewer.get(`/events?cursor=${nextCursor}&model=${model}&waitSeconds=1`)).toMatchObject({
    items: [],
  });
});

it('hundreds who wait cost the database no question beyond those of one', async () => {
  const cursor = await newest();
  const path = `/events?cursor=${cursor}&type=dev.stagegate.dataset.registered.v1&waitSeconds=30`;
  const first = team.viewer.get(path);
  const tail = app.nest.get(EventTail);
  const { manager } = app.dataSource;
  const { query } = manager;
  const asked: string[] = [];
  manager.query = ((...statement: Parameters<typeof query>) => {
    if (/audit_settled_sequence|FROM audit_events/.test(statement[0])) asked.push(statement[0]);
    return query.apply(manager, statement);
  }) as typeof query;
  const { looks } = tail;
  await until('the record is followed', () => tail.looks > looks + 1);
  const others = Array.from({ length: 300 }, () => team.viewer.get(path));
  await until('the record was looked at some more', () => tail.looks > looks + 5);
  await team.ci.post('/datasets', { name: 'listened', version: '1', rowCount: 0, inventory: {} });
  const pages = await Promise.all([first, ...others]);
  manager.query = query;
  expect(pages.map(({ items }) => items.length)).toEqual(pages.map(() => 1));
  expect(asked.length).toBeLessThanOrEqual(2 * (tail.looks - looks) + 2);
});

it('a stream tells what happens, and goes on behind the last event that was heard', async () => {
  const model = await team.ci.creates();
  const first = await Listening.to(app, team.viewer, `model=${model}`);
  await team.ci.registers(model);
  await until('two events are heard', () => first.events.length === 2);
  expect(first.headers.get('content-type')).toContain('text/event-stream');
  expect(first.headers.get('cache-control')).toBe('no-store');
  const { id } = first.events[0];
  first.close();
  const second = await Listening.to(app, team.viewer, `model=${model}`, { 'last-event-id': id });
  await team.ci.registers(model);
  await until('what followed is heard', () => second.events.length === 2);
  expect(second.events.map(({ sequence }) => sequence)).toEqual([2, 3]);
  second.close();
  const third = await Listening.to(app, team.viewer, `model=${model}&cursor=now`);
  await team.ci.registers(model);
  await until('only news is heard', () => third.events.length === 1);
  expect(third.events).toMatchObject([{ sequence: 4 }]);
  third.close();
});

it('a principal has so many streams at most, and another one once it has closed one', async () => {
  const person = await Person.of(app, 'listener', 'viewer');
  const listen = () => Listening.to(app, person, 'cursor=now');
  const [one, other] = [await listen(), await listen()];
  expect(await person.get('/events/stream', 429)).toMatchObject({ code: 'EVENT_STREAMS_OPEN' });
  one.close();
  const again = await found('a place is free', () => listen().catch(() => undefined));
  for (const each of [other, again]) each.close();
});

it('every type has a schema', async () => {
  const { items } = await team.viewer.get('/event-types');
  expect(items.map(({ action }: Json) => action)).toEqual(ACTIONS);
  for (const { type, href } of items) {
    const schema = await team.viewer.get(href.replace('/api/v1', ''));
    expect(schema).toMatchObject({ title: type, properties: { details: expect.any(Object) } });
  }
  expect(await team.viewer.get('/event-types/dev.stagegate.model.painted.v1', 404)).toMatchObject({
    code: 'EVENT_TYPE_NOT_FOUND',
  });
});

it('a stream ends when its token is revoked, and all end when the service does', async () => {
  const { id, token } = await team.root.post('/tokens', { subject: 'guest', roles: ['viewer'] });
  const revoked = await Listening.to(app, new Client(app.url, token), 'cursor=now');
  const other = await TestApp.start({ beside: app });
  const stopped = await Listening.to(other, team.viewer, 'cursor=now');
  await team.root.delete(`/tokens/${id}`);
  await other.stop();
  await until('both have ended', () => revoked.hasEnded && stopped.hasEnded);
  expect([revoked.failure, stopped.failure]).toEqual([undefined, undefined]);
});
