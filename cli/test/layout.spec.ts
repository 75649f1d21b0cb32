import { type Page } from '../src/text/page.js';
import { BLANK, fields, table } from '../src/text/table.js';
import { pad, widthOf, wrap } from '../src/text/width.js';

const page = (width: number): Page => ({ width, paint: (_style, text) => text });
const laidOut = (text: string) => text.split('\n');
const fits = (text: string, width: number) => laidOut(text).filter((line) => widthOf(line) > width);

const ID = '0198c0de-0000-7000-8000-00005eed1234';
const TITLES = ['AT (UTC)', 'MODEL', 'VERSION', 'STATUS', 'ID', 'DETAIL'];
const ROWS = [
  ['2026-11-20 10:00', 'fraud', 12, 'refused', ID, 'Recall on region=south fell by more than is allowed.'],
  ['2026-11-19 09:30', 'churn', 3, 'applied', ID, null],
];

it('a page without an edge holds a row a line, and ids whole', () => {
  expect(laidOut(table(TITLES, ROWS, page(Infinity)))).toEqual([
    'AT (UTC)          MODEL  VERSION  STATUS   ID                                    DETAIL',
    `2026-11-20 10:00  fraud       12  refused  ${ID}  Recall on region=south fell by more than is allowed.`,
    `2026-11-19 09:30  churn        3  applied  ${ID}  –`,
  ]);
});

it('at 80 columns ids are shortened and words wrapped, and it is said how to see the whole', () => {
  expect(laidOut(table(TITLES, ROWS, page(80)))).toEqual([
    'AT (UTC)          MODEL  VERSION  STATUS   ID        DETAIL',
    '2026-11-20 10:00  fraud       12  refused  …eed1234  Recall on region=south fell',
    '                                                     by more than is allowed.',
    '2026-11-19 09:30  churn        3  applied  …eed1234  –',
    '--wide shows ids whole.',
  ]);
});

it('where that is still too wide, what is optional is left out, and sentences go below their row', () => {
  const titles = ['AT (UTC)', { title: 'MODEL', optional: 1 as const }, 'VERSION', 'STATUS', 'ID'];
  const detail = { title: 'DETAIL', prose: true as const };
  expect(laidOut(table([...titles, detail], ROWS, page(60)))).toEqual([
    'AT (UTC)          MODEL  VERSION  STATUS   ID',
    '2026-11-20 10:00  fraud       12  refused  …eed1234',
    '    Recall on region=south fell by more than is allowed.',
    '2026-11-19 09:30  churn        3  applied  …eed1234',
    '--wide shows ids whole.',
  ]);
  expect(laidOut(table([...titles, detail], ROWS, page(48)))).toEqual([
    'AT (UTC)          VERSION  STATUS   ID',
    '2026-11-20 10:00       12  refused  …eed1234',
    '    Recall on region=south fell by more than is',
    '    allowed.',
    '2026-11-19 09:30        3  applied  …eed1234',
    '--wide shows ids whole, MODEL.',
  ]);
});

it('at 40 columns each row is a list of its fields, ids whole', () => {
  expect(laidOut(table(TITLES, ROWS.slice(0, 1), page(40)))).toEqual([
    'AT (UTC)  2026-11-20 10:00',
    'MODEL     fraud',
    'VERSION   12',
    'STATUS    refused',
    'ID',
    `  ${ID}`,
    'DETAIL    Recall on region=south fell by',
    '          more than is allowed.',
  ]);
});

it('numbers stand to the right, at 40 columns too', () => {
  const right = (title: string) => ({ title, align: 'right' as const });
  const rows = [
    ['f1', 'sex=Female', '0.6044', '−0.0616'],
    [BLANK, 'all', '1,234', '+0.1'],
  ];
  expect(laidOut(table(['METRIC', 'SLICE', right('V3'), right('CHANGE')], rows, page(40)))).toEqual([
    'METRIC  SLICE           V3   CHANGE',
    'f1      sex=Female  0.6044  −0.0616',
    '        all          1,234     +0.1',
  ]);
});

it.each([80, 40, 30, 20])('no line of %i columns is too long, but for a word that is', (width) => {
  const long = fits(table(TITLES, ROWS, page(width)), width);
  expect(long.filter((line) => !line.includes(ID) && !/^ *region=south$/.test(line))).toEqual([]);
});

it('wide letters take two columns, and lines of them are broken between any two', () => {
  const rows = [
    ['顧客離反', 'テスト'],
    ['churn', 'kurz'],
  ];
  expect(laidOut(table(['MODEL', 'OWNER'], rows, page(80)))).toEqual([
    'MODEL     OWNER',
    '顧客離反  テスト',
    'churn     kurz',
  ]);
  expect(wrap('顧客離反の予測モデル', 8)).toEqual(['顧客離反', 'の予測モ', 'デル']);
  expect(pad('é', 3)).toBe('é  ');
});

it('fields are wrapped beside their names', () => {
  const pairs = [
    ['Reason', 'Complaints from the south since Monday, all of them of one kind.'],
    ['By', 'anna'],
  ] as const;
  expect(laidOut(fields(pairs, page(40)))).toEqual([
    'Reason  Complaints from the south since',
    '        Monday, all of them of one kind.',
    'By      anna',
  ]);
});

it('a line that is indented stays so where it is broken', () => {
  expect(wrap('  /rules/0/min: min must be a number', 20)).toEqual(['  /rules/0/min: min', '  must be a number']);
});
