import { readFileSync } from 'node:fs';
import { connect, getMe, listModels, StagegateError, TimeoutError, uploadPredictions } from '../src/index.js';
import { Between, TOKEN } from './between.js';

let between: Between;
beforeAll(async () => void (between = await Between.start()));
beforeEach(() => {
  between.seen.splice(0);
  between.faults = [];
});
afterAll(() => between.stop());

const once = { retry: { retries: 0 } };
const soon = { timeout: 200, ...once };
const patient = () => connect({ baseUrl: between.url, token: TOKEN });
const hasty = () => connect({ baseUrl: between.url, token: TOKEN, ...soon });

describe('an address', () => {
  it.each(['', '/', '///', '/api/v1', '/api/v1/', '//api/v1//'])('may end in "%s"', async (end) => {
    const client = connect({ baseUrl: `${between.url}${end}`, token: TOKEN });
    expect((await getMe({ client })).subject).toBe('admin');
    expect(between.seen.map(({ url }) => url)).toEqual(['/api/v1/me']);
  });

  it('keeps a path that a proxy has put before', async () => {
    const client = connect({ baseUrl: `${between.url}/registry/api/v1`, token: TOKEN, ...once });
    await expect(getMe({ client })).rejects.toBeInstanceOf(StagegateError);
    expect(between.seen.map(({ url }) => url)).toEqual(['/registry/api/v1/me']);
  });

  it.each(['', '/', 'registry.example', 'localhost:3000', '//registry.example', 'ftp://registry.example', 'http://', 'http://a b'])(
    'like "%s" is refused, and the message says how it begins',
    (baseUrl) => {
      expect(() => connect({ baseUrl })).toThrow(StagegateError);
      expect(() => connect({ baseUrl })).toThrow(`'${baseUrl}' is no address of a service: it begins with https:// or`);
    },
  );
});

describe('a service that is silent', () => {
  it.each(['say nothing', 'stop answer'] as const)('is not waited for without end: %s', async (fault) => {
    between.faults = [fault];
    const failed = listModels({ client: hasty() });
    await expect(failed).rejects.toBeInstanceOf(TimeoutError);
    await expect(failed).rejects.toMatchObject({ name: 'TimeoutError', timeout: 200 });
  });

  it('is asked again where that is safe, each time with the whole timeout', async () => {
    const client = connect({ baseUrl: between.url, token: TOKEN, timeout: 1_000, retry: { firstWaitMs: 5 } });
    between.faults = ['say nothing', 'stop answer'];
    expect((await listModels({ client })).items).toBeInstanceOf(Array);
    expect(between.seen).toHaveLength(3);
  });

  it('is left by the signal of one call all the same, with its reason', async () => {
    for (const client of [hasty(), patient()]) {
      const abort = new AbortController();
      const reason = new Error('Enough.');
      between.faults = ['say nothing'];
      const waiting = listModels({ client, signal: abort.signal });
      abort.abort(reason);
      await expect(waiting).rejects.toBe(reason);
    }
  });

  it('is waited for by whoever asks for that', async () => {
    const client = connect({ baseUrl: between.url, token: TOKEN, timeout: 0, ...once });
    expect((await listModels({ client })).items).toBeInstanceOf(Array);
    const abort = new AbortController();
    between.faults = ['stop answer'];
    const waiting = listModels({ client, signal: abort.signal });
    abort.abort(new Error('Enough.'));
    await expect(waiting).rejects.toThrow('Enough.');
  });

  it('is found silent though another fetch heeds no signal', async () => {
    const client = connect({ baseUrl: between.url, fetch: () => new Promise(() => undefined), ...soon });
    await expect(listModels({ client })).rejects.toBeInstanceOf(TimeoutError);
  });

  it('gives an upload the time that the file takes', async () => {
    let answered: (() => void) | undefined;
    const slowly: typeof fetch = async (request) => {
      await new Promise<void>((resolve) => (answered = resolve));
      return fetch(request);
    };
    const client = connect({ baseUrl: between.url, token: TOKEN, fetch: slowly, ...soon });
    const dataset = { name: 'held-out', version: '1' };
    const request = { task: 'binary', dataset, columns: { label: 'label', prediction: 'prediction' } } as const;
    const path = { model: 'nowhere', version: 1 };
    const sent = uploadPredictions({ client, path, request, file: new Blob(['label\n']), filename: 'rows.csv' });
    await new Promise((resolve) => setTimeout(resolve, 2 * soon.timeout));
    answered!();
    await expect(sent).rejects.toMatchObject({ code: 'VERSION_NOT_FOUND' });
  });
});

it.each([-1, Number.NaN, 1e12])('a timeout of %d is refused', (timeout) => {
  expect(() => connect({ baseUrl: between.url, timeout })).toThrow(RangeError);
});

it('requests name the client and its version, unless the caller names another', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  await getMe({ client: patient() });
  await getMe({ client: connect({ baseUrl: between.url, token: TOKEN, headers: { 'user-agent': 'nightly/1' } }) });
  const agents = between.seen.map(({ headers }) => headers['user-agent']);
  expect(agents).toEqual([`stagegate-typescript/${version}`, 'nightly/1']);
});
