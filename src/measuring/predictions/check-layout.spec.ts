import { checkSpec } from './check-layout.js';
import { formatOfName } from './jobs/job.js';
import { type PredictionSpec } from './prediction-layout.js';

const BINARY: PredictionSpec = {
  task: 'binary',
  columns: { rowId: 'id', label: 'y', score: 's' },
  slices: ['a', 'b'],
  crosses: [['a', 'b']],
  threshold: 0.5,
  classes: null,
  cutoffs: [],
};
const with_ = (change: Partial<PredictionSpec>): PredictionSpec => ({ ...BINARY, ...change });
const columns = { rowId: 'id', label: 'y', prediction: 'p' };

it.each<[string, PredictionSpec]>([
  ['binary with a score', BINARY],
  ['binary with a prediction alone', with_({ columns, threshold: null })],
  ['multiclass', with_({ task: 'multiclass', columns, threshold: null, classes: ['x', 'y', 'z'] })],
  ['regression with units', with_({ task: 'regression', columns: { ...columns, unit: 'u' }, threshold: null })],
  [
    'probabilities that write a class otherwise',
    with_({
      task: 'multiclass',
      threshold: null,
      classes: ['True', '1.0'],
      columns: { ...columns, probabilities: { true: 'p', '1': 'q' } },
    }),
  ],
  [
    'a ranking',
    with_({
      task: 'ranking',
      columns: { rowId: 'i', label: 'y', score: 's', unit: 'q' },
      threshold: null,
      cutoffs: [5],
    }),
  ],
])('%s is sound', (_name, spec) => {
  expect(checkSpec(spec)).toEqual([]);
});

it.each<[string, PredictionSpec, string, string]>([
  ['no score and no prediction', with_({ columns: { rowId: 'i', label: 'y' } }), '/columns/score', 'REQUIRED'],
  ['a threshold beside predictions', with_({ columns: { ...columns, score: 's' } }), '/threshold', 'CONFLICT'],
  ['a threshold of regression', with_({ task: 'regression', columns }), '/threshold', 'NOT_APPLICABLE'],
  ['three binary classes', with_({ classes: ['x', 'y', 'z'] }), '/classes', 'TWO_CLASSES'],
  ['a class twice', with_({ classes: ['x', 'x'] }), '/classes', 'DUPLICATE'],
  ['a class in two forms', with_({ classes: ['1.0', '1'] }), '/classes', 'DUPLICATE'],
  ['a slice twice', with_({ slices: ['é', 'e\u0301', 'a', 'b'] }), '/slices/1', 'DUPLICATE'],
  ['a cross of an unknown slice', with_({ crosses: [['a', 'c']] }), '/crosses/0', 'UNKNOWN_SLICE'],
  [
    'a cross in two orders',
    with_({
      crosses: [
        ['a', 'b'],
        ['b', 'a'],
      ],
    }),
    '/crosses/1',
    'DUPLICATE',
  ],
  [
    'probabilities of a class in two forms',
    with_({ task: 'multiclass', threshold: null, columns: { ...columns, probabilities: { '1': 'p', '+1': 'q' } } }),
    '/columns/probabilities',
    'DUPLICATE',
  ],
  [
    'probabilities of an unknown class',
    with_({
      task: 'multiclass',
      threshold: null,
      classes: ['x', 'y'],
      columns: { ...columns, probabilities: { z: 'p' } },
    }),
    '/columns/probabilities/z',
    'UNKNOWN_CLASS',
  ],
  [
    'a weighted ranking',
    with_({
      task: 'ranking',
      threshold: null,
      cutoffs: [5],
      columns: { rowId: 'i', label: 'y', score: 's', unit: 'q', weight: 'w' },
    }),
    '/columns/weight',
    'NOT_SUPPORTED',
  ],
])('%s is a fault at its place', (_name, spec, pointer, code) => {
  expect(checkSpec(spec)).toMatchObject([{ pointer, code }]);
});

it.each([
  ['v2.parquet', 'parquet'],
  ['V2.CSV.GZ', 'csv'],
  ['rows.jsonl.zst', 'ndjson'],
  ['rows.ndjson', 'ndjson'],
  ['rows.xlsx', null],
  ['csv', null],
])('%s is a file of format %s', (name, format) => {
  expect(formatOfName(name)).toBe(format);
});
