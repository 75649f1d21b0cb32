import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { type EvaluationIndex, withPooled } from '../evidence/evaluation-index.js';
import { type SliceInventory } from '../evidence/gate-evidence.js';
import { type SlicedRule } from '../policy/gate-policy.js';
import { groupThousands } from '../outcome/gate-message.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { contradictedSlices, poolSlices, type SmallSlice } from '../evidence/pool-slices.js';
import { OVERALL_KEY, parseSliceKey, rememberedSlice, type Slice, sliceKey } from '../evidence/slice-key.js';
import { compareText } from '../../values/compare-text.js';

/** Value of a feature that stands for all its small slices together. */
export const SMALL = '__small__';

/** What becomes of one slice of a rule: judged, or settled already with a reason. */
export interface SliceTarget {
  slice: Slice;
  key: string;
  settled?: Omit<EvidenceFault, 'status' | 'remediation'> & {
    status: EvidenceFault['status'] | 'SKIPPED';
    remediation?: string;
  };
}

/** The slices of a rule, and the evaluations in which pooled slices can be found like any other. */
export interface RuleSlices {
  targets: SliceTarget[];
  challenger: EvaluationIndex;
  incumbent: EvaluationIndex | undefined;
}

export interface SliceSources {
  definition: MetricDefinition;
  challenger: EvaluationIndex;
  incumbent: EvaluationIndex | undefined;
  inventory: SliceInventory | undefined;
  /** Slices found already for other rules on the same evaluations. */
  families: SliceFamilies;
}

/** The slices of features as first found, by the evaluations they were found in. */
export type SliceFamilies = Map<unknown, Map<unknown, Map<string, readonly SliceTarget[]>>>;

/** The slices a rule judges: those it names, and those that evidence or inventory hold of the features it names. */
export function resolveSlices(rule: SlicedRule, sources: SliceSources): RuleSlices {
  const named: SliceTarget[] = rule.slices.map((slice) => ({ slice, key: sliceKey(slice) }));
  const resolved: RuleSlices = { targets: named, challenger: sources.challenger, incumbent: sources.incumbent };
  for (const features of rule.slicesOf) {
    const family = discover(rule, features, {
      ...sources,
      challenger: resolved.challenger,
      incumbent: resolved.incumbent,
    });
    resolved.targets.push(...family.targets);
    resolved.challenger = family.challenger;
    resolved.incumbent = family.incumbent;
  }
  const targets = [...new Map(resolved.targets.map((target) => [target.key, target] as const)).values()];
  return targets.length <= rule.maxSlices
    ? { ...resolved, targets }
    : { ...resolved, targets: [tooMany(rule, targets.length)] };
}

function discover(rule: SlicedRule, features: string, sources: SliceSources): RuleSlices {
  const family = familyOf(features, sources);
  const rows = family.map(({ key }) => rowsOf(rule.metric, key, features, sources));
  const small: SmallSlice[] = [];
  const targets: SliceTarget[] = partitionFault(rule, features, rows, sources);
  family.forEach((target, at) => {
    const count = rows[at]!;
    const isSmall = count !== null && count < rule.minSliceSize;
    const candidate = isSmall ? smallSlice(rule, target.key, sources) : undefined;
    if (candidate !== undefined) small.push(candidate);
    else if (isSmall && sources.challenger.find(rule.metric, target.key) === undefined)
      targets.push(missingSmall(target.slice, target.key));
    else targets.push(target);
  });
  if (small.length === 0) return { ...sources, targets };
  const settled = settleSmall(rule, features, small, rows, sources);
  return { ...settled, targets: [...targets, ...settled.targets] };
}

