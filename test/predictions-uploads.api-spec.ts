import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { emptied, type FileToSend, ENGINE_ENV, SMALL, Submitter } from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const INCOMING = join(dataDir, 'predictions', 'incoming');
const incoming = () => readdirSync(INCOMING);
const SUBMIT = '/models/m/versions/1/evaluations/from-predictions';

beforeAll(async () => {
  const env = { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir, STAGEGATE_PREDICTIONS_MAX_BYTES: '30000000' };
  app = await TestApp.start({ env });
  ci = new Submitter(app, await app.as('ci', 'contributor', 'admin'));
  await ci.model('m', 1);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const csv = (...lines: string[]) => ({ name: 'a.csv', content: lines.join('\n') });
const HEADER = 'id,label,score';

describe('a bad request is refused at once, and nothing is kept', () => {
  afterEach(() => expect(incoming()).toEqual([]));

  it.each([
    ['an empty file', SMALL, csv(''), 400, 'EMPTY_FILE'],
    ['a file too large', SMALL, { name: 'a.csv', content: Buffer.alloc(30_000_001, 48) }, 413, 'PREDICTIONS_TOO_LARGE'],
    ['a file of no known format', SMALL, { name: 'a.xlsx', content: 'x' }, 400, 'UNKNOWN_FORMAT'],
    [
      'another digest',
      { ...SMALL, digest: `sha256:${'0'.repeat(64)}` },
      csv(HEADER, '1,0,0.5'),
      400,
      'DIGEST_MISMATCH',
    ],
    ['an unknown field', { ...SMALL, threshhold: 0.5 }, csv(HEADER), 400, 'VALIDATION_FAILED'],
    ['an unknown task', { ...SMALL, task: 'guess' }, csv(HEADER), 400, 'VALIDATION_FAILED'],
    [
      'binary without a score',
      { ...SMALL, columns: { rowId: 'id', label: 'label' } },
      csv(HEADER),
      400,
      'VALIDATION_FAILED',
    ],
    ['one mark for all', { ...SMALL, decimal: ',', thousands: ',' }, csv(HEADER), 400, 'VALIDATION_FAILED'],
    ['marks of Parquet', { ...SMALL, decimal: ',' }, { name: 'a.parquet', content: 'x' }, 400, 'VALIDATION_FAILED'],
    [
      'one column twice in an id',
      { ...SMALL, columns: { ...SMALL.columns, rowId: ['id', 'id'] } },
      csv(HEADER),
      400,
      'VALIDATION_FAILED',
    ],
    ['a cross of no slices', { ...SMALL, crosses: [['a', 'b']] }, csv(HEADER), 400, 'VALIDATION_FAILED'],
    [
      'weights with units',
      { ...SMALL, columns: { ...SMALL.columns, weight: 'w', unit: 'u' } },
      csv(HEADER),
      400,
      'VALIDATION_FAILED',
    ],
    [
      'a NUL in a column name',
      { ...SMALL, columns: { ...SMALL.columns, unit: 'a\0b' } },
      csv(HEADER),
      400,
      'VALIDATION_FAILED',
    ],
    ['a file whose name has a NUL', SMALL, { ...csv(HEADER, '1,0,0.5'), name: 'a\0b.csv' }, 400, 'INVALID_UPLOAD'],
    [
      'a file and the name of another',
      { ...SMALL, uri: 'file:///a.csv' },
      csv(HEADER, '1,0,0.5'),
      400,
      'INVALID_UPLOAD',
    ],
  ])('%s', async (_name, request, file, status, code) => {
    const answer = await ci.upload(SUBMIT, request, file);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('an upload without its parts', async () => {
    expect(await ci.upload(SUBMIT, SMALL, csv(HEADER, '1,0,0.5'), 'data')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_UPLOAD' },
    });
    const form = new FormData();
    form.append('file', new Blob(['id\n']), 'a.csv');
    expect(await ci.send(SUBMIT, form)).toMatchObject({ status: 400, body: { code: 'INVALID_UPLOAD' } });
    const headers = { 'content-type': 'multipart/form-data' };
    expect(await ci.send(SUBMIT, 'x', headers)).toMatchObject({ status: 400, body: { code: 'INVALID_UPLOAD' } });
    const broken = { 'content-type': 'multipart/form-data; boundary=b' };
    expect(
      await ci.send(SUBMIT, '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nid', broken),
    ).toMatchObject({ status: 400, body: { code: 'INVALID_UPLOAD' } });
  });

  it.each(['file', 'request'])('an upload with a second %s, which nobody could tell from the first', async (part) => {
    const form = new FormData();
    form.append('request', JSON.stringify(SMALL));
    form.append('file', new Blob([`${HEADER}\n1,0,0.5\n2,1,0.5\n`]), 'a.csv');
    if (part === 'file') form.append('file', new Blob([`${HEADER}\n1,0,0.9\n2,1,0.9\n`]), 'b.csv');
    else form.append('request', JSON.stringify({ ...SMALL, evaluator: 'another' }));
    expect(await ci.send(SUBMIT, form)).toMatchObject({ status: 400, body: { code: 'INVALID_UPLOAD' } });
  });

  it.each([
    ['columns', '{"rowId":"id","label":"label","score":"score","__proto__":{"weight":"w"}}'],
    ['dataset', '{"name":"d","version":"1","__proto__":{"split":"test"}}'],
    ['dataset', '{"name":"d","version":"1","constructor":1}'],
  ])('a request part with an inherited key in %s: %s', async (field, value) => {
    const whole = JSON.stringify({ ...SMALL, [field]: null }).replace(`"${field}":null`, `"${field}":${value}`);
    const form = new FormData();
    form.append('request', whole);
    form.append('file', new Blob([`${HEADER}\n1,0,0.5\n`]), 'a.csv');
    const { status, body } = await ci.send(SUBMIT, form);
    expect(status).toBe(400);
    expect(['INVALID_UPLOAD', 'VALIDATION_FAILED']).toContain(body.code);
    expect(JSON.stringify(body)).toContain(/__proto__|constructor/.exec(value)![0]);
  });

  it('a request that is no UTF-8', async () => {
    const request = Buffer.from(JSON.stringify({ ...SMALL, evaluator: '\u00e9' }), 'latin1');
    const part = 'Content-Disposition: form-data; name="request"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(`--x\r\n${part}`), request, Buffer.from('\r\n--x--\r\n')]);
    const answer = await fetch(`${app.url}/api/v1${SUBMIT}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ci.client.token}`, 'content-type': 'multipart/form-data; boundary=x' },
      body,
    });
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
      400,
      'The part request is not UTF-8.',
    ]);
  });

  it('an upload packed as a whole', async () => {
    const form = new FormData();
    form.append('request', JSON.stringify(SMALL));
    const answer = await ci.send(SUBMIT, form, { 'content-encoding': 'gzip' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } });
  });

  it('another route takes no upload, and a missing version no file', async () => {
    const form = new FormData();
    form.append('name', 'x');
    expect((await ci.send('/models', form)).status).toBe(415);
    const missing = SUBMIT.replace('versions/1', 'versions/9');
    expect(await ci.upload(missing, SMALL, csv(HEADER))).toMatchObject({
      status: 404,
      body: { code: 'VERSION_NOT_FOUND' },
    });
  });
});

