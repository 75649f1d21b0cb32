import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { type Metrics, type RuleFault, ruleFault } from '../rule-kind.js';
import { emptyFaults, metricOf, sliceFaults } from '../sliced-rule.js';
import { widthFaults } from '../width-faults.js';
import { type RegressionRule } from './regression-rule.js';

/** Margins that no data can show or that refuse nothing, and comparisons that say nothing of better or worse. */
export function regressionFaults(rule: RegressionRule, metrics: Metrics): RuleFault[] {
  const metric = metricOf(rule, metrics);
  return [
    ...missingMargin(rule),
    ...(rule.mode === 'superiority'
      ? widthFaults('margin', 'gain', rule.margin.abs, metric)
      : idleMargin(rule, metric)),
    ...withoutDirection(rule, metric),
    ...weakMultiplicity(rule),
    ...emptyFaults(rule),
    ...sliceFaults(rule),
  ];
}

function missingMargin({ margin: { abs, rel }, mode }: RegressionRule): RuleFault[] {
  if (abs === undefined && rel === undefined)
    return [ruleFault('margin', 'MARGIN_MISSING', 'A margin needs abs, rel or both.')];
  const needsMore = mode === 'non_inferiority' || mode === 'no_detected_regression';
  if (!needsMore || Math.max(abs ?? 0, rel ?? 0) > 0) return [];
  const detail = `No amount of data shows a difference of at most 0; mode ${mode} needs a positive margin.`;
  return [ruleFault('margin', 'MARGIN_NOT_POSITIVE', detail)];
}

/** A margin that no value of the metric can exceed refuses nothing. */
function idleMargin({ metric: name, margin }: RegressionRule, metric: MetricDefinition | undefined): RuleFault[] {
  const { abs, rel = 0 } = margin;
  const [lowest, highest] = metric?.range ?? [-Infinity, Infinity];
  const width = highest - lowest;
  const faults: RuleFault[] = [];
  if (abs !== undefined && abs >= width) {
    const detail = `${name} cannot change by more than ${width}, so a margin of ${abs} refuses nothing. A margin is in units of the metric, not in percent.`;
    faults.push(ruleFault('margin', 'MARGIN_TOO_LARGE', detail));
  }
  if (metric?.direction === 'higher' && lowest >= 0 && rel >= 1) {
    const detail = `${name} cannot fall below 0, so a margin of ${rel} times the incumbent's value refuses nothing. 0.01 is one percent of it.`;
    faults.push(ruleFault('margin', 'MARGIN_TOO_LARGE', detail));
  }
  return faults;
}

function withoutDirection({ metric: name }: RegressionRule, metric: MetricDefinition | undefined): RuleFault[] {
  if (metric?.direction !== 'none') return [];
  const detail = `${name} has no better direction, so a regression of it cannot be judged.`;
  return [ruleFault('metric', 'METRIC_WITHOUT_DIRECTION', detail)];
}

function weakMultiplicity({ multiplicity, enforcement }: RegressionRule): RuleFault[] {
  if (multiplicity !== 'bh' || enforcement !== 'block') return [];
  const detail = 'Benjamini–Hochberg lets some false alarms through by design, so it may warn but not block.';
  return [ruleFault('multiplicity', 'MULTIPLICITY_TOO_WEAK', detail)];
}
