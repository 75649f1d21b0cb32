import fc from 'fast-check';
import {
  evaluation,
  evidence,
  judge,
  measure,
  onlyMeasure,
  pairedAccuracy,
  pairedEvidence,
} from '../../test/support/judging/gate-builders.js';
import {
  drawUnits,
  drawWeighted,
  exactRate,
  promotes,
  simulatedRate,
} from '../../test/support/judging/false-promotion.js';
import { compareEvaluations } from './compare-evaluations.js';
import { type GateEvidence } from './evidence/gate-evidence.js';
import { type PairedFigures } from './evidence/paired-kinds.js';
import { randomSource } from './statistics/random.js';

const rule = (metric: string, margin: number, rest: object = {}) => ({
  rules: [{ metric, maxRegression: margin, mode: 'non_inferiority', ...rest }],
});

/** Two versions of one value but for a difference, with paired figures of the whole. */
function given(metric: string, n: number, figures: PairedFigures, delta = 0): GateEvidence {
  const entry = { incumbentVersion: 1, sliceKey: '{}', ...figures };
  return {
    ...evidence([], [measure(metric, 0.9, {}, { count: n })]),
    challengerEvaluations: [evaluation(2, [measure(metric, 0.9 + delta, {}, { count: n })], { paired: [entry] })],
  };
}

const sums = (metric: string, n: number, sumD: number, sumD2: number, rest: object = {}): PairedFigures => ({
  kind: 'meanDiff',
  metric,
  n,
  sumD,
  sumD2,
  ...rest,
});
/** Rows of equal weight 2. */
const weighted = (n: number, wins: number, losses: number, rest: object = {}): PairedFigures => {
  const [d, d2] = [wins - losses, wins + losses];
  const all = { n, sumW: 2 * n, sumW2: 4 * n, sumWD: 2 * d, sumW2D: 4 * d, sumW2D2: 4 * d2 };
  return { kind: 'weightedDiff', metric: 'accuracy', ...all, ...rest };
};
/** Units of two rows, which are right or wrong together. */
const units = (clusters: number, wins: number, losses: number, rest: object = {}): PairedFigures => {
  const [d, d2] = [2 * (wins - losses), 4 * (wins + losses)];
  const all = { n: 2 * clusters, clusters, sumD: d, sumClusterD2: d2, sumClusterND: 2 * d, sumClusterN2: 4 * clusters };
  return { kind: 'clusterDiff', metric: 'accuracy', ...all, ...rest };
};
const binary = (n: number, wins: number, losses: number): PairedFigures => ({
  kind: 'binary8',
  counts: { '110': wins, '101': losses, '111': n - wins - losses },
});

describe('accuracy of any task goes by wins and losses', () => {
  it.each<[string, number, PairedFigures]>([
    ['several classes', 100, sums('accuracy', 100, 0, 0)],
    ['an average over all rows', 100, sums('f1_micro', 100, 0, 0)],
    ['a share of another name', 100, sums('exact_match', 100, 0, 0)],
    ['weighted rows', 100, weighted(100, 0, 0)],
    ['units', 200, units(100, 0, 0)],
  ])('100 rows of %s without disagreement show no margin of a point, and do show one of three', (_case, n, figures) => {
    const metric = 'metric' in figures ? figures.metric! : 'accuracy';
    const judged = (margin: number) => onlyMeasure(judge(rule(metric, margin), given(metric, n, figures)));
    expect(judged(0.01)).toMatchObject({
      status: 'INCONCLUSIVE',
      reasonCode: 'NOT_SHOWN',
      method: { id: 'bonett_price' },
      neededN: Math.ceil((231 * n) / 100),
      observed: { lower: expect.closeTo((-1.6448536269514722 * Math.SQRT2) / 102, 12) },
    });
    expect(judged(0.03).status).toBe('PASS');
  });

  it('with the bounds of a binary table of the same wins and losses, whether or not a tally is stated', () => {
    const bounds = (figures: PairedFigures, n: number) =>
      onlyMeasure(judge(rule('accuracy', 0.01), given('accuracy', n, figures, 5 / 1000))).observed.lower;
    const expected = -0.007400852659403358;
    for (const figures of [
      sums('accuracy', 1000, 5, 55),
      weighted(1000, 30, 25),
      weighted(1000, 30, 25, { wins: 60, losses: 50 }),
    ])
      expect(bounds(figures, 1000)).toBeCloseTo(expected, 12);
    expect(bounds(units(1000, 30, 25, { wins: 30, losses: 25 }), 2000)).toBeCloseTo(expected, 12);
    expect(bounds(units(1000, 30, 25), 2000)).toBeLessThan(expected);
  });

  it('a tally that contradicts the sums is an ERROR', () => {
    const figures = weighted(1000, 30, 25, { wins: 60, losses: 60 });
    expect(onlyMeasure(judge(rule('accuracy', 0.01), given('accuracy', 1000, figures, 0.005)))).toMatchObject({
      reasonCode: 'EVIDENCE_INCONSISTENT',
    });
  });
});

