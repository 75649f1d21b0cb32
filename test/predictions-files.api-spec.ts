import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { TestApp } from './support/app/app.js';
import { CENSUS, ENGINE_ENV, fixture, SMALL, Submitter } from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));

beforeAll(async () => {
  app = await TestApp.start({
    env: {
      ...ENGINE_ENV,
      STAGEGATE_DATA_DIR: dataDir,
      STAGEGATE_PREDICTIONS_MAX_BYTES: '30000000',
      STAGEGATE_PREDICTIONS_MAX_UNPACKED_BYTES: '60000000',
      STAGEGATE_PREDICTIONS_MAX_ROWS: '100000',
      STAGEGATE_PREDICTIONS_MAX_COLUMNS: '20',
      STAGEGATE_PREDICTIONS_MAX_SLICES: '100',
    },
  });
  ci = new Submitter(app, await app.as('ci', 'contributor', 'admin'));
  await ci.model('m', 1);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
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
    expect(error.detail).toBe(
      "Line 3: 'maybe' in column 'label' is not one of the classes 0, 1; name others as classes of the request.",
    );
    expect(error.column).toBe('label');
  });

  it('a gzip bomb is refused where its bound is reached', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, 48));
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

  it('a hundred thousand slice values are refused before they become as many slices', async () => {
    const lines = many(100_000, (i) => `${i},${i % 2},0.5,v${i}`);
    const content = `${HEADER},g\n${lines.join('\n')}`;
    const error = await ci.refused('m', 1, GROUPED, { name: 'a.csv', content });
    expect(error).toMatchObject({ code: 'TOO_MANY_SLICES', column: 'g' });
  });

  it('more rows than may be are refused', async () => {
    const content = `${HEADER}\n${many(100_001, (i) => `${i},${i % 2},0.5`).join('\n')}`;
    const error = await ci.refused('m', 1, SMALL, { name: 'a.csv', content });
    expect(error).toMatchObject({ code: 'TOO_MANY_ROWS' });
  });
});

it('after all of this the service answers and measures', async () => {
  await ci.client.get('//readyz');
  const { evaluation } = await ci.measured('m', 1, SMALL, csv(HEADER, '1,0,0.1', '2,1,0.9'));
  expect(evaluation.metrics[0]).toMatchObject({ name: 'accuracy', value: 1 });
});
