import { evaluation, evidence, judge, measure, onlyMeasure } from '../../../test/support/judging/gate-builders.js';

const floor = { metric: 'accuracy', min: 0.8 };
const noDrop = { metric: 'accuracy', maxRegression: 0.01 };

describe('which evaluation counts', () => {
  const good = [measure('accuracy', 0.9)];
  const bad = [measure('accuracy', 0.5)];
  const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;

  it('is the latest, never the best', () => {
    const given = evidence([], null, {
      challengerEvaluations: [
        evaluation(2, bad, { id: 'b', createdAt: at(1) }),
        evaluation(2, good, { id: 'a', createdAt: at(0) }),
      ],
    });
    const outcome = judge({ rules: [floor] }, given);
    expect(outcome.verdict).toBe('FAIL');
    expect(outcome.evidenceUsed).toMatchObject([{ evaluationId: 'b', attempts: 2 }]);
  });

  it('compares identical times by id', () => {
    const given = evidence([], null, {
      challengerEvaluations: [evaluation(2, good, { id: 'a' }), evaluation(2, bad, { id: 'b' })],
    });
    expect(judge({ rules: [floor] }, given).verdict).toBe('FAIL');
  });

  it('is on the dataset a rule names', () => {
    const other = { name: 'bench', version: '1', digest: null, split: null };
    const given = evidence([], null, {
      challengerEvaluations: [
        evaluation(2, good, { createdAt: at(0) }),
        evaluation(2, bad, { id: 'x', createdAt: at(1), dataset: other }),
      ],
    });
    expect(judge({ rules: [{ ...floor, dataset: 'holdout' }] }, given).verdict).toBe('PASS');
    expect(judge({ rules: [floor], defaults: { dataset: { name: 'holdout', split: 'test' } } }, given).verdict).toBe(
      'PASS',
    );
    expect(judge({ rules: [{ ...floor, dataset: { name: 'holdout', split: 'train' } }] }, given).verdict).toBe('FAIL');
    expect(judge({ rules: [floor] }, given).verdict).toBe('FAIL');
  });

  it('settles a comparison when the predictions are identical, unless the values contradict it', () => {
    const same = { predictionDigest: 'sha256:p' };
    const given = (value: number) => ({
      ...evidence(good, good),
      challengerEvaluations: [evaluation(2, [measure('accuracy', value)], same)],
      incumbentEvaluations: [evaluation(1, good, same)],
    });
    expect(onlyMeasure(judge({ rules: [noDrop] }, given(0.9)))).toMatchObject({
      status: 'PASS',
      reasonCode: 'IDENTICAL_PREDICTIONS',
    });
    expect(onlyMeasure(judge({ rules: [noDrop] }, given(0.95)))).toMatchObject({
      status: 'ERROR',
      reasonCode: 'EVIDENCE_INCONSISTENT',
    });
  });
});
