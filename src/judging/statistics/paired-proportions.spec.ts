import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import { oneSidedBounds } from './estimate.js';
import { nonInferiorityP } from '../../../test/support/statistics/estimate.js';
import { bonettPrice, type Discordance } from './paired-proportions.js';
import { mcnemar, tango, tangoTest } from '../../../test/support/statistics/paired-proportions.js';

const published = golden.tango_published_check;
const cases = [
  { name: '30 wins, 25 losses of 1000', pairs: { wins: 30, losses: 25, n: 1000 }, reference: golden.paired_1000 },
  { name: '6 wins, 14 losses of 200', pairs: { wins: 6, losses: 14, n: 200 }, reference: golden.paired_200_loss },
  { name: 'no disagreement in 50', pairs: { wins: 0, losses: 0, n: 50 }, reference: golden.paired_50_nodisc },
];

describe.each(cases)('$name', ({ pairs, reference }) => {
  it('Bonett–Price', () => {
    const estimate = bonettPrice(pairs)!;
    expectClose(estimate.point, reference.d);
    expectClose(estimate.centre, reference.bp_d);
    expectClose(estimate.standardError, reference.bp_se);
    expectClose(oneSidedBounds(estimate, 0.05).lower, reference.bonett_price_lower95);
    const twoSided = oneSidedBounds(estimate, 0.025);
    expectClose(twoSided.lower, reference.bonett_price95[0]);
    expectClose(twoSided.upper, reference.bonett_price95[1]);
  });

  it('Tango', () => {
    const bounds = tango(pairs, 0.025)!;
    expectClose(bounds.lower, reference.tango95[0]);
    expectClose(bounds.upper, reference.tango95[1]);
    expectClose(tangoTest(pairs, 0.01)!.z, reference['tango_ni_z_m0.01']);
    expectClose(tangoTest(pairs, 0.01)!.p, reference['tango_ni_p_m0.01']);
    expectClose(tangoTest(pairs, 0.02)!.z, reference['tango_ni_z_m0.02']);
    expectClose(tangoTest(pairs, 0.02)!.p, reference['tango_ni_p_m0.02']);
  });

  it('McNemar', () => {
    const test = mcnemar(pairs);
    expectClose(test.exactP, reference.mcn_exact);
    expectClose(test.midP, reference.mcn_midp);
    // The reference divides by 0 without disagreement; here that is χ² 0 and p 1.
    const none = pairs.wins + pairs.losses === 0;
    expectClose(test.chiSquare, none ? 0 : reference.mcn_chi2[0]);
    expectClose(test.chiSquareP, none ? 1 : reference.mcn_chi2[1]);
    expectClose(test.correctedChiSquare, none ? 0 : reference.mcn_chi2cc[0]);
    expectClose(test.correctedChiSquareP, none ? 1 : reference.mcn_chi2cc[1]);
  });
});

it('the example of Fagerland, Lydersen and Laake (2014)', () => {
  const pairs = { wins: published.win, losses: published.loss, n: 21 };
  const score = tango(pairs, 0.025)!;
  const shrunken = oneSidedBounds(bonettPrice(pairs)!, 0.025);
  expectClose(score.lower, published.tango95[0]!);
  expectClose(score.upper, published.tango95[1]!);
  expectClose(shrunken.lower, published.bonett_price95[0]!);
  expectClose(shrunken.upper, published.bonett_price95[1]!);
  expectClose(mcnemar(pairs).exactP, published.mcnemar_exact);
  expectClose(mcnemar(pairs).midP, published.mcnemar_midp);
});