it('the file may come before the request', async () => {
  const form = new FormData();
  form.append('file', new Blob([`${HEADER}\n1,0,0.5\n2,1,0.5\n`]), 'a.csv');
  form.append('request', JSON.stringify(SMALL));
  const { status, body } = await ci.send(SUBMIT, form);
  expect(status).toBe(202);
  expect((await ci.ended(body.id)).status).toBe('succeeded');
  await emptied(INCOMING);
});

describe('an upload under an Idempotency-Key', () => {
  const file = csv(HEADER, '1,0,0.1', '2,1,0.9');
  const jobs = async () => (await ci.client.get('/prediction-jobs?model=m&limit=200')).items.length;

  /** The parts in either order; every form has a boundary of its own. */
  function send(key: string, request: unknown, { name, content }: FileToSend, fileFirst = false) {
    const form = new FormData();
    const parts = [
      () => form.append('request', new Blob([JSON.stringify(request)], { type: 'application/json' }), 'request.json'),
      () => form.append('file', new Blob([content]), name),
    ];
    for (const append of fileFirst ? parts.reverse() : parts) append();
    return ci.send(SUBMIT, form, { 'idempotency-key': key });
  }

  it('is taken once; the same parts in another frame and order get the first answer, and their file goes', async () => {
    const before = await jobs();
    const first = await send('upload-1', SMALL, file);
    expect(first.status).toBe(202);
    expect((await ci.ended(first.body.id)).status).toBe('succeeded');
    const again = await send('upload-1', SMALL, file, true);
    expect(again.body).toEqual(first.body);
    for (const { headers } of [first, again]) {
      const where = `/api/v1/prediction-jobs/${first.body.id}`;
      expect([headers.get('location'), headers.get('retry-after')]).toEqual([where, '1']);
    }
    expect(await jobs()).toBe(before + 1);
    await emptied(INCOMING);
  });

  it('with another byte in the file, another name or another request is another request', async () => {
    const first = await send('upload-2', SMALL, file);
    expect((await ci.ended(first.body.id)).status).toBe('succeeded');
    const before = await jobs();
    for (const [request, other] of [
      [SMALL, csv(HEADER, '1,0,0.1', '2,1,0.8')],
      [SMALL, { ...file, name: 'b.csv' }],
      [{ ...SMALL, threshold: 0.4 }, file],
    ] as const) {
      expect(await send('upload-2', request, other)).toMatchObject({
        status: 422,
        body: { code: 'IDEMPOTENCY_KEY_REUSED' },
      });
    }
    expect(await jobs()).toBe(before);
    await emptied(INCOMING);
  });

  it('at once on one key is taken once', async () => {
    const before = await jobs();
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('upload-3', SMALL, file)));
    for (const { status, body } of answers) expect([status, body]).toEqual([202, answers[0]!.body]);
    expect(await jobs()).toBe(before + 1);
    expect((await ci.ended(answers[0]!.body.id)).status).toBe('succeeded');
    await emptied(INCOMING);
  });

  it('at once on several keys is measured at the first attempt each', async () => {
    const ids: string[] = [];
    for (const key of ['upload-5', 'upload-6', 'upload-7']) ids.push((await send(key, SMALL, file)).body.id);
    for (const id of ids) expect(await ci.ended(id)).toMatchObject({ status: 'succeeded', attempts: 1 });
  });

  it('that is refused leaves the key free for one that is not', async () => {
    expect((await send('upload-4', SMALL, csv(''))).body.code).toBe('EMPTY_FILE');
    expect((await send('upload-4', SMALL, file)).status).toBe(202);
  });
});
