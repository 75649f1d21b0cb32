import { connect, createModel, events, InvalidRequestError, UnauthenticatedError, updateModel } from '../src/index.js';
import { Between, TOKEN, URL_OF_SERVICE } from './between.js';

let between: Between;
beforeAll(async () => void (between = await Between.start()));
beforeEach(() => void between.seen.splice(0));
afterAll(() => between.stop());

const direct = connect({ baseUrl: URL_OF_SERVICE, token: TOKEN });
/** It does not repeat by itself, so that what goes on is the iteration. */
const client = () => connect({ baseUrl: between.url, token: TOKEN, retry: { retries: 0 } });
const model = `followed-${process.pid}-${Date.now()}`;
const change = (description: string) => updateModel({ client: direct, path: { model }, body: { description } });

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
