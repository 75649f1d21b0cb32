import { type GatePolicyDocument } from './gate-policy-schema.js';
import { type MetricDefinition, WELL_KNOWN_METRICS } from '../evidence/metric-definition.js';
import { nearestName } from './nearest-name.js';
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
      if (rule.kind !== 'group') return 'metric' in rule ? [{ name: rule.metric, path: [...place, 'metric'] }] : [];
      return rule.rules.flatMap((inner) =>
        'metric' in inner ? [{ name: inner.metric, path: [...place, 'rules'] }] : [],
      );
    }),
  );
}

function resolveMetric(
  name: string,
  declaration: Declared[string],
  errors: PolicyError[],
): MetricDefinition | undefined {
  const wellKnown = WELL_KNOWN_METRICS.get(name);
  const direction = declaration.direction ?? wellKnown?.direction;
  const path = ['metrics', name];
  if (direction === undefined) {
    errors.push(
      policyError([...path, 'direction'], 'DIRECTION_MISSING', `Say whether "higher" or "lower" ${name} is better.`),
    );
    return undefined;
  }
  if (
    wellKnown !== undefined &&
    wellKnown.direction !== 'none' &&
    direction !== 'none' &&
    direction !== wellKnown.direction
  ) {
    const detail = `${name} is a well-known metric of which ${wellKnown.direction} is better; use another name for another metric.`;
    errors.push(policyError([...path, 'direction'], 'DIRECTION_CONFLICT', detail));
  }
  const range = declaration.range ?? (declaration.unit === undefined ? wellKnown?.range : undefined);
  if (range !== undefined && range[0] >= range[1]) {
    errors.push(
      policyError([...path, 'range'], 'RANGE_NOT_ORDERED', 'The first end of a range must be smaller than the second.'),
    );
  }
  const unit = declaration.unit ?? wellKnown?.unit;
  return {
    direction,
    kind: declaration.kind ?? wellKnown?.kind ?? 'mean',
    ...(range === undefined ? {} : { range }),
    ...(unit === undefined ? {} : { unit }),
    ...(declaration.environment === undefined ? {} : { environment: declaration.environment }),
  };
}

function unknownMetric(name: string, path: (string | number)[], declared: readonly string[]): PolicyError {
  const near = nearestName(name, [...declared, ...WELL_KNOWN_METRICS.keys()]);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  const declare = ` Declare it: {"metrics": {${JSON.stringify(name)}: {"direction": "higher"}}}.`;
  return policyError(
    path,
    'UNKNOWN_METRIC',
    `The metric "${name}" is neither well known nor declared.${hint}${declare}`,
  );
}
