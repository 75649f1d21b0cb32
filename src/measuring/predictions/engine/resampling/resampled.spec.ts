import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expectClose, fixture } from '../../../../../test/fixtures/statistics/golden.js';
import { bootstrapEstimate, percentileBounds, SCREEN_REPLICATES } from '../../../../judging/statistics/bootstrap.js';
import { type Binary8 } from '../../../../judging/statistics/binary8.js';
import { measureOnce, pairedReplicates, type Resampled } from '../../../../judging/statistics/replicates.js';
import { rankedByGroup, rowsByGroup, UnitNumbers } from '../rows/sliced-rows.js';
import { ResampledCells } from './resampled-cells.js';
import { CLASS_METRICS, ResampledClasses } from './resampled-classes.js';
import { ResampledMedians, ResampledSquares } from './resampled-errors.js';
import { type RankedRows, ResampledRanks } from './resampled-ranks.js';
import { ResampledTogether } from './resampled-together.js';

type Diffs = Record<string, number>;
interface Given {
  indices: number[][];
  plain: Diffs[];
  weighted: Diffs[];
}
interface Interval {
  diff: number;
  ci95: [number, number];
  se: number;
  mc_se_ci95: [number, number];
}
interface References {
  cells: { pair: string; slice: string; cells: Binary8; bootstrap: Record<string, Interval> }[];
  ranks: Diffs[];
  classes: Given;
  errors: Given;
}
interface Table {
  columns: string[];
  rows: (string | number)[][];
}
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../../test/fixtures/predictions/${name}`, import.meta.url), 'utf8')) as T;
const references = read<References>('resampling-references.json');
const small = read<Record<'multiclass' | 'weightedRegression', Table>>('small-references.json');

const column = ({ columns, rows }: Table, name: string) => rows.map((row) => row[columns.indexOf(name)]!);
const numbers = (table: Table, name: string) => Float64Array.from(column(table, name) as number[]);
/** The other model of the references: each row got the prediction of the row before. */
const rotated = <T>(values: ArrayLike<T>): T[] =>
  Array.from({ length: values.length }, (_, row) => values[(row + values.length - 1) % values.length]!);
const identity = (size: number) => Uint32Array.from({ length: size }, (_, unit) => unit);

function timesOf(drawn: readonly number[], units: number): Uint32Array {
  const times = new Uint32Array(units);
  for (const unit of drawn) times[unit]!++;
  return times;
}

function measured(sample: Resampled, drawn: readonly number[]): Diffs {
  const differences = new Float64Array(sample.metrics.length);
  sample.measure(timesOf(drawn, sample.units), differences);
  return Object.fromEntries(sample.metrics.map((metric, index) => [metric, differences[index]!]));
}

function ranked(scores: readonly number[], labels: readonly number[]): RankedRows {
  const units = identity(scores.length).sort((a, b) => scores[a]! - scores[b]!);
  return {
    units,
    values: Float64Array.from(units, (row) => scores[row]!),
    labels: Uint8Array.from(units, (row) => labels[row]!),
    weights: null,
  };
}

describe('given resamples', () => {
  const golden = fixture<
    Record<'label' | 'incumbent' | 'challenger', number[]> & { indices: number[][]; diffs: Diffs[] }
  >('bootstrap-golden.json');
  const sides = [ranked(golden.challenger, golden.label), ranked(golden.incumbent, golden.label)] as const;
  const ranks = new ResampledRanks(['auc_roc', 'ece_10', 'average_precision'], golden.label.length, ...sides);

  it('average precision, calibration error and AUC are those of the references', () => {
    golden.indices.forEach((drawn, index) => {
      const found = measured(ranks, drawn);
      for (const [metric, value] of Object.entries(references.ranks[index]!)) expectClose(found[metric], value);
      expectClose(found.auc_roc, golden.diffs[index]!.auc_roc!);
    });
  });

  it('precision, recall and F1 averaged over classes are those of scikit-learn, rows weighted or not', () => {
    const names = [...new Set(column(small.multiclass, 'label'))];
    const codes = (values: ArrayLike<string | number>) => Uint32Array.from(Array.from(values), (v) => names.indexOf(v));
    const [label, prediction] = ['label', 'prediction'].map((name) => column(small.multiclass, name)) as [
      string[],
      string[],
    ];
    const rows = { labels: codes(label), challenger: codes(prediction), incumbent: codes(rotated(prediction)) };
    const units = identity(label.length);
    for (const [kind, weights] of [
      ['plain', null],
      ['weighted', numbers(small.multiclass, 'w')],
    ] as const) {
      const sample = new ResampledClasses(label.length, { ...rows, units, weights }, names.length);
      references.classes.indices.forEach((drawn, index) => {
        const [found, expected] = [measured(sample, drawn), references.classes[kind][index]!];
        expect(Object.keys(expected).sort()).toEqual([...CLASS_METRICS].sort());
        for (const metric of CLASS_METRICS) expectClose(found[metric], expected[metric]!);
      });
    }
  });

  it('R², RMSE and the median error are those of scikit-learn, rows weighted or not', () => {
    const table = small.weightedRegression;
    const [labels, own] = [numbers(table, 'label'), numbers(table, 'prediction')];
    const other = Float64Array.from(rotated(own));
    const squares = (predictions: Float64Array) => predictions.map((p, row) => (p - labels[row]!) ** 2);
    const units = identity(labels.length);
    const rows = { units, labels, challenger: squares(own), incumbent: squares(other) };
    const sorted = (predictions: Float64Array, weights: Float64Array | null) => {
      const { values, units: order } = ranked([...squares(predictions).map(Math.sqrt)], [...labels]);
      return { values, units: order, weights: weights && Float64Array.from(order, (row) => weights[row]!) };
    };
    const medians = (weights: Float64Array | null) =>
      new ResampledMedians(labels.length, sorted(own, weights), sorted(other, weights));
    const weights = numbers(table, 'w');
    const plain = new ResampledSquares(['r2', 'rmse'], labels.length, { ...rows, weights: null });
    const weighted = new ResampledSquares(['rmse', 'r2'], labels.length, { ...rows, weights });
    const together = new ResampledTogether(labels.length, [plain, medians(null)]);
    const weightedTogether = new ResampledTogether(labels.length, [weighted, medians(weights)]);
    references.errors.indices.forEach((drawn, index) => {
      for (const [sample, kind] of [
        [together, 'plain'],
        [weightedTogether, 'weighted'],
      ] as const) {
        const found = measured(sample, drawn);
        const expected = references.errors[kind][index]!;
        expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
        for (const [metric, value] of Object.entries(expected)) expectClose(found[metric], value);
      }
    });
  });
});

it('rows of one unit are drawn together, and a part holds the rows of its units alone', () => {
  const rows = fc.array(
    fc.record({ unit: fc.nat({ max: 4 }), cell: fc.nat({ max: 7 }), w: fc.integer({ min: 1, max: 5 }) }),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(rows, fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }), (table, times) => {
      const of = (list: typeof table) =>
        new ResampledCells(['selection_rate', 'f1'], 5, {
          units: Uint32Array.from(list, ({ unit }) => unit),
          cells: Uint8Array.from(list, ({ cell }) => cell),
          weights: Float64Array.from(list, ({ w }) => w),
        });
      const repeated = table.flatMap((row) => Array<typeof row>(times[row.unit]!).fill(row));
      const [drawn, kept] = [new Float64Array(2), new Float64Array(2)];
      of(table).measure(Uint32Array.from(times), drawn);
      const expected = measureOnce(of(repeated));
      expected.forEach((value, at) =>
        Number.isNaN(value) ? expect(drawn[at]).toBeNaN() : expectClose(drawn[at], value),
      );
      const places = Int32Array.of(1, -1, 0, -1, 2);
      of(table)
        .restrict(places, 3)
        .measure(Uint32Array.of(times[2]!, times[0]!, times[4]!), kept);
      of(table).measure(Uint32Array.of(times[0]!, 0, times[2]!, 0, times[4]!), drawn);
      expect([...kept]).toEqual([...drawn]);
    }),
  );
});

it.each([
  ['all rows', 'sex=Female', undefined],
  ['all rows', 'sex=Male', undefined],
  ['parts of 4,000 rows', 'sex=Male', 4_000],
  ['parts of 4,000 rows', 'overall', 4_000],
])('drawing %s gives the reference intervals of F1 on %s within Monte-Carlo error', (_, slice, largest) => {
  for (const { cells: table, bootstrap } of references.cells.filter((entry) => entry.slice === slice)) {
    const cells = Uint8Array.from(table.flatMap((rows, cell) => Array<number>(rows).fill(cell)));
    const sample = new ResampledCells(['f1', 'recall'], cells.length, {
      units: identity(cells.length),
      cells,
      weights: null,
    });
    for (const { metric, observed, deltas } of pairedReplicates(
      sample,
      { seed: 5n, replicates: SCREEN_REPLICATES },
      largest,
    )) {
      const reference = bootstrap[metric]!;
      expectClose(observed, reference.diff);
      const { lower, upper } = percentileBounds(deltas, 0.025)!;
      // 10,000 resamples there and 1,999 here, whose error is √5 times as large; 4 of both together.
      const within = (error: number) => 4 * Math.sqrt(1 + 10_000 / SCREEN_REPLICATES) * error;
      expect(Math.abs(lower - reference.ci95[0])).toBeLessThan(within(reference.mc_se_ci95[0]));
      expect(Math.abs(upper - reference.ci95[1])).toBeLessThan(within(reference.mc_se_ci95[1]));
      const spread = bootstrapEstimate(observed, deltas)!.standardError;
      expect(Math.abs(spread / reference.se - 1)).toBeLessThan(
        4 / Math.sqrt(2 * SCREEN_REPLICATES) + 4 / Math.sqrt(20_000),
      );
    }
  }
});

describe('rows of slices', () => {
  const grouping = { codes: Uint32Array.of(1, 0, 1, 0, 1), groups: 2 };

  it('keep their order, and ties come in the order of the table', () => {
    expect(rowsByGroup(5, grouping).map((rows) => [...rows])).toEqual([
      [1, 3],
      [0, 2, 4],
    ]);
    expect(rowsByGroup(3, { codes: null, groups: 1 }).map((rows) => [...rows])).toEqual([[0, 1, 2]]);
    const ranking = { rows: Uint32Array.of(4, 3, 0, 2, 1), values: Float64Array.of(1, 1, 1, 2, 3) };
    expect(rankedByGroup(ranking, grouping).map(({ rows }) => [...rows])).toEqual([
      [3, 1],
      [0, 4, 2],
    ]);
    expect([...rankedByGroup(ranking, { codes: null, groups: 1 })[0]!.rows]).toEqual([0, 3, 4, 2, 1]);
  });

  it('number their units from 0, each slice by itself', () => {
    const numbered = new UnitNumbers(Uint32Array.of(7, 3, 7, 3, 5), 8, 5);
    expect(numbered.number(Uint32Array.of(0, 2, 4))).toBe(2);
    expect([0, 2, 4].map((row) => numbered.places[row])).toEqual([0, 0, 1]);
    expect(numbered.number(Uint32Array.of(1, 3))).toBe(1);
    expect([1, 3].map((row) => numbered.places[row])).toEqual([0, 0]);
    const rows = new UnitNumbers(null, 5, 5);
    expect(rows.number(Uint32Array.of(1, 4))).toBe(2);
    expect([1, 4].map((row) => rows.places[row])).toEqual([0, 1]);
  });
});
