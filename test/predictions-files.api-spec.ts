import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { TestApp } from './support/app.js';
import { CENSUS, ENGINE_ENV, fixture, SMALL, Submitter } from './support/predictions.js';

let app: TestApp;
let ci: Submitter;
const parent = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const root = join(parent, 'shared');
const SUBMIT = '/models/m/versions/1/evaluations/from-predictions';

beforeAll(async () => {
  mkdirSync(root);
  app = await TestApp.start({
    env: {
      ...ENGINE_ENV,
      STAGEGATE_DATA_DIR: join(parent, 'data'),
      STAGEGATE_PREDICTIONS_ROOTS: root,
      STAGEGATE_PREDICTIONS_MAX_BYTES: '30000000',
      STAGEGATE_PREDICTIONS_MAX_UNPACKED_BYTES: '60000000',
      STAGEGATE_PREDICTIONS_MAX_ROWS: '1000000',
      STAGEGATE_PREDICTIONS_MAX_COLUMNS: '20',
      STAGEGATE_PREDICTIONS_MAX_SLICES: '100',
    },
  });
  ci = new Submitter(app, await app.as('ci', 'contributor', 'admin'));
  await ci.model('m', 2);
});
afterAll(async () => {
  await app.stop();
  rmSync(parent, { recursive: true, force: true });
});

const csv = (...lines: string[]) => ({ name: 'a.csv', content: lines.join('\n') });
const HEADER = 'id,label,score';
const parquet = fixture('census-v2.parquet');

const GROUPED = { ...SMALL, slices: ['g'] };
const many = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, i) => line(i));

