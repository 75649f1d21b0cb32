import { type PlacedRule } from './expand-rule.js';
import { type GatedStage, type GateRule, type RegressionRule, type ThresholdRule } from './gate-policy.js';
import { type StageDocument } from './gate-policy-schema.js';
import { type MetricDefinition } from './metric-definition.js';
import { type PolicyError, policyError } from './policy-error.js';
import { formatSlice, sliceFault, sliceKey } from './slice-key.js';

/** A stage block with its completed rules and its place in the document. */
export interface PlacedStage {
  stage: GatedStage;
  document: StageDocument;
  rules: PlacedRule[];
  path: string[];
}

type Metrics = Readonly<Record<string, MetricDefinition>>;
type Fault = { at: string; code: string; detail: string };

/** The static checks of one stage block, gates.md §1.2. */
export function validateStage(placed: PlacedStage, metrics: Metrics): PolicyError[] {
  const errors = placed.rules.flatMap(({ rule, index }) => {
    const path = [...placed.path, 'rules', index];
    return ruleFaults(rule, metrics).map(({ at, code, detail }) =>
      policyError(at === '' ? path : [...path, at], code, detail),
    );
  });
  return [...errors, ...slicesAsWritten(placed), ...duplicateIds(placed), ...qualityRules(placed)];
}

function ruleFaults(rule: GateRule, metrics: Metrics): Fault[] {
  const metric = Object.hasOwn(metrics, rule.metric) ? metrics[rule.metric] : undefined;
  const own = rule.kind === 'threshold' ? thresholdFaults(rule, metric) : regressionFaults(rule, metric);
  return [...own, ...sliceFaults(rule)];
}

function thresholdFaults(rule: ThresholdRule, metric: MetricDefinition | undefined): Fault[] {
  const { min, max } = rule;
  const faults: Fault[] = [];
  if (min === undefined && max === undefined) {
    faults.push({
      at: '',
      code: 'LIMIT_MISSING',
      detail: 'A rule needs min, max or maxRegression, otherwise it checks nothing.',
    });
  }
  if (min !== undefined && max !== undefined && min > max) {
    faults.push({ at: 'min', code: 'LIMITS_NOT_ORDERED', detail: `min ${min} is larger than max ${max}.` });
  }
  const range = metric?.range;
  if (range === undefined) return faults;
  for (const [at, limit] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (limit !== undefined && (limit < range[0] || limit > range[1])) {
      const detail = `${rule.metric} lies between ${range[0]} and ${range[1]}, so ${at} ${limit} can never bind as meant.`;
      faults.push({ at, code: 'LIMIT_OUT_OF_RANGE', detail });
    }
  }
  return faults;
}

function regressionFaults(rule: RegressionRule, metric: MetricDefinition | undefined): Fault[] {
  const faults: Fault[] = [];
  if (rule.margin.abs === undefined && rule.margin.rel === undefined) {
    faults.push({ at: 'margin', code: 'MARGIN_MISSING', detail: 'A margin needs abs, rel or both.' });
  }
  if (metric?.direction === 'none') {
    const detail = `${rule.metric} has no better direction, so a regression of it cannot be judged.`;
    faults.push({ at: 'metric', code: 'METRIC_WITHOUT_DIRECTION', detail });
  }
  return faults;
}

function sliceFaults(rule: GateRule): Fault[] {
  if (rule.slices.length <= rule.maxSlices) return [];
  const detail = `The rule names ${rule.slices.length} slices; maxSlices is ${rule.maxSlices}.`;
  return [{ at: 'slices', code: 'TOO_MANY_SLICES', detail }];
}

/** Slices are checked as written, since pointers name what the author wrote. */
function slicesAsWritten({ document, path }: PlacedStage): PolicyError[] {
  return (document.rules ?? []).flatMap((rule, index) => {
    const seen = new Set<string>();
    return (rule.slices ?? []).flatMap((slice, at) => {
      const place = [...path, 'rules', index, 'slices', at];
      const fault = sliceFault(slice);
      if (fault !== undefined) return [policyError(place, 'INVALID_SLICE', fault)];
      const key = sliceKey(slice);
      if (seen.has(key))
        return [policyError(place, 'DUPLICATE_SLICE', `The slice ${formatSlice(JSON.parse(key))} is named twice.`)];
      seen.add(key);
      return [];
    });
  });
}

function duplicateIds({ rules, path }: PlacedStage): PolicyError[] {
  const seen = new Set<string>();
  return rules.flatMap(({ rule, index }) => {
    if (!seen.has(rule.id)) {
      seen.add(rule.id);
      return [];
    }
    return [
      policyError(
        [...path, 'rules', index, 'id'],
        'DUPLICATE_RULE_ID',
        `Another rule of this stage has the id "${rule.id}".`,
      ),
    ];
  });
}

/** A gated stage needs a rule that blocks on quality; a stage without gates says so by the preset open. */
function qualityRules({ document, rules, path }: PlacedStage): PolicyError[] {
  const blocking = rules.filter(({ rule }) => rule.enforcement === 'block');
  if (document.preset === 'open') {
    return blocking.map(({ index }) =>
      policyError(
        [...path, 'rules', index],
        'OPEN_WITH_GATES',
        'The preset open means no gates; remove it, or let this rule only warn or observe.',
      ),
    );
  }
  if (blocking.length > 0) return [];
  const detail =
    'A gated stage needs at least one blocking rule of kind threshold or regression, such as {"metric": "accuracy", "min": 0.8}; for no gates choose {"preset": "open"}.';
  return [policyError([...path, 'rules'], 'NO_QUALITY_RULE', detail)];
}