function familyOf(features: string, sources: SliceSources): readonly SliceTarget[] {
  const { families, challenger, incumbent } = sources;
  let byIncumbent = families.get(challenger.evaluation);
  if (byIncumbent === undefined) families.set(challenger.evaluation, (byIncumbent = new Map()));
  let byFeatures = byIncumbent.get(incumbent?.evaluation);
  if (byFeatures === undefined) byIncumbent.set(incumbent?.evaluation, (byFeatures = new Map()));
  let family = byFeatures.get(features);
  if (family === undefined) {
    family = keysOf(features, sources).map((key) => ({ slice: rememberedSlice(key), key }));
    byFeatures.set(features, family);
  }
  return family;
}

function keysOf(features: string, { challenger, incumbent, inventory }: SliceSources): string[] {
  const values =
    inventory !== undefined && Object.hasOwn(inventory.features, features) ? inventory.features[features]! : {};
  const registered = Object.keys(values).map((value) => sliceKey({ [features]: value }));
  const keys = new Set([...challenger.slicesBy(features), ...(incumbent?.slicesBy(features) ?? []), ...registered]);
  return [...keys].sort(compareText);
}

function rowsOf(
  metric: string,
  key: string,
  features: string,
  { challenger, incumbent, inventory }: SliceSources,
): number | null {
  const reported =
    challenger.find(metric, key)?.count ??
    challenger.rows(key) ??
    incumbent?.find(metric, key)?.count ??
    incumbent?.rows(key);
  if (reported != null) return reported;
  const registered = inventory?.features[features];
  const value = registered && parseSliceKey(key)?.[features];
  return value !== undefined && registered !== undefined && Object.hasOwn(registered, value)
    ? registered[value]!
    : null;
}

/**
 * A slice too small to judge alone whose values are in order; the others are judged alone, to say what is wrong with
 * them. A comparison needs the values of both models, and without an incumbent is skipped whatever the size.
 */
function smallSlice(
  { metric, kind }: SlicedRule,
  key: string,
  { challenger, incumbent }: SliceSources,
): SmallSlice | undefined {
  const own = challenger.find(metric, key);
  if (own === undefined || !isCounted(own) || challenger.isAmbiguous(metric, key)) return undefined;
  if (kind === 'threshold') return { key, own, theirs: undefined };
  const theirs = incumbent?.find(metric, key);
  const isFit = theirs !== undefined && isCounted(theirs) && incumbent?.isAmbiguous(metric, key) === false;
  if (isFit && own.count === theirs.count) return { key, own, theirs };
  return kind === 'regression' ? undefined : { key, own, theirs: undefined };
}

function isCounted<T extends { value: number | null; count: number | null }>(
  measure: T,
): measure is T & { value: number; count: number } {
  return Number.isFinite(measure.value) && measure.count !== null;
}

/** Small slices are judged together where the policy says so and the metric allows it; what stays untested is bounded. */
function settleSmall(
  rule: SlicedRule,
  features: string,
  small: readonly SmallSlice[],
  rows: readonly (number | null)[],
  sources: SliceSources,
): RuleSlices {
  const pooledSlice = Object.fromEntries(features.split('&').map((feature) => [feature, SMALL]));
  const pooledKey = sliceKey(pooledSlice);
  const members = (reasonCode: string, detail: string): SliceTarget[] =>
    small.map(({ key }) => ({
      slice: parseSliceKey(key) ?? {},
      key,
      settled: { status: 'SKIPPED', reasonCode, detail },
    }));
  const untested = small.reduce((sum, { own }) => sum + own.count, 0);
  const version = sources.incumbent?.evaluation.version ?? null;
  const isPooled = rule.poolSmallSlices && untested >= rule.minSliceSize;
  const contradicted = isPooled ? contradictedSlices(rule.metric, small, sources.challenger, version) : [];
  if (contradicted.length > 0) {
    const targets = contradicted.map(({ key, fault }) => ({ slice: parseSliceKey(key) ?? {}, key, settled: fault }));
    return { ...sources, targets };
  }
  const pooled = isPooled
    ? poolSlices(small, { ...sources, metric: rule.metric, pooledKey, incumbentVersion: version })
    : null;
  if (pooled === 'incomplete')
    return { ...sources, targets: [{ slice: pooledSlice, key: pooledKey, settled: POOL_INCOMPLETE }] };
  if (pooled !== null) {
    const theirs = pooled.theirs === undefined ? [] : [pooled.theirs];
    return {
      targets: [
        { slice: pooledSlice, key: pooledKey },
        ...members('POOLED', `too small alone, judged within ${features}=${SMALL}`),
      ],
      challenger: withPooled(sources.challenger, { measures: [pooled.own], paired: pooled.paired }),
      incumbent: sources.incumbent && withPooled(sources.incumbent, { measures: theirs, paired: [] }),
    };
  }
  const total = rows.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const share = untested / total;
  if (share <= rule.maxUntestedShare) {
    return {
      ...sources,
      targets: members(
        'UNTESTED',
        `too small to judge, with ${percent(share)} of the rows of ${features} in such slices`,
      ),
    };
  }
  return {
    ...sources,
    targets: [{ slice: pooledSlice, key: pooledKey, settled: untestedShare(features, share, rule) }],
  };
}

