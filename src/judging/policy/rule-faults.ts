import {
  type GateRule,
  type GroupRule,
  type HoldoutReuseRule,
  type MetadataRule,
  type RegressionRule,
  type SlicedRule,
  type SliceGapRule,
  type ThresholdRule,
} from './gate-policy.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { isSafePattern } from '../kinds/metadata/safe-pattern.js';

/** What is wrong with a rule; `at` is the field, empty for the rule as a whole. */
export interface RuleFault {
  at: string;
  code: string;
  detail: string;
}

type Metrics = Readonly<Record<string, MetricDefinition>>;

/** The static checks of one rule, gates.md §1.2. */
export function ruleFaults(rule: GateRule, metrics: Metrics): RuleFault[] {
  switch (rule.kind) {
    case 'threshold':
      return [...thresholdFaults(rule, metricOf(rule, metrics)), ...sliceFaults(rule)];
    case 'regression':
      return [...regressionFaults(rule, metricOf(rule, metrics)), ...sliceFaults(rule)];
    case 'slice_gap':
      return [...gapFaults(rule, metricOf(rule, metrics)), ...sliceFaults(rule)];
    case 'metadata':
      return metadataFaults(rule);
    case 'holdout_reuse':
      return reuseFaults(rule);
    case 'group':
      return groupFaults(rule, metrics);
    case 'freshness':
    case 'soak':
      return [];
  }
}

function metricOf(rule: SlicedRule, metrics: Metrics): MetricDefinition | undefined {
  return Object.hasOwn(metrics, rule.metric) ? metrics[rule.metric] : undefined;
}

function fault(at: string, code: string, detail: string): RuleFault {
  return { at, code, detail };
}

function thresholdFaults(rule: ThresholdRule, metric: MetricDefinition | undefined): RuleFault[] {
  const { min, max, bound } = rule;
  const faults: RuleFault[] = [];
  if (min === undefined && max === undefined) {
    faults.push(fault('', 'LIMIT_MISSING', 'A rule needs min, max or maxRegression, otherwise it checks nothing.'));
  }
  if (min !== undefined && max !== undefined && min > max) {
    faults.push(fault('min', 'LIMITS_NOT_ORDERED', `min ${min} is larger than max ${max}.`));
  }
  if ((bound === 'lower_confidence' && min === undefined) || (bound === 'upper_confidence' && max === undefined)) {
    const detail = 'lower_confidence holds against min, upper_confidence against max; the limit is missing.';
    faults.push(fault('bound', 'BOUND_WITHOUT_LIMIT', detail));
  }
  return [...faults, ...rangeFaults(rule, metric)];
}

function rangeFaults(rule: ThresholdRule, metric: MetricDefinition | undefined): RuleFault[] {
  const range = metric?.range;
  if (range === undefined) return [];
  return (['min', 'max'] as const).flatMap((at) => {
    const limit = rule[at];
    if (limit === undefined || (limit >= range[0] && limit <= range[1])) return [];
    return [
      fault(
        at,
        'LIMIT_OUT_OF_RANGE',
        `${rule.metric} lies between ${range[0]} and ${range[1]}; ${at} ${limit} does not.`,
      ),
    ];
  });
}

function regressionFaults(rule: RegressionRule, metric: MetricDefinition | undefined): RuleFault[] {
  const { abs, rel } = rule.margin;
  const faults: RuleFault[] = [];
  if (abs === undefined && rel === undefined) {
    faults.push(fault('margin', 'MARGIN_MISSING', 'A margin needs abs, rel or both.'));
  } else if (needsPositiveMargin(rule) && !((abs ?? 0) > 0 || (rel ?? 0) > 0)) {
    const detail = `No amount of data shows a difference of at most 0; mode ${rule.mode} needs a positive margin.`;
    faults.push(fault('margin', 'MARGIN_NOT_POSITIVE', detail));
  }
  const width = metric?.range ? metric.range[1] - metric.range[0] : Infinity;
  if (rule.mode !== 'superiority' && abs !== undefined && abs >= width) {
    const detail = `${rule.metric} cannot change by more than ${width}, so a margin of ${abs} refuses nothing. A margin is in units of the metric, not in percent.`;
    faults.push(fault('margin', 'MARGIN_TOO_LARGE', detail));
  }
  const endsAtZero = metric?.direction === 'higher' && (metric.range?.[0] ?? -1) >= 0;
  if (rule.mode !== 'superiority' && endsAtZero && rel !== undefined && rel >= 1) {
    const detail = `${rule.metric} cannot fall below 0, so a margin of ${rel} times the incumbent's value refuses nothing. 0.01 is one percent of it.`;
    faults.push(fault('margin', 'MARGIN_TOO_LARGE', detail));
  }
  if (rule.mode === 'superiority') faults.push(...widthFaults('margin', 'gain', abs, metric));
  if (metric?.direction === 'none') {
    const detail = `${rule.metric} has no better direction, so a regression of it cannot be judged.`;
    faults.push(fault('metric', 'METRIC_WITHOUT_DIRECTION', detail));
  }
  if (rule.multiplicity === 'bh' && rule.enforcement === 'block') {
    const detail = 'Benjamini–Hochberg lets some false alarms through by design, so it may warn but not block.';
    faults.push(fault('multiplicity', 'MULTIPLICITY_TOO_WEAK', detail));
  }
  return faults;
}

