import { evaluation, measure, pairedAccuracy } from '../../test/support/judging/gate-builders.js';
import { compareEvaluations } from './compare-evaluations.js';

describe('the comparison of two versions', () => {
  const female = pairedAccuracy({ wins: 30, losses: 90, n: 1000 }, { sex: 'Female' });
  const challenger = evaluation(
    2,
    [
      measure('accuracy', 0.91),
      female.own,
      measure('log_loss', 0.3),
      measure('lift', 2),
      measure('auc', 0.9, { sex: 'Male' }),
    ],
    { paired: [female.paired] },
  );
  const incumbent = evaluation(1, [
    measure('accuracy', 0.9),
    female.theirs,
    measure('log_loss', 0.25),
    measure('lift', 3),
    measure('f1', 0.5),
  ]);
  const rows = compareEvaluations(challenger, incumbent, {});

  it('puts what is missing and the worst slices first, metrics without known direction last', () => {
    expect(rows.map(({ metric, slice, hint }) => [metric, slice.sex ?? '', hint])).toEqual([
      ['f1', '', 'only_incumbent'],
      ['log_loss', '', 'unknown'],
      ['accuracy', 'Female', 'worse'],
      ['accuracy', '', 'no_difference_shown'],
      ['auc', 'Male', 'only_challenger'],
      ['lift', '', 'unknown'],
    ]);
  });

  it("gives McNemar's p where a share is compared row by row", () => {
    // statsmodels 0.15, mcnemar(exact=True), and its mid-p by scipy's binom.
    expect(rows[2]!.mcnemar).toMatchObject({ onlyChallenger: 30, onlyIncumbent: 90 });
    expect(rows[2]!.mcnemar!.exactP / 3.7727533063553086e-8).toBeCloseTo(1, 9);
    expect(rows[2]!.mcnemar!.midP / 2.4957309434029137e-8).toBeCloseTo(1, 9);
    expect(rows.filter(({ mcnemar }) => mcnemar !== null)).toHaveLength(1);
  });

  it('gives an interval where the evidence allows one', () => {
    expect(rows[2]).toMatchObject({ evidenceLevel: 'paired', delta: -0.06, improvement: -0.06, count: 1000 });
    expect(rows[2]!.upper).toBeLessThan(0);
    expect(rows[1]).toMatchObject({
      evidenceLevel: 'point',
      lower: null,
      upper: null,
      delta: 0.05,
      improvement: -0.05,
    });
  });
});