describe('degenerate input', () => {
  it('no rows, or more disagreement than rows, gives null', () => {
    for (const pairs of [
      { wins: 0, losses: 0, n: 0 },
      { wins: 3, losses: 3, n: 5 },
      { wins: -1, losses: 0, n: 5 },
      { wins: NaN, losses: 0, n: 5 },
    ]) {
      expect([bonettPrice(pairs), tango(pairs, 0.05), tangoTest(pairs, 0.1)]).toEqual([null, null, null]);
    }
  });

  it('a margin of the whole scale has no score test', () => {
    expect(tangoTest({ wins: 1, losses: 2, n: 10 }, 1)).toBeNull();
  });

  it('no disagreement at margin 0 scores 0', () => {
    expect(tangoTest({ wins: 0, losses: 0, n: 10 }, 0)).toEqual({ z: 0, p: 0.5 });
  });
});

const anyPairs = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(2000))
  .filter(([wins, losses, equal]) => wins + losses + equal > 0)
  .map(([wins, losses, equal]): Discordance => ({ wins, losses, n: wins + losses + equal }));
const anyAlpha = fc.double({ min: 0.001, max: 0.3, noNaN: true });

/** Per margin 0 for a shown regression beyond it, 2 for shown non-inferiority, else 1; null for impossible counts. */
function verdictsOf(pairs: Discordance): number[] | null {
  const estimate = bonettPrice(pairs);
  if (estimate === null) return null;
  const { lower, upper } = oneSidedBounds(estimate, 0.05);
  return [0.005, 0.01, 0.02, 0.05, 0.1].map((margin) => {
    if (lower >= -margin) return 2;
    return upper < 0 && estimate.point < -margin ? 0 : 1;
  });
}

describe('properties', () => {
  it('bounds are ordered and finite, and Tango stays in [−1, 1]', () => {
    fc.assert(
      fc.property(anyPairs, anyAlpha, (pairs, alpha) => {
        const shrunken = oneSidedBounds(bonettPrice(pairs)!, alpha);
        const score = tango(pairs, alpha)!;
        return shrunken.lower < shrunken.upper && score.lower < score.upper && score.lower >= -1 && score.upper <= 1;
      }),
    );
  });

  it('swapping the models mirrors every bound', () => {
    fc.assert(
      fc.property(anyPairs, anyAlpha, ({ wins, losses, n }, alpha) => {
        const one = tango({ wins, losses, n }, alpha)!;
        const other = tango({ wins: losses, losses: wins, n }, alpha)!;
        expectClose(one.lower, -other.upper);
        expect(bonettPrice({ wins, losses, n })!.centre).toBe(
          -bonettPrice({ wins: losses, losses: wins, n })!.centre + 0,
        );
      }),
    );
  });

  it('every McNemar p is a probability', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) =>
        Object.entries(mcnemar(pairs)).every(([name, p]) => p >= 0 && (!name.endsWith('P') || p <= 1)),
      ),
    );
  });

  it('turning a right answer into a wrong one never improves the verdict at any margin', () => {
    const sizes = [...Array(40).keys(), 74, 149, 299].map((size) => size + 1);
    for (const n of sizes) {
      for (let wins = 0; wins <= n; wins++) {
        for (let losses = 0; wins + losses <= n; losses++) {
          const before = verdictsOf({ wins, losses, n })!;
          const oneWorse = [verdictsOf({ wins: wins - 1, losses, n }), verdictsOf({ wins, losses: losses + 1, n })];
          const improved = oneWorse.some((after) => after?.some((verdict, margin) => verdict > before[margin]!));
          if (improved) throw new Error(`${wins} wins, ${losses} losses of ${n}`);
        }
      }
    }
  });

  it('the bound clears the margin exactly when p ≤ α', () => {
    fc.assert(
      fc.property(anyPairs, fc.double({ min: 0, max: 0.2, noNaN: true }), (pairs, margin) => {
        const estimate = bonettPrice(pairs)!;
        const distance = oneSidedBounds(estimate, 0.05).lower + margin;
        fc.pre(Math.abs(distance) > 1e-12);
        return distance > 0 === nonInferiorityP(estimate, margin)! < 0.05;
      }),
    );
  });
});