describe('any other difference that does not vary concludes nothing', () => {
  const flat = Array<number>(1999).fill(0);
  it.each<[string, string, PairedFigures, string]>([
    ['a mean', 'log_loss', sums('log_loss', 1000, 0, 0), 'NO_VARIATION'],
    ['a mean on nine rows', 'log_loss', sums('log_loss', 1000, 0, 0.01, { varied: 9 }), 'NO_VARIATION'],
    ['a mean of whole numbers on few rows', 'mae', sums('mae', 1000, 0, 4), 'NO_VARIATION'],
    ['a mean on ten rows', 'log_loss', sums('log_loss', 1000, 0, 0.01, { varied: 10 }), 'NON_INFERIOR'],
    ['replicates', 'ndcg_10', { kind: 'replicates', metric: 'ndcg_10', deltas: flat }, 'NO_VARIATION'],
    [
      'rankings that are alike',
      'auc',
      { kind: 'aucPair', aucC: 0.9, aucI: 0.9, varC: 1e-4, varI: 1e-4, cov: 1e-4, nPos: 500, nNeg: 500 },
      'NO_VARIATION',
    ],
  ])('%s', (_case, metric, figures, reasonCode) => {
    const modes = ['non_inferiority', 'no_detected_regression', 'superiority'];
    const judged = modes.map((mode) =>
      onlyMeasure(judge({ rules: [{ kind: 'regression', metric, mode, margin: 0.02 }] }, given(metric, 1000, figures))),
    );
    expect(judged[0]!.reasonCode).toBe(reasonCode);
    if (reasonCode !== 'NO_VARIATION') return;
    for (const { status, reasonCode: code, neededN, observed } of judged)
      expect({ status, code, neededN, lower: observed.lower }).toEqual({
        status: 'INCONCLUSIVE',
        code: 'NO_VARIATION',
      });
  });
});

describe('a version that lost the whole margin is promoted in no more than 6 % of cases', () => {
  const losses = fc.constantFrom(
    ...[50, 100, 200, 300].flatMap((n) =>
      [0.02, 0.03].map((margin) => ({ n, margin })).filter(({ margin: m }) => n * m < 2 || n * m > 3),
    ),
  );
  it('binary and several classes, exactly', () => {
    fc.assert(
      fc.property(losses, fc.constantFrom(1, 1.2, 1.5, 2, 5), (loss, times) => {
        const at = { ...loss, disagreement: loss.margin * times };
        const rate = exactRate(at, (wins, lost) => sums('accuracy', at.n, wins - lost, wins + lost));
        expect(rate).toBeLessThanOrEqual(0.06);
        expect(exactRate(at, (wins, lost) => binary(at.n, wins, lost))).toBeCloseTo(rate, 12);
      }),
      { numRuns: 12 },
    );
  });

  it.each([0.01, 0.05])('with weights and units, in 600 runs with a disagreement of %d', (disagreement) => {
    const loss = { n: 300, margin: 0.01, disagreement };
    const random = randomSource(7n);
    const most = 0.06 + 3 * Math.sqrt((0.06 * 0.94) / 600);
    for (const draw of [() => drawWeighted(loss, 0.5, random), () => drawUnits(loss, random)])
      expect(simulatedRate(600, () => promotes(draw(), 'accuracy', loss.margin))).toBeLessThanOrEqual(most);
  });
});

