import fc from 'fast-check';
import { expectClose, fixture, golden } from '../../../test/fixtures/statistics/golden.js';
import { pairedAuc } from '../../../test/support/statistics/auc.js';
import { type Binary8, pairedMetric } from './binary8.js';
import { bootstrapEstimate, bootstrapRegressionP, percentileBounds, SCREEN_REPLICATES } from './bootstrap.js';
import {
  bcaBounds,
  bootstrapNonInferiorityP,
  FINAL_REPLICATES,
  pairedBootstrap,
} from '../../../test/support/statistics/bootstrap.js';
import { linearQuantile } from './quantiles.js';
import { seedOf } from './random.js';

const seed = seedOf({ policyDigest: 'policy', ruleId: 'rule', slice: '{}', evidenceDigest: 'evidence' });
const differences = golden.paired_mean.d;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanOfDrawn = (drawn: Uint32Array) => drawn.reduce((sum, row) => sum + differences[row]!, 0) / drawn.length;

type Metric = 'auc_roc' | 'accuracy' | 'f1' | 'recall' | 'log_loss' | 'brier';
interface Resampled {
  label: number[];
  incumbent: number[];
  challenger: number[];
  incumbentPrediction: number[];
  challengerPrediction: number[];
  indices: number[][];
  diffs: Record<Metric, number>[];
  percentile_2_5_97_5: Record<Metric, [number, number]>;
}

describe('given resamples of 200 rows', () => {
  const data = fixture<Resampled>('bootstrap-golden.json');
  const differencesOf = (drawn: number[]): Record<Metric, number> => {
    const pick = (values: number[]) => drawn.map((row) => values[row]!);
    const [labels, scoresC, scoresI] = [pick(data.label), pick(data.challenger), pick(data.incumbent)];
    const cells = [0, 0, 0, 0, 0, 0, 0, 0];
    for (const row of drawn) {
      cells[4 * data.label[row]! + 2 * data.challengerPrediction[row]! + data.incumbentPrediction[row]!]!++;
    }
    const of = (metric: 'accuracy' | 'f1' | 'recall') =>
      pairedMetric(cells as unknown as Binary8, metric).difference!.point;
    const gap = (loss: (score: number, label: number) => number) =>
      mean(labels.map((label, k) => loss(scoresC[k]!, label) - loss(scoresI[k]!, label)));
    const ranked = pairedAuc(labels, scoresC, scoresI)!;
    return {
      auc_roc: ranked.aucC - ranked.aucI,
      accuracy: of('accuracy'),
      f1: of('f1'),
      recall: of('recall'),
      log_loss: gap((score, label) => -Math.log(label === 1 ? score : 1 - score)),
      brier: gap((score, label) => (score - label) ** 2),
    };
  };
  const replicates = data.indices.map(differencesOf);

  it.each(Object.keys(data.percentile_2_5_97_5) as Metric[])('every difference of %s is reproduced', (metric) => {
    replicates.forEach((replicate, index) => expectClose(replicate[metric], data.diffs[index]![metric]));
    const sorted = replicates.map((replicate) => replicate[metric]).sort((a, b) => a - b);
    expectClose(linearQuantile(sorted, 0.025), data.percentile_2_5_97_5[metric][0]);
    expectClose(linearQuantile(sorted, 0.975), data.percentile_2_5_97_5[metric][1]);
  });
});

describe('drawn resamples', () => {
  const replicates = pairedBootstrap(12, meanOfDrawn, { seed, replicates: FINAL_REPLICATES })!;
  // The reference is itself one Monte-Carlo run, stated to ± .002.
  const monteCarlo = 0.002;

  it('percentile bounds of the mean of 12 differences', () => {
    const bounds = percentileBounds(replicates, 0.025)!;
    expectClose(bounds.lower, 0.0075, monteCarlo);
    expectClose(bounds.upper, 0.1275, monteCarlo);
  });

  it('BCa bounds of the mean of 12 differences', () => {
    const jackknife = differences.map((_, left) => mean(differences.filter((__, row) => row !== left)));
    const bounds = bcaBounds(mean(differences), replicates, jackknife, 0.025)!;
    expectClose(bounds.lower, 0.0117, monteCarlo);
    expectClose(bounds.upper, 0.1325, monteCarlo);
  });

  it('their spread is the plug-in standard error of a mean, within 4 Monte-Carlo errors', () => {
    const plugIn = golden.paired_mean.sd * Math.sqrt(11 / 12 / 12);
    const estimate = bootstrapEstimate(mean(differences), replicates)!;
    expect(Math.abs(estimate.standardError - plugIn)).toBeLessThan((4 * plugIn) / Math.sqrt(2 * FINAL_REPLICATES));
  });

  it('the same seed draws the same rows, another seed others', () => {
    const again = pairedBootstrap(12, meanOfDrawn, { seed, replicates: 50 })!;
    expect([...again]).toEqual([...replicates.slice(0, 50)]);
    const other = pairedBootstrap(12, meanOfDrawn, { seed: seed + 1n, replicates: 50 })!;
    expect([...other]).not.toEqual([...again]);
  });
});

describe('degenerate input', () => {
  it('no units, or too few defined replicates, is null', () => {
    const plan = { seed, replicates: 100 };
    expect(pairedBootstrap(0, () => 0, plan)).toBeNull();
    expect(pairedBootstrap(5, () => 0, { seed, replicates: 0 })).toBeNull();
    let call = 0;
    const definedInNineOfTen = () => (call++ % 10 === 0 ? null : 1);
    expect(pairedBootstrap(5, definedInNineOfTen, plan)).toHaveLength(90);
    expect(pairedBootstrap(5, () => (call++ % 5 === 0 ? NaN : 1), plan)).toBeNull();
  });

  it('too few replicates for α, or one that is not finite, bounds nothing', () => {
    expect(percentileBounds([], 0.05)).toBeNull();
    expect(percentileBounds([1, 2, 3], 0.05)).toBeNull();
    expect(percentileBounds([...Array<number>(99).fill(1), NaN], 0.05)).toBeNull();
    expect([bootstrapEstimate(0, [1]), bootstrapRegressionP([]), bootstrapNonInferiorityP([], 0)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('replicates on one side of what was observed have no BCa bounds', () => {
    expect(bcaBounds(5, [1, 2, 3], [1, 2], 0.05)).toBeNull();
    expect(bcaBounds(2, [1, 2, 3], [1], 0.05)).toBeNull();
    expect(bcaBounds(2, [1, 2, 3], [1, 2], 0.05)).toBeNull();
  });
});

it.each([
  [SCREEN_REPLICATES, 0.05, 100],
  [SCREEN_REPLICATES, 0.025, 50],
  [FINAL_REPLICATES, 0.05, 500],
  [SCREEN_REPLICATES, 1 - 0.9, 200],
])('of %i replicates at α %d the bound is the %i-th', (count, alpha, rank) => {
  const replicates = Array.from({ length: count }, (_, index) => count - index);
  expect(percentileBounds(replicates, alpha)).toEqual({ lower: rank, upper: count + 1 - rank });
});

it('the lower bound stays above −m whenever the p of non-inferiority is below α', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 40, maxLength: 300 }),
      fc.integer({ min: 0, max: 100 }),
      (replicates, margin) => {
        const p = bootstrapNonInferiorityP(replicates, margin)!;
        const lower = percentileBounds(replicates, 0.05)!.lower;
        expect(lower > -margin).toBe(p <= 0.05 + 1e-9);
        expect(bootstrapRegressionP(replicates)! + bootstrapRegressionP(replicates.map((d) => -d))!).toBeGreaterThan(1);
      },
    ),
  );
});
