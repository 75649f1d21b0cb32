import { advisePolicy } from './policy-advice.js';
import { policy } from '../../../test/support/judging/gate-builders.js';
import { parseGatePolicy } from './parse-gate-policy.js';

const DECLARE = (name: string, direction: string) =>
  `Declare it: {"metrics": {"${name}": {"direction": "${direction}"}}}.`;
const ASK = 'Declare it under metrics, with the direction that is better: "higher" or "lower"?';

describe('the hint on a metric that nobody declared', () => {
  const hintOn = (metric: string) => {
    const parsed = parseGatePolicy({ rules: [{ metric, maxRegression: 0.1 }] });
    return parsed.ok ? '' : parsed.errors[0]!.detail;
  };

  it.each([
    ['RMSE', `Did you mean "rmse"? ${DECLARE('RMSE', 'lower')}`],
    ['val_loss', DECLARE('val_loss', 'lower')],
    ['toxicity', DECLARE('toxicity', 'lower')],
    ['macro-F1', DECLARE('macro-F1', 'higher')],
    ['revenue', ASK],
    ['neg_mean_squared_error', ASK],
  ])('of %s proposes no direction but one that its name says', (metric, hint) => {
    expect(hintOn(metric)).toBe(`The metric "${metric}" is neither well known nor declared. ${hint}`);
  });

  it('names no other metric that is better the other way', () => {
    expect(hintOn('xFPR')).not.toContain('tpr');
    expect(hintOn('bppv')).not.toContain('fpr');
  });
});

it('a limit on the good side of a direction that the name contradicts is doubted with the direction', () => {
  const metrics = { RMSE: { direction: 'higher' } };
  const [advice] = advisePolicy(
    policy({
      metrics,
      rules: [
        { metric: 'f1', min: 0.5 },
        { metric: 'RMSE', max: 2 },
      ],
    }),
  );
  expect(advice!.remediation).toContain('Is RMSE better when lower? Then declare that.');
});
