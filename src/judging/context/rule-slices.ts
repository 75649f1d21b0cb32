import { isSameDataset } from '../evidence/dataset.js';
import { type EvaluationIndex } from '../evidence/evaluation-index.js';
import { type SliceInventory } from '../evidence/gate-evidence.js';
import { type SmallSlice } from '../evidence/pool-slices.js';
import { OVERALL_KEY, parseSliceKey, rememberedSlice, type Slice, sliceKey } from '../evidence/slice-key.js';
import { groupThousands } from '../outcome/gate-message.js';
import { type Settlement } from '../outcome/measure-outcome.js';
import { type RuleSlices, type SliceDemand, type SliceTarget } from './slice-target.js';
import { settleSmall, smallSlice, type SmallSources } from './small-slices.js';
import { compareText } from '../../values/compare-text.js';

/** Where the slices of a rule are found. */
export interface SliceSources extends SmallSources {
  inventory: SliceInventory | undefined;
  /** Slices found already for other rules on the same evaluations. */
  families: SliceFamilies;
}

/** The slices of features as first found, by the evaluations they were found in. */
export type SliceFamilies = Map<unknown, Map<unknown, Map<string, readonly SliceTarget[]>>>;

/** The slices a rule judges: those it names, and those that evidence or inventory hold of the features it names. */
export function resolveSlices(rule: SliceDemand, sources: SliceSources): RuleSlices {
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
  const targets = lastOfEach(resolved.targets);
  const found = targets.filter(isOfData).length;
  return found <= rule.maxSlices ? { ...resolved, targets } : { ...resolved, targets: [tooMany(rule, found)] };
}

function lastOfEach(targets: readonly SliceTarget[]): SliceTarget[] {
  const byKey = new Map<string, SliceTarget>();
  for (const target of targets) byKey.set(target.key, target);
  return [...byKey.values()];
}

/** Whether a target is a slice of the data, which the limit is on, and neither the whole nor a statement about all values of a feature. */
function isOfData({ slice, key }: SliceTarget): boolean {
  return key !== OVERALL_KEY && !(key.includes('"*"') && Object.values(slice).includes('*'));
}

function discover(rule: SliceDemand, features: string, sources: SliceSources): RuleSlices {
  const family = familyOf(features, sources);
  const rows = family.map(({ key }) => rowsOf(rule.metric, key, features, sources));
  const small: SmallSlice[] = [];
  const targets: SliceTarget[] = partitionFault(rule, features, rows, sources);
  family.forEach((target, at) => {
    const count = rows[at]!;
    const isSmall = count !== null && count < rule.minSliceSize;
    const candidate = isSmall ? smallSlice(rule.metric, target.key, sources) : undefined;
    if (candidate !== undefined) small.push(candidate);
    else if (isSmall && sources.challenger.find(rule.metric, target.key) === undefined)
      targets.push(missingSmall(target.slice, target.key));
    else targets.push(target);
  });
  if (small.length === 0) return { ...sources, targets };
  const total = rows.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const settled = settleSmall(rule, { features, slices: small, total }, sources);
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
  rule: SliceDemand,
  features: string,
  rows: readonly (number | null)[],
  sources: SliceSources,
): SliceTarget[] {
  if (rows.length === 0 || rows.includes(null)) return [];
  const sum = rows.reduce<number>((total, count) => total + (count ?? 0), 0);
  const overall = rowsOfWhole(rule.metric, sources);
  if (sum === overall) return [];
  const slice = Object.fromEntries(features.split('&').map((feature) => [feature, '*']));
  const settled = overall === null ? uncountedWhole(features) : mismatch(features, sum, overall);
  return [{ slice, key: sliceKey(slice), settled }];
}

/** Rows of the data, by the challenger, else by the incumbent on the same data, else by the inventory. */
function rowsOfWhole(metric: string, { challenger, incumbent, inventory }: SliceSources): number | null {
  const isAlike = incumbent !== undefined && isSameDataset(challenger.evaluation.dataset, incumbent.evaluation.dataset);
  return (
    statedRows(metric, challenger) ??
    (isAlike ? statedRows(metric, incumbent) : null) ??
    (inventory === undefined ? null : registeredRows(inventory))
  );
}

function statedRows(metric: string, index: EvaluationIndex): number | null {
  return index.find(metric, OVERALL_KEY)?.count ?? index.rows(OVERALL_KEY) ?? index.evaluation.rowCount ?? null;
}

/** The rows of the registered data, which every feature of theirs makes up. */
function registeredRows({ features }: SliceInventory): number | null {
  const [values] = Object.values(features);
  return values === undefined ? null : Object.values(values).reduce((sum, count) => sum + count, 0);
}

function mismatch(features: string, sum: number, overall: number): Settlement {
  return {
    status: 'ERROR',
    reasonCode: 'SLICE_PARTITION_MISMATCH',
    detail: `the slices of ${features} hold ${groupThousands(sum)} rows, the whole ${groupThousands(overall)}`,
    remediation: 'Report every value of the feature, rows without one as the slice __null__.',
  };
}

function uncountedWhole(features: string): Settlement {
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'COUNT_UNKNOWN',
    detail: `nothing says how many rows there are in all, so that rows in no slice of ${features} would go unnoticed`,
    remediation: 'Submit the count of the whole.',
  };
}

function tooMany(rule: SliceDemand, found: number): SliceTarget {
  const detail = `${groupThousands(found)} slices were found, maxSlices is ${groupThousands(rule.maxSlices)}`;
  const settled: Settlement = {
    status: 'ERROR',
    reasonCode: 'TOO_MANY_SLICES',
    detail,
    remediation: 'Group rare values, or raise maxSlices.',
  };
  return { slice: {}, key: OVERALL_KEY, settled };
}
