import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { metricFault } from '../evidence/comparability.js';
import { type EvaluationIndex } from '../evidence/evaluation-index.js';
import { type MeasureEvidence } from '../evidence/gate-evidence.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { asError } from './rule-context.js';

/** The value a measure of the challenger has, or why there is none to judge. */
export type ChallengerValue =
  { measure: MeasureEvidence & { value: number }; fault?: undefined } | { measure?: undefined; fault: EvidenceFault };

/** Reads the challenger's value of a metric on a slice; leaving one out is a FAIL, since it is in the submitter's hand. */
export function challengerValue(
  index: EvaluationIndex,
  metric: string,
  key: string,
  definition: MetricDefinition,
): ChallengerValue {
  if (index.isAmbiguous(metric, key)) return { fault: ambiguous(index) };
  const measure = index.find(metric, key);
  if (measure === undefined) return { fault: missing(index, metric) };
  if (measure.value === null) return { fault: undefinedValue(metric) };
  if (!Number.isFinite(measure.value)) return { fault: nonFinite(metric, measure.value) };
  const fault = metricFault(measure, 'challenger', definition);
  return fault === undefined ? { measure: measure as MeasureEvidence & { value: number } } : { fault: asError(fault) };
}

/** An evaluation that states one measure twice with different values cannot be used for it. */
export function ambiguous(index: EvaluationIndex): EvidenceFault {
  return {
    status: 'ERROR',
    reasonCode: 'AMBIGUOUS_EVIDENCE',
    detail: `evaluation ${index.evaluation.id} states it twice with different values`,
    remediation: 'Submit an evaluation that states every metric and slice once.',
  };
}

function missing(index: EvaluationIndex, metric: string): EvidenceFault {
  const known = index.metrics.has(metric);
  const detail = known
    ? 'the challenger was not measured on this slice'
    : `the evaluation of the challenger lacks ${metric}`;
  return {
    status: 'FAIL',
    reasonCode: known ? 'MISSING_CHALLENGER_SLICE' : 'MISSING_CHALLENGER_METRIC',
    detail,
    remediation: `Submit an evaluation that holds ${metric} here; if it is measured on another dataset, name that as "dataset" in the rule.`,
  };
}

function undefinedValue(metric: string): EvidenceFault {
  return {
    status: 'FAIL',
    reasonCode: 'CHALLENGER_UNDEFINED',
    detail: `${metric} of the challenger is undefined (0/0)`,
    remediation:
      'A model that never predicts a class leaves such metrics undefined; see its predictions on this slice.',
  };
}

function nonFinite(metric: string, value: number): EvidenceFault {
  return {
    status: 'FAIL',
    reasonCode: 'NON_FINITE_METRIC',
    detail: `${metric} of the challenger is ${value}`,
    remediation: 'Submit a finite number.',
  };
}
