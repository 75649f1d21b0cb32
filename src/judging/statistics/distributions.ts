import stdlibBinomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import stdlibBinomialPmf from '@stdlib/stats-base-dists-binomial-pmf';
import stdlibBinomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import stdlibNormalCdf from '@stdlib/stats-base-dists-normal-cdf';
import stdlibNormalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import stdlibTCdf from '@stdlib/stats-base-dists-t-cdf';
import stdlibTQuantile from '@stdlib/stats-base-dists-t-quantile';

/** A policy uses a handful of probabilities, and every step of a correction one more; the caches are emptied past this. */
const CACHED_PROBABILITIES = 1024;
const CACHED_DEGREES = 8192;

const zByProbability = new Map<number, number>();
const tByProbability = new Map<number, Map<number, number>>();

/** Φ(x), the share of a standard normal distribution at or below x. */
export function normalCdf(x: number): number {
  return stdlibNormalCdf(x, 0, 1);
}

/** z_p = Φ⁻¹(p) for p in (0, 1), computed once per p and remembered. */
export function normalQuantile(p: number): number {
  const known = zByProbability.get(p);
  if (known !== undefined) return known;
  if (zByProbability.size >= CACHED_PROBABILITIES) zByProbability.clear();
  const z = stdlibNormalQuantile(p, 0, 1);
  zByProbability.set(p, z);
  return z;
}

/** Share of Student's t at or below x; infinite degrees of freedom mean the standard normal. */
export function tCdf(x: number, degreesOfFreedom: number): number {
  return degreesOfFreedom === Infinity ? normalCdf(x) : stdlibTCdf(x, degreesOfFreedom);
}

/** t_{p, df} for p in (0, 1), computed once per pair and remembered; infinite degrees of freedom mean z_p. */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Infinity) return normalQuantile(p);
  const byDegrees = quantilesByDegrees(p);
  const known = byDegrees.get(degreesOfFreedom);
  if (known !== undefined) return known;
  if (byDegrees.size >= CACHED_DEGREES) byDegrees.clear();
  const t = stdlibTQuantile(p, degreesOfFreedom);
  byDegrees.set(degreesOfFreedom, t);
  return t;
}

function quantilesByDegrees(p: number): Map<number, number> {
  const known = tByProbability.get(p);
  if (known !== undefined) return known;
  if (tByProbability.size >= CACHED_PROBABILITIES) tByProbability.clear();
  const byDegrees = new Map<number, number>();
  tByProbability.set(p, byDegrees);
  return byDegrees;
}

/** Smallest k with P(X ≤ k) ≥ probability for X ~ Binomial(n, p). */
export function binomialQuantile(probability: number, n: number, p: number): number {
  return stdlibBinomialQuantile(probability, n, p);
}

/** P(X ≤ k) for X ~ Binomial(n, p); 1 when there are no trials and k is 0. */
export function binomialCdf(k: number, n: number, p: number): number {
  return n === 0 ? Number(k >= 0) : stdlibBinomialCdf(k, n, p);
}

/** P(X = k) for X ~ Binomial(n, p); 1 when there are no trials and k is 0. */
export function binomialPmf(k: number, n: number, p: number): number {
  return n === 0 ? Number(k === 0) : stdlibBinomialPmf(k, n, p);
}