describe('a bad file fails its job with the reason, and the row', () => {
  it.each([
    ['a column that is not there', SMALL, csv('id,label,points', '1,0,0.5'), 'UNKNOWN_COLUMN', undefined],
    ['a missing id', SMALL, csv(HEADER, '1,0,0.5', ',1,0.5'), 'MISSING_ROW_ID', 3],
    ['an id given twice', SMALL, csv(HEADER, '1,0,0.5', '2,1,0.5', '1,1,0.5'), 'DUPLICATE_ROW_ID', 4],
    ['a NaN score', SMALL, csv(HEADER, '1,0,0.5', '2,1,nan'), 'INVALID_SCORE', 3],
    ['an infinite score', SMALL, csv(HEADER, '1,0,1e999'), 'INVALID_SCORE', 2],
    ['a score that is no number', SMALL, csv(HEADER, '1,0,high'), 'INVALID_SCORE', 2],
    ['a missing score', SMALL, csv(HEADER, '1,0,0.5', '2,0,'), 'INVALID_SCORE', 3],
    ['a score above 1', SMALL, csv(HEADER, '1,0,0.5', '2,1,1.01'), 'SCORE_OUT_OF_RANGE', 3],
    ['a negative score', SMALL, csv(HEADER, '1,0,-0.01'), 'SCORE_OUT_OF_RANGE', 2],
    ['a label outside of the classes', SMALL, csv(HEADER, '1,0,0.5', '2,2,0.5'), 'INVALID_LABEL', 3],
    ['a row after a quoted line break', SMALL, csv(HEADER, '"1', 'x",0,0.5', '', '2,0,7'), 'SCORE_OUT_OF_RANGE', 5],
    ['a row with a column too many', SMALL, csv(HEADER, '1,0,0.5', '2,1,0.5,9'), 'MALFORMED_FILE', 3],
    ['a quote that does not end', SMALL, csv(HEADER, '1,0,0.5', '"2,1,0.5'), 'MALFORMED_FILE', 3],
    ['a header alone', SMALL, csv(HEADER), 'EMPTY_FILE', undefined],
    ['two columns of one name', SMALL, csv('id,label,score,id', '1,0,0.5,2'), 'DUPLICATE_COLUMN', undefined],
    ['too many columns', SMALL, csv(many(21, (i) => `c${i}`).join(',')), 'TOO_MANY_COLUMNS', undefined],
    ['a slice value too long', GROUPED, csv(`${HEADER},g`, `1,0,0.5,${'x'.repeat(257)}`), 'INVALID_SLICE_VALUE', 2],
    ['a slice value no database stores', GROUPED, csv(`${HEADER},g`, '1,0,0.5,a\0b'), 'INVALID_SLICE_VALUE', 2],
    [
      'text that is not UTF-8',
      SMALL,
      { name: 'a.csv', content: Buffer.from('id,label,score\n\xff,0,0.5\n', 'latin1') },
      'MALFORMED_FILE',
      2,
    ],
    [
      'NDJSON with a broken line',
      SMALL,
      { name: 'a.ndjson', content: '{"id":1,"label":0,"score":0.5}\n{"id":2,' },
      'MALFORMED_FILE',
      2,
    ],
    [
      'NDJSON with a bad value',
      SMALL,
      { name: 'a.jsonl', content: '{"id":1,"label":0,"score":0.5}\n\n{"id":2,"label":1,"score":"x"}' },
      'INVALID_SCORE',
      3,
    ],
    ['NDJSON that is a list', SMALL, { name: 'a.ndjson', content: '[{"id":1}]' }, 'MALFORMED_FILE', 1],
    [
      'a truncated Parquet file',
      CENSUS,
      { name: 'a.parquet', content: parquet.subarray(0, 90_000) },
      'MALFORMED_FILE',
      undefined,
    ],
    [
      'a Parquet file without its beginning',
      CENSUS,
      { name: 'a.parquet', content: parquet.subarray(10) },
      'MALFORMED_FILE',
      undefined,
    ],
    [
      'a Parquet file whose footer is noise',
      CENSUS,
      {
        name: 'a.parquet',
        content: Buffer.concat([
          parquet.subarray(0, 5_000),
          Buffer.alloc(300, 7),
          Buffer.from([44, 1, 0, 0]),
          Buffer.from('PAR1'),
        ]),
      },
      'MALFORMED_FILE',
      undefined,
    ],
    [
      'a text column as score',
      { ...CENSUS, columns: { ...CENSUS.columns, score: 'sex' } },
      { name: 'a.parquet', content: parquet },
      'INVALID_SCORE',
      1,
    ],
    [
      'a truncated gzip file',
      SMALL,
      { name: 'a.csv.gz', content: gzipSync(`${HEADER}\n1,0,0.5\n`).subarray(0, 25) },
      'MALFORMED_FILE',
      undefined,
    ],
  ])('%s', async (_name, request, file, code, line) => {
    const error = await ci.refused('m', 1, request, file);
    expect(error).toMatchObject({ code, ...(line !== undefined && { line }) });
    expect(error.detail).toMatch(/^[A-Z].*\.$/);
    if (line !== undefined) expect(error.detail).toMatch(new RegExp(`^(Line|Row) ${line}: `));
  });

  it('the reason shows the value and the column', async () => {
    const error = await ci.refused('m', 1, SMALL, csv(HEADER, '1,0,0.5', '2,maybe,0.5'));
    expect(error.detail).toBe("Line 3: 'maybe' in column 'label' is not one of the classes 0, 1.");
    expect(error.column).toBe('label');
  });

  it('a gzip bomb is refused where its bound is reached', async () => {
    const bomb = gzipSync(Buffer.alloc(400_000_000, 48));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await ci.refused('m', 1, SMALL, { name: 'bomb.csv.gz', content: bomb })).toMatchObject({
      code: 'UNPACKED_TOO_LARGE',
    });
  });

  it('a zstd bomb is refused by its headers, a truncated zstd file by its end', async () => {
    const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]);
    const run = (isLast: boolean) =>
      Buffer.from([((131_072 << 3) & 255) | 2 | Number(isLast), (131_072 >> 5) & 255, 131_072 >> 13, 48]);
    const bomb = Buffer.concat([frame, ...many(600, String).map(() => run(false)), run(true)]);
    expect(await ci.refused('m', 1, SMALL, { name: 'bomb.csv.zst', content: bomb })).toMatchObject({
      code: 'UNPACKED_TOO_LARGE',
    });
    const cut = Buffer.concat([frame, run(false)]);
    expect(await ci.refused('m', 1, SMALL, { name: 'cut.csv.zst', content: cut })).toMatchObject({
      code: 'MALFORMED_FILE',
    });
  });

  it('a million slice values are refused before they become a million slices', async () => {
    const lines = many(1_000_000, (i) => `${i},${i % 2},0.5,v${i}`);
    const content = `${HEADER},g\n${lines.join('\n')}`;
    const error = await ci.refused('m', 1, GROUPED, { name: 'a.csv', content });
    expect(error).toMatchObject({ code: 'TOO_MANY_SLICES', column: 'g' });
  });

  it('more rows than may be are refused', async () => {
    const content = `${HEADER}\n${many(1_000_001, (i) => `${i},${i % 2},0.5`).join('\n')}`;
    const error = await ci.refused('m', 1, SMALL, { name: 'a.csv', content });
    expect(error).toMatchObject({ code: 'TOO_MANY_ROWS' });
  });
});