it('a comparison shows the interval that a gate judges by, and none where it judges by none', () => {
  const n = 400;
  const figures = fc.oneof(
    fc.tuple(fc.nat(20), fc.nat(20)).map(([wins, lost]) => ['accuracy', binary(n, wins, lost), wins - lost] as const),
    fc
      .tuple(fc.nat(20), fc.nat(20))
      .map(([wins, lost]) => ['accuracy', sums('accuracy', n, wins - lost, wins + lost), wins - lost] as const),
    fc.tuple(fc.nat(9), fc.nat(9)).map(([wins, lost]) => ['accuracy', weighted(n, wins, lost), wins - lost] as const),
    fc.nat(20).map((varied) => ['log_loss', sums('log_loss', n, 0, varied / 100, { varied }), 0] as const),
    fc.integer({ min: 0, max: 3 }).map((spread) => {
      const deltas = Array.from({ length: 1999 }, (_, at) => (((at * 7919) % 1999) / 999 - 1) * spread * spread * 0.01);
      return ['ndcg_10', { kind: 'replicates', metric: 'ndcg_10', observed: 0, deltas }, 0] as const;
    }),
  );
  fc.assert(
    fc.property(figures, ([metric, one, net]) => {
      const both = given(metric, n, one, net / n);
      const { observed } = onlyMeasure(judge(rule(metric, 0.01, { confidence: 0.975 }), both));
      const definition = { direction: 'higher', kind: metric === 'accuracy' ? 'proportion' : 'mean' } as const;
      const [row] = compareEvaluations(both.challengerEvaluations[0]!, both.incumbentEvaluations[0]!, {
        [metric]: definition,
      });
      expect([row!.lower, row!.upper]).toEqual([observed.lower ?? null, observed.upper ?? null]);
    }),
  );
});

describe('what more rows would do', () => {
  it('is never fewer rows than there are, and never a number where no number would do', () => {
    const pairs = fc.record({ n: fc.integer({ min: 100, max: 3000 }), wins: fc.nat(40), losses: fc.nat(60) });
    fc.assert(
      fc.property(pairs, fc.constantFrom('non_inferiority', 'no_detected_regression', 'superiority'), (rows, mode) => {
        const document = { rules: [{ kind: 'regression', metric: 'accuracy', mode, margin: 0.01 }] };
        const measured = onlyMeasure(judge(document, pairedEvidence([pairedAccuracy(rows)])));
        const { status, neededN, message } = measured;
        const distance = (rows.wins - rows.losses) / rows.n + (mode === 'superiority' ? -0.01 : 0.01);
        if (neededN !== undefined) expect(neededN).toBeGreaterThan(rows.n);
        if (status === 'INCONCLUSIVE' && distance < -1e-9) {
          expect(neededN).toBeUndefined();
          expect(message).toContain('more rows like these would not show it');
        }
      }),
    );
  });
});

describe('many slices', () => {
  const ten = (wins: number, losses: number) =>
    pairedEvidence([
      pairedAccuracy({ wins: 10 * wins, losses: 10 * losses, n: 2400 }),
      ...Array.from({ length: 10 }, (_, at) => pairedAccuracy({ wins, losses, n: 240 }, { group: `g${at}` })),
    ]);
  const detect = {
    kind: 'regression',
    metric: 'accuracy',
    mode: 'no_detected_regression',
    margin: 0.02,
    slicesOf: ['group'],
  };

  it('are found free of harm only where twice the allowance would be seen at the level they are tested at', () => {
    const { rules } = judge({ rules: [detect] }, ten(3, 4));
    expect(rules[0]!.measures[0]).toMatchObject({ status: 'INCONCLUSIVE', reasonCode: 'UNDERPOWERED' });
    expect(rules[0]!.measures[0]!.message).toContain('99.5 % bounds (Holm over 10 measures)');
    const alone = judge({ rules: [{ ...detect, multiplicity: 'none' }] }, ten(3, 4)).rules[0]!.measures[0]!;
    expect(alone).toMatchObject({ status: 'PASS', reasonCode: 'NO_REGRESSION_DETECTED' });
    expect(alone.message).toContain('would have been seen with a power of 80 % at a level of 5 %.');
  });

  it('a reversal is warned of only where both sides of it are shown', () => {
    const parts = (whole: number, part: number) =>
      evidence(
        [
          measure('f1', 0.7 + whole, {}, error),
          ...['a', 'b'].map((group) => measure('f1', 0.7 - part, { group }, half)),
        ],
        [measure('f1', 0.7, {}, error), ...['a', 'b'].map((group) => measure('f1', 0.7, { group }, half))],
      );
    const [error, half] = [{ standardError: 0.004 }, { standardError: 0.004, count: 500 }];
    const document = { rules: [{ ...detect, metric: 'f1', slices: [{}] }] };
    expect(judge(document, parts(0.001, 0.001)).warnings).toEqual([]);
    expect(judge(document, parts(0.03, 0.03)).warnings).toMatchObject([
      { code: 'SIMPSON_REVERSAL', message: 'f1 is better overall (+3.0 pt), but worse on every slice of group.' },
    ]);
  });
});
