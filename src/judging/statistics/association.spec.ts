import fc from 'fast-check';
import { cohenKappa, matthewsCorrelation } from './association.js';
import { type Confusion, confusionMetric, pairedMetric } from './binary8.js';

// scikit-learn 1.9.1, matthews_corrcoef and cohen_kappa_score.
it.each<[Confusion, number, number]>([
  [[50, 10, 5, 35], 0.6975184488828855, 0.6938775510204082],
  [[90, 0, 5, 5], 0.6882472016116853, 0.6428571428571428],
  [[10, 30, 40, 20], -0.4082482904638631, -0.4],
])('of the cells %j', (confusion, correlation, kappa) => {
  expect(matthewsCorrelation(confusion)!.value).toBeCloseTo(correlation, 12);
  expect(cohenKappa(confusion)!.value).toBeCloseTo(kappa, 12);
});

it.each<Confusion>([
  [5, 0, 3, 0],
  [0, 0, 3, 4],
  [0, 0, 0, 0],
])('labels or predictions of one class have no correlation: %j, %j, %j, %j', (...confusion) => {
  expect(matthewsCorrelation(confusion)).toBeNull();
});

it('rows of one class, all predicted so, agree no more than by chance can be told', () => {
  expect(cohenKappa([7, 0, 0, 0])).toBeNull();
});

const size = fc.integer({ min: 1, max: 400 });
const cells: fc.Arbitrary<Confusion> = fc.tuple(size, size, size, size);

it.each([
  ['correlation', matthewsCorrelation],
  ['kappa', cohenKappa],
] as const)('one row more pulls the %s as its derivative says', (_name, metric) => {
  fc.assert(
    fc.property(cells, (confusion) => {
      metric(confusion)!.perRow.forEach((pull, cell) => {
        const moved = (by: number) =>
          metric(confusion.with(cell, confusion[cell]! + by) as unknown as Confusion)!.value;
        const step = 1e-4;
        expect(Math.abs((moved(step) - moved(-step)) / (2 * step) - pull)).toBeLessThan(1e-6);
      });
    }),
  );
});

it('the standard error is that of its influence, and 0 between models that agree', () => {
  // 1,000,000 draws of numpy's multinomial of 100 rows in these shares scatter by 0.07158.
  expect(confusionMetric([50, 10, 5, 35], 'mcc')!.standardError / 0.07158).toBeCloseTo(1, 1);
  expect(pairedMetric([50, 0, 0, 10, 5, 0, 0, 35], 'mcc').difference).toMatchObject({ point: 0, standardError: 0 });
});
