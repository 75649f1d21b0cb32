import { connect, createModel, events, InvalidRequestError, UnauthenticatedError, updateModel } from '../src/index.js';
import { Between, type Fault, TOKEN, URL_OF_SERVICE } from './between.js';

let between: Between;
beforeAll(async () => void (between = await Between.start()));
beforeEach(() => void between.seen.splice(0));
afterAll(() => between.stop());

const direct = connect({ baseUrl: URL_OF_SERVICE, token: TOKEN });
/** It does not repeat by itself, so that what goes on is the iteration. */
const client = () => connect({ baseUrl: between.url, token: TOKEN, retry: { retries: 0 } });
const model = `followed-${process.pid}-${Date.now()}`;
const change = (description: string) => updateModel({ client: direct, path: { model }, body: { description } });

const page = (nextCursor: string): Fault => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ items: [], nextCursor }),
});
const refusal: Fault = {
  status: 401,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ code: 'UNAUTHENTICATED', status: 401, detail: 'No.' }),
};

it('events come in their order and as they happen, through broken connections, none twice', async () => {
  await createModel({ client: direct, body: { name: model } });
  const seen: [string, number][] = [];
  for await (const { type, sequence } of events({ client: client(), query: { model } })) {
    seen.push([type, sequence]);
    if (seen.length === 3) break;
    await change(`change ${seen.length}`);
    between.faults = ['lose request', 'break answer', { status: 502, body: 'Gateway' }, 'lose answer'];
  }
  expect(seen).toEqual([
    ['dev.stagegate.model.created.v1', 1],
    ['dev.stagegate.model.updated.v1', 2],
    ['dev.stagegate.model.updated.v1', 3],
  ]);
  expect(between.seen.at(-1)?.url).toMatch(/waitSeconds=20/);
});

it('an id is the cursor to go on from', async () => {
  const ids: string[] = [];
  for await (const { id } of events({ client: direct, query: { model } })) {
    ids.push(id);
    if (ids.length === 3) break;
  }
  for await (const { id } of events({ client: direct, query: { model, cursor: ids[1] } })) {
    expect(id).toBe(ids[2]);
    break;
  }
});

it('a read waits no longer than half of what the client has patience for', async () => {
  for (const [timeout, waitSeconds] of [[6_000, 3], [1_000, 0], [0, 20]]) {
    between.seen.splice(0);
    between.faults = [page('2'), refusal];
    const hasty = connect({ baseUrl: between.url, token: TOKEN, retry: { retries: 0 }, timeout });
    await expect(events({ client: hasty }).next()).rejects.toBeInstanceOf(UnauthenticatedError);
    expect(between.seen.at(-1)?.url).toBe(`/api/v1/events?waitSeconds=${waitSeconds}&cursor=2`);
  }
});

it('a service that does not wait for events is asked with a pause', async () => {
  between.faults = [page('2'), page('2'), page('2'), refusal];
  const began = performance.now();
  await expect(events({ client: client() }).next()).rejects.toBeInstanceOf(UnauthenticatedError);
  // A timer may end a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(1_990);
  expect(between.seen).toHaveLength(4);
});

it('a signal ends it while it waits for an event', async () => {
  const controller = new AbortController();
  const waiting = events({ client: client(), query: { model, cursor: 'now' }, signal: controller.signal }).next();
  while (between.seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});

it('a no is thrown, and so is a service that is not there at the beginning', async () => {
  const stranger = connect({ baseUrl: URL_OF_SERVICE, token: 'nobody' });
  await expect(events({ client: stranger }).next()).rejects.toBeInstanceOf(UnauthenticatedError);
  await expect(events({ client: direct, query: { cursor: '-1' } }).next()).rejects.toBeInstanceOf(InvalidRequestError);
  const nowhere = connect({ baseUrl: 'http://127.0.0.1:9', retry: { retries: 0 } });
  await expect(events({ client: nowhere }).next()).rejects.toThrow('cannot be reached');
});
