import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import {
  binomialCdf,
  binomialPmf,
  binomialQuantile,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
} from './distributions.js';
import { betaQuantile, chiSquareQuantile, chiSquareSurvival } from '../../../test/support/statistics/distributions.js';

const reference = golden.quantiles;

describe('distribution functions agree with scipy', () => {
  it.each([
    ['z95', normalQuantile(0.95)],
    ['z975', normalQuantile(0.975)],
    ['z80', normalQuantile(0.8)],
    ['z90', normalQuantile(0.9)],
    ['t19_975', tQuantile(0.975, 19)],
    ['t19_95', tQuantile(0.95, 19)],
    ['chi2_1_95', chiSquareQuantile(0.95, 1)],
    ['chi2_9_95', chiSquareQuantile(0.95, 9)],
    ['chi2sf_3p84_1', chiSquareSurvival(3.84, 1)],
    ['ncdf_m1_5', normalCdf(-1.5)],
  ])('%s', (name, value) => expectClose(value, reference[name]!, 1e-12));

  it('χ² with several degrees of freedom: the two functions undo each other', () => {
    expectClose(chiSquareSurvival(chiSquareQuantile(0.95, 9), 9), 0.05, 1e-12);
  });

  it('a beta quantile solves its binomial tail', () => {
    expectClose(1 - binomialCdf(44, 50, betaQuantile(0.025, 45, 6)), 0.025, 1e-12);
  });
});

describe('edges', () => {
  it('t with infinite degrees of freedom is the normal distribution', () => {
    expect(tQuantile(0.95, Infinity)).toBe(normalQuantile(0.95));
    expect(tCdf(-1.5, Infinity)).toBe(normalCdf(-1.5));
  });

  it('a remembered quantile is the computed one', () => {
    expect(tQuantile(0.95, 1234)).toBe(tQuantile(0.95, 1234));
    for (let i = 1; i < 200; i++) normalQuantile(i / 200);
    expectClose(normalQuantile(0.95), reference.z95!, 1e-12);
  });

  it('no trials leave no doubt', () => {
    expect([binomialCdf(0, 0, 0.5), binomialPmf(0, 0, 0.5)]).toEqual([1, 1]);
    expect(binomialQuantile(0.95, 1, 0.95)).toBe(1);
  });

  it('χ² of 0 has p 1', () => expect(chiSquareSurvival(0, 3)).toBe(1));
});