const POOL_INCOMPLETE: SliceTarget['settled'] = {
  status: 'INCONCLUSIVE',
  reasonCode: 'EVIDENCE_TOO_WEAK',
  detail: 'only some of the small slices have paired evidence, so they cannot be judged together',
  remediation: 'Submit paired evidence for every slice of the feature.',
};

function untestedShare(features: string, share: number, rule: SlicedRule): SliceTarget['settled'] {
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'UNTESTED_SHARE',
    detail: `${percent(share)} of the rows of ${features} lie in slices of fewer than ${groupThousands(rule.minSliceSize)} rows; allowed are ${percent(rule.maxUntestedShare)}`,
    remediation: 'Measure on more rows, join rare values, or set poolSmallSlices or maxUntestedShare of the rule.',
  };
}

function missingSmall(slice: Slice, key: string): SliceTarget {
  return {
    slice,
    key,
    settled: {
      status: 'INCONCLUSIVE',
      reasonCode: 'MISSING_CHALLENGER_SLICE',
      detail: 'a small slice that the dataset holds is missing from the evaluation of the challenger',
      remediation: 'Submit an evaluation that holds this slice.',
    },
  };
}

/** The slices of one feature must make up the whole; rows without a value belong into a slice of their own, `__null__`. */
function partitionFault(
  rule: SlicedRule,
  features: string,
  rows: readonly (number | null)[],
  sources: SliceSources,
): SliceTarget[] {
  const { challenger } = sources;
  const overall =
    challenger.find(rule.metric, OVERALL_KEY)?.count ?? challenger.rows(OVERALL_KEY) ?? challenger.evaluation.rowCount;
  if (overall == null || rows.length === 0 || rows.includes(null)) return [];
  const sum = rows.reduce<number>((total, count) => total + (count ?? 0), 0);
  if (sum === overall) return [];
  const slice = Object.fromEntries(features.split('&').map((feature) => [feature, '*']));
  const settled = {
    status: 'ERROR' as const,
    reasonCode: 'SLICE_PARTITION_MISMATCH',
    detail: `the slices of ${features} hold ${groupThousands(sum)} rows, the whole ${groupThousands(overall)}`,
    remediation: 'Report every value of the feature, rows without one as the slice __null__.',
  };
  return [{ slice, key: sliceKey(slice), settled }];
}

function tooMany(rule: SlicedRule, found: number): SliceTarget {
  const detail = `${groupThousands(found)} slices were found, maxSlices is ${groupThousands(rule.maxSlices)}`;
  const settled = {
    status: 'ERROR' as const,
    reasonCode: 'TOO_MANY_SLICES',
    detail,
    remediation: 'Group rare values, or raise maxSlices.',
  };
  return { slice: {}, key: OVERALL_KEY, settled };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
