import { evidence, judge, measure } from '../../../../test/support/judging/gate-builders.js';
import { type MeasureOutcome } from '../../outcome/gate-outcome.js';

const METRICS = {
  rate: { direction: 'higher', kind: 'proportion', range: [0, 1] },
  miss: { direction: 'lower', kind: 'proportion', range: [0, 1] },
};
const report = (metric: string, values: Record<string, number>) => {
  const shares = Object.values(values);
  const whole = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const slices = Object.entries(values).map(([group, value]) => measure(metric, value, { group }));
  return [measure(metric, whole, {}, { count: 1000 * shares.length }), ...slices];
};
const gapOf = (
  metric: string,
  rest: object,
  values: Record<string, number>,
  theirs: Record<string, number> = values,
): MeasureOutcome => {
  const rule = { id: 'gap', kind: 'slice_gap', metric, slicesOf: ['group'], ...rest };
  const rules = [rule, { id: 'any', kind: 'threshold', metric, min: 0 }];
  const given = evidence(report(metric, values), report(metric, theirs));
  return judge({ metrics: METRICS, rules }, given).rules.find(({ id }) => id === 'gap')!.measures[0]!;
};

describe('what a gap that is too large would need to pass', () => {
  it.each<[string, string, object, Record<string, number>, string]>([
    ['a difference', 'rate', { max: 0.05 }, { a: 0.7, b: 0.8 }, 'rate on group=a would pass at about 0.750 (+5.0 pt).'],
    ['a lower one', 'miss', { max: 0.05 }, { a: 0.3, b: 0.2 }, 'miss on group=a would pass at about 0.250 (−5.0 pt).'],
    [
      'a ratio',
      'rate',
      { statistic: 'ratio', min: 0.8 },
      { a: 0.3, b: 0.5 },
      'rate on group=a would pass at about 0.400 (+10.0 pt).',
    ],
    [
      'a lower ratio',
      'miss',
      { statistic: 'ratio', min: 0.8 },
      { a: 0.4, b: 0.2 },
      'miss on group=a would pass at about 0.250 (−15.0 pt).',
    ],
    [
      'several slices',
      'rate',
      { max: 0.1 },
      { a: 0.6, b: 0.65, c: 0.9 },
      'rate on group=a and rate on group=b would pass at about 0.800.',
    ],
    [
      'the worst and the whole',
      'rate',
      { statistic: 'worst_vs_overall', max: 0.04 },
      { a: 0.6, b: 0.8 },
      'rate on group=a would pass at about 0.660 (+6.0 pt), the whole staying as it is.',
    ],
    [
      'the worst and the whole, lower',
      'miss',
      { statistic: 'worst_vs_overall', max: 0.04 },
      { a: 0.4, b: 0.2 },
      'miss on group=a would pass at about 0.340 (−6.0 pt), the whole staying as it is.',
    ],
  ])('%s of %s', (_case, metric, rest, values, remediation) => {
    expect(gapOf(metric, rest, values)).toMatchObject({ status: 'FAIL', reasonCode: 'GAP_TOO_LARGE', remediation });
  });

  it('is borne out: slices that reach it pass', () => {
    expect(gapOf('rate', { max: 0.1 }, { a: 0.8, b: 0.8, c: 0.9 }).status).toBe('PASS');
    expect(gapOf('miss', { statistic: 'ratio', min: 0.8 }, { a: 0.25, b: 0.2 }).status).toBe('PASS');
  });

  it('says so of a spread that grew since the incumbent', () => {
    expect(gapOf('rate', { noWorseThanIncumbentBy: 0.02 }, { a: 0.6, b: 0.8 }, { a: 0.7, b: 0.8 })).toMatchObject({
      reasonCode: 'GAP_WORSE_THAN_INCUMBENT',
      remediation: 'rate on group=a would pass at about 0.680 (+8.0 pt).',
    });
  });

  it('by bounds asks for what the bounds lack', () => {
    const { observed, remediation } = gapOf('rate', { max: 0.05, bound: 'confidence' }, { a: 0.5, b: 0.8 });
    const needed = 0.5 + observed.upper! - 0.05;
    expect(remediation).toContain(`would pass at about ${needed.toFixed(3)}`);
  });

  it('is silent where no value would do', () => {
    const { status, remediation } = gapOf('rate', { max: 0, bound: 'confidence' }, { a: 0.9, b: 1 });
    expect({ status, remediation }).toEqual({ status: 'FAIL', remediation: undefined });
  });

  it('names the worst slice of a metric that is better when lower', () => {
    const { message } = gapOf('miss', { statistic: 'worst_vs_overall', max: 0.2 }, { a: 0.4, b: 0.2 });
    expect(message).toContain('difference 10.0 pt of group=a behind the whole');
  });
});
