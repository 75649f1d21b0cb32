import { evidence, judge, measure, NOW, policy, version } from '../../test/support/judging/gate-builders.js';
import { BUILT_IN_GATE_POLICY } from './policy/built-in-gate-policy.js';
import { evaluateGates } from './evaluate-gates.js';

const floor = { metric: 'accuracy', min: 0.8 };
const noDrop = { metric: 'accuracy', maxRegression: 0.01 };

describe('the gate as a whole', () => {
  const passing = evidence([measure('accuracy', 0.9)], [measure('accuracy', 0.9)]);
  const first = evidence([measure('accuracy', 0.9)], null);

  it('refuses Production under the built-in policy and says how to set one', () => {
    const outcome = evaluateGates(BUILT_IN_GATE_POLICY, passing, NOW);
    expect(outcome).toMatchObject({
      verdict: 'INCONCLUSIVE',
      gated: true,
      blockers: [{ reasonCode: 'NO_EFFECTIVE_RULES' }],
    });
    expect(outcome.message).toContain('PUT /api/v1/models/{model}/gate-policy');
    expect(evaluateGates(BUILT_IN_GATE_POLICY, { ...passing, toStage: 'Staging' }, NOW)).toMatchObject({
      verdict: 'PASS',
      gated: false,
    });
  });

  it('lets everything through when open, and says that it judged nothing', () => {
    expect(judge({ preset: 'open' }, { ...first, challengerEvaluations: [] })).toMatchObject({
      verdict: 'PASS',
      gated: false,
      warnings: [{ code: 'OPEN_POLICY' }],
    });
  });

  it('case 8: a first promotion passes on its threshold, comparisons are skipped', () => {
    const outcome = judge({ rules: [floor, noDrop] }, first);
    expect(outcome).toMatchObject({ verdict: 'PASS', firstPromotion: true });
    expect(outcome.rules.map(({ status, reasonCode }) => [status, reasonCode])).toEqual([
      ['PASS', 'WITHIN_LIMITS'],
      ['SKIPPED', 'NO_INCUMBENT'],
    ]);
  });

  it('case 8: a first promotion without threshold rules is inconclusive, unless the policy waives them', () => {
    expect(judge({ rules: [noDrop] }, first)).toMatchObject({
      verdict: 'INCONCLUSIVE',
      blockers: [{ reasonCode: 'NO_EFFECTIVE_RULES' }],
    });
    const waived = judge({ rules: [noDrop], firstPromotion: { requireThresholdRules: false } }, first);
    expect(waived).toMatchObject({ verdict: 'PASS', gated: false, warnings: [{ code: 'FIRST_PROMOTION_NOT_JUDGED' }] });
  });

  it('refuses a first promotion that the policy does not allow', () => {
    expect(judge({ rules: [floor], firstPromotion: { allowed: false } }, first)).toMatchObject({
      verdict: 'FAIL',
      blockers: [{ reasonCode: 'FIRST_PROMOTION_NOT_ALLOWED' }],
    });
  });

  it('case 19: nothing but warnings and observations is inconclusive', () => {
    const parsed = policy({ rules: [floor] });
    for (const enforcement of ['warn', 'observe'] as const) {
      parsed.stages.Production!.rules[0]!.enforcement = enforcement;
      expect(evaluateGates(parsed, passing, NOW)).toMatchObject({
        verdict: 'INCONCLUSIVE',
        blockers: [{ reasonCode: 'NO_EFFECTIVE_RULES' }],
      });
    }
  });

  it('case 18: an artifact in Production already is refused even by thresholds alone', () => {
    const twice = { ...passing, challenger: version(2, { artifactDigest: 'sha256:artifact-1' }) };
    expect(judge({ rules: [floor] }, twice)).toMatchObject({
      verdict: 'ERROR',
      blockers: [{ reasonCode: 'SELF_COMPARISON' }],
    });
  });

  it('orders FAIL before ERROR before INCONCLUSIVE before PASS', () => {
    const given = evidence(
      [measure('accuracy', 0.9), measure('f1', 2), measure('auc', 0.9)],
      [measure('accuracy', 0.9)],
    );
    const rules = [
      { metric: 'accuracy', min: 0.95 },
      { metric: 'f1', min: 0.5 },
      { metric: 'auc', maxRegression: 0 },
      { metric: 'auc', min: 0.5 },
    ];
    expect(judge({ rules }, given).rules.map(({ status }) => status)).toEqual([
      'FAIL',
      'ERROR',
      'INCONCLUSIVE',
      'PASS',
    ]);
    expect(judge({ rules: rules.slice(1) }, given).verdict).toBe('ERROR');
    expect(judge({ rules: rules.slice(2) }, given).verdict).toBe('INCONCLUSIVE');
  });

  it('turns failing warn rules into warnings and ignores observe rules', () => {
    const warn = { metric: 'accuracy', min: 0.95, enforcement: 'warn' };
    expect(judge({ rules: [floor, warn] }, passing)).toMatchObject({
      verdict: 'PASS',
      warnings: [{ code: 'BELOW_MINIMUM' }],
    });
    expect(judge({ rules: [floor, { ...warn, enforcement: 'observe' }] }, passing)).toMatchObject({
      verdict: 'PASS',
      warnings: [],
    });
  });

  it('never throws, whatever stored rules say', () => {
    const broken = policy({ rules: [floor] });
    (broken.stages.Production!.rules[0] as { kind: string }).kind = 'horoscope';
    expect(evaluateGates(broken, passing, NOW)).toMatchObject({
      verdict: 'ERROR',
      rules: [{ reasonCode: 'JUDGEMENT_FAILED' }],
    });
  });
});
