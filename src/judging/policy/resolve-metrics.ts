import { type GatePolicyDocument } from './gate-policy-schema.js';
import { type Direction, type MetricDefinition, WELL_KNOWN_METRICS } from '../evidence/metric-definition.js';
import { likelyDirection } from '../evidence/likely-direction.js';
import { defined } from '../kinds/rule-base.js';
import { type RuleBase } from '../kinds/rule-kind.js';
import { nearestName } from '../../values/nearest-name.js';
import { type PolicyError, policyError } from './policy-error.js';
import { type PlacedStage } from './validate-gate-policy.js';

type Declared = NonNullable<GatePolicyDocument['metrics']>;

/** The definitions of all declared and used metrics, well-known ones filled in. */
export function resolveMetrics(
  declared: Declared,
  stages: readonly PlacedStage[],
): { metrics: Record<string, MetricDefinition>; errors: PolicyError[] } {
  const errors: PolicyError[] = [];
  const metrics = new Map<string, MetricDefinition>();
  for (const [name, declaration] of Object.entries(declared)) {
    const definition = resolveMetric(name, declaration, errors);
    if (definition !== undefined) metrics.set(name, definition);
  }
  for (const { name, path } of usedMetrics(stages)) {
    if (metrics.has(name) || Object.hasOwn(declared, name)) continue;
    const wellKnown = WELL_KNOWN_METRICS.get(name);
    if (wellKnown === undefined) errors.push(unknownMetric(name, path, Object.keys(declared)));
    else metrics.set(name, wellKnown);
  }
  return { metrics: Object.fromEntries(metrics), errors };
}

function usedMetrics(stages: readonly PlacedStage[]): { name: string; path: (string | number)[] }[] {
  return stages.flatMap(({ rules, path }) =>
    rules.flatMap(({ rule, index }) => {
      const place = [...path, 'rules', index];
      if (rule.rules === undefined) return metricsOf(rule).map((name) => ({ name, path: [...place, 'metric'] }));
      return rule.rules.flatMap(metricsOf).map((name) => ({ name, path: [...place, 'rules'] }));
    }),
  );
}

/** The metric that a rule is on; one on facts of the version has none. */
function metricsOf(rule: RuleBase): string[] {
  return 'metric' in rule && typeof rule.metric === 'string' ? [rule.metric] : [];
}

function resolveMetric(
  name: string,
  declaration: Declared[string],
  errors: PolicyError[],
): MetricDefinition | undefined {
  const wellKnown = WELL_KNOWN_METRICS.get(name);
  const direction = declaration.direction ?? wellKnown?.direction;
  if (direction === undefined) {
    const detail = `Say whether "higher" or "lower" ${name} is better.`;
    errors.push(policyError(['metrics', name, 'direction'], 'DIRECTION_MISSING', detail));
    return undefined;
  }
  const range = declaration.range ?? (declaration.unit === undefined ? wellKnown?.range : undefined);
  const kind = declaration.kind ?? wellKnown?.kind ?? 'mean';
  const unit = declaration.unit ?? wellKnown?.unit;
  const { environment } = declaration;
  errors.push(...directionConflict(name, direction), ...unorderedRange(name, range));
  return { direction, kind, ...defined({ range, unit, environment }) };
}

/** A well-known name says which way is better, unless neither is. */
function directionConflict(name: string, direction: Direction): PolicyError[] {
  const usual = WELL_KNOWN_METRICS.get(name)?.direction;
  if (usual === undefined || usual === 'none' || direction === 'none' || direction === usual) return [];
  const detail = `${name} is a well-known metric of which ${usual} is better; use another name for another metric.`;
  return [policyError(['metrics', name, 'direction'], 'DIRECTION_CONFLICT', detail)];
}

function unorderedRange(name: string, range: MetricDefinition['range']): PolicyError[] {
  if (range === undefined || range[0] < range[1]) return [];
  const detail = 'The first end of a range must be smaller than the second.';
  return [policyError(['metrics', name, 'range'], 'RANGE_NOT_ORDERED', detail)];
}

/** What to write is proposed only where the name says which way is better, and asked otherwise. */
function unknownMetric(name: string, path: (string | number)[], declared: readonly string[]): PolicyError {
  const direction = likelyDirection(name);
  const near = nearestName(name, [...declared, ...WELL_KNOWN_METRICS.keys()].filter(leadsLike(direction)));
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  const declare =
    direction === undefined
      ? ` Declare it under metrics, with the direction that is better: "higher" or "lower"?`
      : ` Declare it: {"metrics": {${JSON.stringify(name)}: {"direction": "${direction}"}}}.`;
  return policyError(
    path,
    'UNKNOWN_METRIC',
    `The metric "${name}" is neither well known nor declared.${hint}${declare}`,
  );
}

/** Whether a known name may stand for one that is probably better that way: fpr is one letter from tpr. */
function leadsLike(direction: Direction | undefined): (known: string) => boolean {
  return (known) => {
    const usual = WELL_KNOWN_METRICS.get(known)?.direction;
    return direction === undefined || usual === undefined || usual === direction;
  };
}
