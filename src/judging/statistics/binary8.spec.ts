import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import {
  type Binary8,
  BINARY8_CELLS,
  BINARY_METRICS,
  type BinaryMetric,
  confusionMetric,
  confusionOf,
  discordanceOf,
  pairedMetric,
} from './binary8.js';
import { countOf } from '../../../test/support/statistics/binary8.js';
import { oneSidedBounds } from './estimate.js';
import { share } from '../../../test/support/statistics/proportions.js';

const cells = BINARY8_CELLS.map((cell) => golden.binary8.cells[cell]!) as unknown as Binary8;

it.each(Object.entries(golden.binary8.expected))(
  '%s agrees with the bootstrapped delta method',
  (metric, reference) => {
    const { challenger, incumbent, difference } = pairedMetric(cells, metric as BinaryMetric);
    expectClose(challenger, reference.c);
    expectClose(incumbent, reference.i);
    expectClose(difference!.point, reference.d);
    expectClose(difference!.standardError, reference.se);
    if (reference.lower95 !== undefined) expectClose(oneSidedBounds(difference!, 0.05).lower, reference.lower95);
  },
);

describe('counts behind a metric', () => {
  it('discordant rows give back the difference', () => {
    expect(discordanceOf(cells, 'accuracy')).toEqual({ wins: 18 + 15, losses: 10 + 22, n: 1000 });
    expect(discordanceOf(cells, 'error_rate')).toEqual({ wins: 10 + 22, losses: 18 + 15, n: 1000 });
    expect(discordanceOf(cells, 'recall')).toEqual({ wins: 18, losses: 10, n: 200 });
    expect(discordanceOf(cells, 'fnr')).toEqual({ wins: 10, losses: 18, n: 200 });
    expect(discordanceOf(cells, 'fpr')).toEqual({ wins: 22, losses: 15, n: 800 });
    expect(discordanceOf(cells, 'specificity')).toEqual({ wins: 15, losses: 22, n: 800 });
    expect(discordanceOf(cells, 'selection_rate')).toEqual({ wins: 18 + 22, losses: 10 + 15, n: 1000 });
  });

  it('precision, F1 and balanced accuracy have no discordant rows, F1 and balanced accuracy no count', () => {
    expect((['precision', 'f1', 'balanced_accuracy'] as const).map((m) => discordanceOf(cells, m))).toEqual([
      null,
      null,
      null,
    ]);
    expect((['f1', 'balanced_accuracy'] as const).map((m) => countOf(confusionOf(cells, 'challenger'), m))).toEqual([
      null,
      null,
    ]);
    expect(countOf(confusionOf(cells, 'challenger'), 'precision')).toEqual({ successes: 158, n: 220 });
  });
});

describe('degenerate input', () => {
  it('a metric without denominator is null for the model it is undefined for', () => {
    const challengerNeverPositive: Binary8 = [5, 5, 0, 0, 5, 5, 0, 0];
    expect(pairedMetric(challengerNeverPositive, 'precision')).toEqual({
      challenger: null,
      incumbent: 0.5,
      difference: null,
    });
    const noPositives: Binary8 = [5, 5, 5, 5, 0, 0, 0, 0];
    expect(pairedMetric(noPositives, 'recall')).toEqual({ challenger: null, incumbent: null, difference: null });
    expect(pairedMetric([0, 0, 0, 0, 0, 0, 0, 0], 'accuracy').difference).toBeNull();
    expect(confusionMetric([0, 0, 0, 0], 'f1')).toBeNull();
  });

  it('models that always agree have no spread', () => {
    const agreeing: Binary8 = [40, 0, 0, 7, 5, 0, 0, 48];
    for (const metric of BINARY_METRICS)
      expect(pairedMetric(agreeing, metric).difference).toMatchObject({ point: 0, standardError: 0 });
  });
});

const anyCells = fc
  .array(fc.integer({ min: 1, max: 500 }), { minLength: 8, maxLength: 8 })
  .map((counts) => counts as unknown as Binary8);

describe('properties', () => {
  it('swapping the models mirrors every difference', () => {
    fc.assert(
      fc.property(anyCells, fc.constantFrom(...BINARY_METRICS), (counts, metric) => {
        const swapped = [0, 2, 1, 3, 4, 6, 5, 7].map((cell) => counts[cell]!) as unknown as Binary8;
        const one = pairedMetric(counts, metric).difference!;
        const other = pairedMetric(swapped, metric).difference!;
        expectClose(one.point, -other.point, 1e-14);
        expectClose(one.standardError, other.standardError, 1e-14);
      }),
    );
  });

  it('a share’s delta-method error is the binomial one, and its complement’s the same', () => {
    fc.assert(
      fc.property(anyCells, (counts) => {
        const confusion = confusionOf(counts, 'challenger');
        for (const metric of ['accuracy', 'precision', 'recall', 'fpr', 'selection_rate'] as const) {
          const estimate = confusionMetric(confusion, metric)!;
          const binomial = share(countOf(confusion, metric)!)!;
          expectClose(estimate.point, binomial.point, 1e-14);
          expectClose(estimate.standardError, binomial.standardError, 1e-12);
        }
        const [error, accuracy] = [pairedMetric(counts, 'error_rate'), pairedMetric(counts, 'accuracy')];
        expectClose(error.difference!.point, -accuracy.difference!.point, 1e-14);
        expectClose(error.difference!.standardError, accuracy.difference!.standardError, 1e-14);
      }),
    );
  });

  it('paired accuracy by the delta method is the Wald error √(((w + l) − (w − l)²/n)/n²)', () => {
    fc.assert(
      fc.property(anyCells, (counts) => {
        const { wins, losses, n } = discordanceOf(counts, 'accuracy')!;
        const { difference } = pairedMetric(counts, 'accuracy');
        expectClose(difference!.point, (wins - losses) / n, 1e-14);
        expectClose(difference!.standardError, Math.sqrt(wins + losses - (wins - losses) ** 2 / n) / n, 1e-12);
      }),
    );
  });

  it('multiplying every cell by k divides the error by √k', () => {
    fc.assert(
      fc.property(
        anyCells,
        fc.integer({ min: 2, max: 100 }),
        fc.constantFrom(...BINARY_METRICS),
        (counts, k, metric) => {
          const larger = counts.map((rows) => rows * k) as unknown as Binary8;
          const one = pairedMetric(counts, metric).difference!;
          const other = pairedMetric(larger, metric).difference!;
          expectClose(other.point, one.point, 1e-14);
          expectClose(other.standardError * Math.sqrt(k), one.standardError, 1e-12);
        },
      ),
    );
  });
});
