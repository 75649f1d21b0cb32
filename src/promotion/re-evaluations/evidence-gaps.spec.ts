import { REGRESSION_CODES } from '../../judging/kinds/regression/regression-reasons.js';
import { type MeasureOutcome } from '../../judging/outcome/gate-outcome.js';
import { type Enforcement } from '../../judging/outcome/enforcement.js';
import { evidenceGaps } from './evidence-gaps.js';
import { type GateReportContent } from '../../judging/gate-report.js';

const dataset = { name: 'd', version: '2', digest: null, split: null };

function report(verdict: string, enforcement: Enforcement, ...measures: Partial<MeasureOutcome>[]): GateReportContent {
  const evidenceUsed = [{ role: 'challenger', evaluationId: 'c', dataset }];
  return { verdict, rules: [{ enforcement, measures }], evidenceUsed } as unknown as GateReportContent;
}

const unmeasured = { evaluations: { challenger: 'c', incumbent: null } };
const apart = { evaluations: { challenger: 'c', incumbent: 'i' } };
const gap = (incumbentIsUnmeasured: boolean) => ({ challengerEvaluationId: 'c', dataset, incumbentIsUnmeasured });

it.each<[string, Partial<MeasureOutcome>, object[]]>([
  ['the incumbent was never measured', { ...unmeasured, reasonCode: 'INCUMBENT_METRIC_MISSING' }, [gap(true)]],
  ['the incumbent was measured on other data', { ...unmeasured, reasonCode: 'INCOMPARABLE_DATASETS' }, [gap(true)]],
  ['the policy asks for paired evidence', { ...apart, reasonCode: 'EVIDENCE_TOO_WEAK' }, [gap(false)]],
  ['too little is shown', { ...apart, reasonCode: 'NOT_SHOWN' }, [gap(false)]],
  ['the incumbent lacks a value where it was measured', { ...apart, reasonCode: 'INCUMBENT_METRIC_MISSING' }, []],
  ['the slice is too small', { ...apart, reasonCode: 'SLICE_TOO_SMALL' }, []],
  ['the harm is shown', { ...apart, reasonCode: REGRESSION_CODES.REGRESSION }, []],
  ['the same artifact is compared', { ...unmeasured, reasonCode: 'SELF_COMPARISON' }, []],
  ['a warning it is', { ...apart, reasonCode: 'NOT_SHOWN', demoted: true }, []],
  [
    'the challenger was not measured',
    { reasonCode: 'INCUMBENT_METRIC_MISSING', evaluations: { challenger: null, incumbent: null } },
    [],
  ],
])('%s', (_name, measure, gaps) => {
  expect(evidenceGaps(report('INCONCLUSIVE', 'block', measure, measure))).toEqual(gaps);
  expect(evidenceGaps(report('PASS', 'block', measure))).toEqual([]);
  expect(evidenceGaps(report('INCONCLUSIVE', 'warn', measure))).toEqual([]);
});