/** A difference beyond the range of its metric, of slices or a gain, is none that could be: mostly points meant as shares. */
function widthFaults(at: string, what: string, size: number | undefined, metric?: MetricDefinition): RuleFault[] {
  if (size === undefined || metric?.range === undefined) return [];
  const [low, high] = metric.range;
  if (size <= high - low) return [];
  const detail = `The metric lies between ${low} and ${high}; a ${what} of ${size} does not.`;
  return [fault(at, 'LIMIT_OUT_OF_RANGE', detail)];
}

function needsPositiveMargin({ mode }: RegressionRule): boolean {
  return mode === 'non_inferiority' || mode === 'no_detected_regression';
}

function gapFaults(rule: SliceGapRule, metric: MetricDefinition | undefined): RuleFault[] {
  const faults: RuleFault[] = [];
  if (rule.min === undefined && rule.max === undefined && rule.noWorseThanIncumbentBy === undefined) {
    faults.push(fault('', 'LIMIT_MISSING', 'A slice_gap rule needs min, max or noWorseThanIncumbentBy.'));
  }
  const wrong = rule.statistic === 'ratio' ? 'max' : 'min';
  if (rule[wrong] !== undefined) {
    const detail = `A ratio has a min, a difference a max; ${wrong} says nothing of statistic ${rule.statistic}.`;
    faults.push(fault(wrong, 'LIMIT_NOT_APPLICABLE', detail));
  }
  if (rule.statistic === 'ratio' && rule.min !== undefined && !(rule.min > 0 && rule.min <= 1)) {
    faults.push(
      fault('min', 'LIMIT_OUT_OF_RANGE', `A ratio lies between 0 and 1; min ${rule.min} asks nothing or too much.`),
    );
  }
  if (rule.statistic !== 'ratio') faults.push(...widthFaults('max', 'difference', rule.max, metric));
  if (rule.slicesOf.length === 0 && rule.slices.length < 2) {
    faults.push(fault('', 'SLICES_MISSING', 'A spread needs slicesOf, or at least two slices.'));
  }
  if (rule.statistic === 'worst_vs_overall' && metric?.direction === 'none') {
    faults.push(
      fault(
        'metric',
        'METRIC_WITHOUT_DIRECTION',
        `${rule.metric} has no better direction, so no slice of it is worst.`,
      ),
    );
  }
  return faults;
}

function metadataFaults(rule: MetadataRule): RuleFault[] {
  return rule.require.flatMap(({ path, op, value }) => {
    if (op === 'equals' && value === undefined)
      return [fault('require', 'VALUE_MISSING', `${path} equals needs a value.`)];
    if (op !== 'matches') return [];
    if (typeof value !== 'string')
      return [fault('require', 'VALUE_MISSING', `${path} matches needs a pattern as value.`)];
    if (isSafePattern(value)) return [];
    return [
      fault(
        'require',
        'INVALID_PATTERN',
        `The pattern for ${path} is invalid, repeats a group, or has more than two unbounded repetitions.`,
      ),
    ];
  });
}

function reuseFaults({ warnAfter, failAfter }: HoldoutReuseRule): RuleFault[] {
  if (warnAfter === undefined || warnAfter <= failAfter) return [];
  return [fault('warnAfter', 'LIMITS_NOT_ORDERED', `warnAfter ${warnAfter} is larger than failAfter ${failAfter}.`)];
}

function groupFaults(rule: GroupRule, metrics: Metrics): RuleFault[] {
  const faults = rule.rules.flatMap((inner) =>
    ruleFaults(inner, metrics).map(({ code, detail }) => fault('rules', code, `In ${inner.id}: ${detail}`)),
  );
  const ids = rule.rules.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    faults.push(fault('rules', 'DUPLICATE_RULE_ID', `Two rules of the group have the id "${twice}".`));
  if (rule.atLeast > rule.rules.length) {
    faults.push(fault('atLeast', 'GROUP_TOO_SMALL', `The group has only ${rule.rules.length} rules.`));
  }
  return faults;
}

function sliceFaults(rule: SlicedRule): RuleFault[] {
  const faults: RuleFault[] = [];
  if (rule.slices.length > rule.maxSlices) {
    faults.push(
      fault(
        'slices',
        'TOO_MANY_SLICES',
        `The rule names ${rule.slices.length} slices; maxSlices is ${rule.maxSlices}.`,
      ),
    );
  }
  if (rule.slices.length + rule.slicesOf.length === 0 && rule.kind !== 'slice_gap') {
    faults.push(fault('slices', 'SLICES_MISSING', 'The rule judges neither the whole nor any slice.'));
  }
  if (rule.slicesOf.some((features) => features.split('&').some((feature) => feature === ''))) {
    faults.push(fault('slicesOf', 'INVALID_SLICE', 'A slice feature needs a name.'));
  }
  const repeated = rule.slicesOf.find((features) => new Set(features.split('&')).size < features.split('&').length);
  if (repeated !== undefined) {
    faults.push(fault('slicesOf', 'INVALID_SLICE', `No slice has a feature twice, as the cross "${repeated}" does.`));
  }
  return faults;
}
