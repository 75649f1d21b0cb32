import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import { oneSidedBounds } from './estimate.js';
import { wilson } from './proportions.js';
import {
  clopperPearson,
  differenceOfShares,
  newcombe,
  pooledTest,
  share,
} from '../../../test/support/statistics/proportions.js';

describe.each([
  [45, 50],
  [0, 20],
  [50, 50],
  [851, 1000],
])('%i of %i', (successes, n) => {
  const count = { successes, n };
  const reference = (name: string) => golden[name] as [number, number];

  it('Wilson', () => {
    const [lower, upper] = reference(`wilson_${successes}_${n}_two95`);
    expectClose(wilson(count, 0.025)!.lower, lower);
    expectClose(wilson(count, 0.025)!.upper, upper);
    expectClose(wilson(count, 0.05)!.lower, golden[`wilson_${successes}_${n}_lower95onesided`] as number);
  });

  it('Clopper–Pearson', () => {
    const [lower, upper] = reference(`cp_${successes}_${n}_two95`);
    expectClose(clopperPearson(count, 0.025)!.lower, lower);
    expectClose(clopperPearson(count, 0.025)!.upper, upper);
  });
});

it('no trials, or more successes than trials, gives null', () => {
  const one = { successes: 1, n: 2 };
  for (const none of [
    { successes: 0, n: 0 },
    { successes: 3, n: 2 },
    { successes: NaN, n: 2 },
  ]) {
    expect([wilson(none, 0.05), clopperPearson(none, 0.05), share(none)]).toEqual([null, null, null]);
    expect([differenceOfShares(one, none), newcombe(none, one, 0.05), pooledTest(one, none)]).toEqual([
      null,
      null,
      null,
    ]);
  }
});

it('all or none on both sides has no pooled test, and no spread', () => {
  const all = { successes: 5, n: 5 };
  expect(pooledTest(all, all)).toBeNull();
  expect(differenceOfShares(all, all)).toMatchObject({ point: 0, standardError: 0 });
});

const anyCount = fc
  .tuple(fc.nat(3000), fc.nat(3000))
  .filter(([successes, failures]) => successes + failures > 0)
  .map(([successes, failures]) => ({ successes, n: successes + failures }));

describe('properties', () => {
  it('score and exact bounds are ordered, hold the share, and stay in [0, 1]', () => {
    fc.assert(
      fc.property(anyCount, fc.constantFrom(0.1, 0.05, 0.025, 0.005), (count, alpha) => {
        const observed = count.successes / count.n;
        for (const { lower, upper } of [wilson(count, alpha)!, clopperPearson(count, alpha)!]) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(observed);
          expect(upper).toBeGreaterThanOrEqual(observed);
        }
      }),
    );
  });

  it('one success more never lowers a bound', () => {
    fc.assert(
      fc.property(anyCount, (count) => {
        fc.pre(count.successes < count.n);
        const more = { ...count, successes: count.successes + 1 };
        expect(wilson(more, 0.05)!.lower).toBeGreaterThan(wilson(count, 0.05)!.lower);
        expect(clopperPearson(more, 0.05)!.upper).toBeGreaterThan(clopperPearson(count, 0.05)!.upper - 1e-12);
      }),
    );
  });

  it('swapping the samples mirrors the difference', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (a, b) => {
        expectClose(newcombe(a, b, 0.05)!.lower, -newcombe(b, a, 0.05)!.upper);
        expectClose(
          oneSidedBounds(differenceOfShares(a, b)!, 0.05).lower,
          -oneSidedBounds(differenceOfShares(b, a)!, 0.05).upper,
        );
      }),
    );
  });
});
