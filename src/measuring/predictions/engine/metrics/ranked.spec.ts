import fc from 'fast-check';
import { auc as aucByRows, pairedAuc } from '../../../../../test/support/statistics/auc.js';
import { aucPairs, aucSums } from './auc-metrics.js';
import { averagePrecisions, classTotals, placements, type Ranked, sortedByGroup } from './ranked.js';

function rank(values: readonly number[]): Ranked {
  const rows = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  return { rows, values: Float64Array.from(rows, (row) => values[row]!) };
}

const cases = fc.array(
  fc.record({
    label: fc.nat({ max: 1 }),
    c: fc.nat({ max: 5 }),
    i: fc.nat({ max: 5 }),
    group: fc.nat({ max: 2 }),
  }),
  { minLength: 1, maxLength: 60 },
);

it('AUC and DeLong of all groups in one walk equal those of each group by itself, ties included', () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const classes = { labels: Uint8Array.from(rows, ({ label }) => label), weights: null };
      const grouping = { codes: Uint32Array.from(rows, ({ group }) => group), groups: 3 };
      const totals = classTotals(classes, grouping);
      const c = placements(rank(rows.map((row) => row.c)), classes, grouping, totals);
      const i = placements(rank(rows.map((row) => row.i)), classes, grouping, totals);
      const pairs = aucPairs(c, i, classes, grouping, totals);
      const { auc, variance } = aucSums(c, classes, grouping, totals);
      for (const group of [0, 1, 2]) {
        const own = rows.filter((row) => row.group === group);
        const labels = own.map(({ label }) => label);
        const expected = pairedAuc(
          labels,
          own.map((row) => row.c),
          own.map((row) => row.i),
        );
        if (expected === null) expect(auc[group]).toBeNaN();
        else expect(auc[group]).toBeCloseTo(expected.aucC, 12);
        const alone = aucByRows(
          labels,
          own.map((row) => row.c),
        );
        if (alone === null) expect(variance[group]).toBeNaN();
        else expect(Math.sqrt(variance[group]!)).toBeCloseTo(alone.standardError, 12);
        const sums = expected?.sums ?? null;
        if (sums === null) expect(pairs[group]).toBeNull();
        else {
          for (const [name, value] of Object.entries(sums)) {
            expect(pairs[group]![name as keyof typeof sums]).toBeCloseTo(value, 12);
          }
        }
      }
    }),
  );
});

it('a row of weight 2 counts as two rows in AUC and average precision', () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const twice = rows.flatMap((row) => (row.group === 2 ? [row, row] : [row]));
      const measure = (of: typeof rows, weights: Float64Array | null) => {
        const classes = { labels: Uint8Array.from(of, ({ label }) => label), weights };
        const grouping = { codes: null, groups: 1 };
        const totals = classTotals(classes, grouping);
        const ranked = rank(of.map((row) => row.c));
        const { auc } = aucSums(placements(ranked, classes, grouping, totals), classes, grouping, totals);
        return [auc[0]!, averagePrecisions(ranked, classes, grouping)[0]!];
      };
      const weighted = measure(
        rows,
        Float64Array.from(rows, ({ group }) => (group === 2 ? 2 : 1)),
      );
      const repeated = measure(twice, null);
      weighted.forEach((value, index) => {
        if (Number.isNaN(repeated[index])) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(repeated[index]!, 12);
      });
    }),
  );
});

it('values of each group come out in ascending order', () => {
  const sorted = sortedByGroup(rank([5, 1, 4, 2, 3]), { codes: Uint32Array.from([0, 1, 0, 1, 0]), groups: 3 });
  expect(sorted.map((values) => [...values])).toEqual([[3, 4, 5], [1, 2], []]);
});
