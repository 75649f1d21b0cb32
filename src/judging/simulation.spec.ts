import {
  evenSlices,
  skewedSlices,
  STANDARD,
  type Truth,
  verdictRates,
} from '../../test/support/judging/simulated-models.js';

const RUNS = 400;
const ALPHA = 0.05;
/** Three standard errors of a share of so many runs. */
const error = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / RUNS);
const rates = (truth: Truth): ReturnType<typeof verdictRates> => verdictRates(STANDARD, truth, RUNS, 20_261_120n);

describe('the preset standard on drawn models, gates.md §1.14', () => {
  it('promotes a model that is worse by the whole margin no more often than α', () => {
    expect(rates(evenSlices(500, -0.01)).PASS).toBeLessThanOrEqual(ALPHA + error(ALPHA));
  });

  it('promotes an equal model with a power of at least 0.85 on 10 × 500 rows', () => {
    expect(rates(evenSlices(500, 0)).PASS).toBeGreaterThanOrEqual(0.85 - error(0.85));
  });

  it('promotes a model that is a point better everywhere', () => {
    expect(rates(evenSlices(500, 0.01)).PASS).toBeGreaterThanOrEqual(0.99);
  });

  it('refuses a model that lost five points on one slice', () => {
    const { PASS, FAIL } = rates(evenSlices(500, 0, -0.05));
    expect(PASS).toBeLessThanOrEqual(0.03);
    expect(FAIL).toBeGreaterThanOrEqual(0.95);
  });

  it('refuses a model that is two points worse everywhere', () => {
    expect(rates(evenSlices(500, -0.02)).PASS).toBe(0);
  });

  it('refuses a loss of five points on a slice of 1,000 rows among larger ones', () => {
    expect(rates(skewedSlices(1000)).PASS).toBeLessThanOrEqual(0.01);
  });
});