describe('a bad request is refused at once, and nothing is kept', () => {
  afterEach(() => expect(readdirSync(join(parent, 'data', 'predictions', 'incoming'))).toEqual([]));

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

  it('the file may come before the request', async () => {
    const form = new FormData();
    form.append('file', new Blob([`${HEADER}\n1,0,0.5\n2,1,0.5\n`]), 'a.csv');
    form.append('request', JSON.stringify(SMALL));
    const { status, body } = await ci.send(SUBMIT, form);
    expect(status).toBe(202);
    expect((await ci.ended(body.id)).status).toBe('succeeded');
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

describe('a file named by URI', () => {
  const inside = join(root, 'a.csv');
  const named = (path: string) => ({ ...SMALL, uri: pathToFileURL(path).href });
  const submit = (request: object, status: number) => ci.client.post(SUBMIT, request, status);

  beforeAll(() => {
    writeFileSync(inside, `${HEADER}\n1,0,0.5\n2,1,0.5\n`);
    writeFileSync(join(parent, 'secret.csv'), `${HEADER}\n1,0,0.5\n`);
    symlinkSync(join(parent, 'secret.csv'), join(root, 'link.csv'));
    symlinkSync(parent, join(root, 'up'));
    mkdirSync(join(root, 'folder.csv'));
    mkdirSync(join(parent, 'shared-too'));
    writeFileSync(join(parent, 'shared-too', 'a.csv'), HEADER);
  });

  it('is measured from the allowed folder', async () => {
    const job = await ci.ended((await submit(named(inside), 202)).id);
    expect(job).toMatchObject({ status: 'succeeded', source: { kind: 'uri', format: 'csv' }, rowsRead: 2 });
  });

  it.each([
    ['outside of the folder', join(parent, 'secret.csv')],
    ['of the system', '/etc/passwd'],
    ['behind a link', join(root, 'link.csv')],
    ['behind a linked folder', join(root, 'up', 'secret.csv')],
    ['in a folder of a similar name', join(parent, 'shared-too', 'a.csv')],
    ['that is a folder', join(root, 'folder.csv')],
  ])('%s is refused', async (_name, path) => {
    expect((await submit(named(path), 403)).code).toBe('SOURCE_NOT_ALLOWED');
  });

  it.each([`file://${root}/../secret.csv`, `file://${root}/%2e%2e/secret.csv`])(
    '%s does not climb out',
    async (uri) => {
      expect((await submit({ ...SMALL, uri }, 403)).code).toBe('SOURCE_NOT_ALLOWED');
    },
  );

  it.each([
    's3://bucket/a.csv',
    'https://example.com/a.csv',
    '/etc/passwd',
    'file://host/a.csv',
    `file://${root}/a%2fb.csv`,
  ])('%s is of a kind that is not read', async (uri) => {
    expect((await submit({ ...SMALL, uri }, 400)).code).toBe('UNSUPPORTED_URI');
  });

  it('that is not there is 404, and one that is another than stated fails its job', async () => {
    expect((await submit(named(join(root, 'none.csv')), 404)).code).toBe('SOURCE_NOT_FOUND');
    const { id } = await submit({ ...named(inside), digest: `sha256:${'0'.repeat(64)}` }, 202);
    expect((await ci.ended(id)).error.code).toBe('DIGEST_MISMATCH');
  });
});

it('after all of this the service answers and measures', async () => {
  await ci.client.get('//readyz');
  const { evaluation } = await ci.measured('m', 1, SMALL, csv(HEADER, '1,0,0.1', '2,1,0.9'));
  expect(evaluation.metrics[0]).toMatchObject({ name: 'accuracy', value: 1 });
});
