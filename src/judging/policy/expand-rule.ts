import { type Margin } from '../evidence/compare.js';
import { deriveIds } from './derive-rule-id.js';
import { type DatasetChoice } from '../evidence/gate-evidence.js';
import {
  type GateRule,
  type GroupRule,
  type RegressionRule,
  type SingleRule,
  type SliceGapRule,
  type SlicedRule,
  type ThresholdRule,
} from './gate-policy.js';
import { type RuleDefaults } from './gate-policy-presets.js';
import { type MarginDocument, type RuleDocument } from './gate-rule-schema.js';
import { canonicalSlice, OVERALL_KEY, type Slice, sliceKey } from '../evidence/slice-key.js';
import { compareText } from '../../values/compare-text.js';

export const MAX_SLICES = 1000;
export const MAX_UNTESTED_SHARE = 0.05;
/** Rows of each class below which the ranking of a model says little. */
const AUC_CLASS_MIN = 30;

/** A rule with its place in the document, for pointers. */
export interface PlacedRule {
  rule: GateRule;
  index: number;
}

export type SingleDocument = Exclude<RuleDocument, { kind: 'group' }>;
type ShortDocument = Extract<RuleDocument, { kind?: undefined }>;
type RegressionDocument = Extract<RuleDocument, { kind: 'regression' }>;
type GapDocument = Extract<RuleDocument, { kind: 'slice_gap' }>;
type SlicedFields = Omit<SlicedRule, 'kind'>;
type SlicedDocument = ShortDocument | RegressionDocument | GapDocument | Extract<RuleDocument, { kind: 'threshold' }>;

/** Completes the rules of a stage: short forms to rules, silent fields to defaults, missing ids derived. */
export function expandRules(documents: readonly RuleDocument[], defaults: RuleDefaults): PlacedRule[] {
  const placed = documents.flatMap((document, index) =>
    expandRule(document, defaults).map((rule) => ({ rule, index })),
  );
  const rules = deriveIds(placed.map(({ rule }) => rule));
  return placed.map(({ index }, at) => ({ index, rule: rules[at]! }));
}

function expandRule(document: RuleDocument, defaults: RuleDefaults): GateRule[] {
  return document.kind === 'group' ? [expandGroup(document, defaults)] : expandSingle(document, defaults);
}

/** The rules of a group block or warn as the group does. */
function expandGroup(document: Extract<RuleDocument, { kind: 'group' }>, defaults: RuleDefaults): GroupRule {
  const base = baseOf(document, defaults);
  const inner = document.rules.flatMap((rule) => expandSingle(rule, defaults));
  const rules = deriveIds(inner.map((rule) => ({ ...rule, enforcement: base.enforcement })));
  return { ...base, kind: 'group', atLeast: document.atLeast, rules: rules.sort((a, b) => compareText(a.id, b.id)) };
}

function expandSingle(document: SingleDocument, defaults: RuleDefaults): SingleRule[] {
  const base = baseOf(document, defaults);
  switch (document.kind) {
    case undefined:
      return expandShort(document, defaults);
    case 'threshold':
      return [threshold(slicedOf(document, defaults), document)];
    case 'regression':
      return regressions(slicedOf(document, defaults), document, document.margin, defaults);
    case 'slice_gap':
      return [sliceGap(slicedOf(document, defaults), document)];
    case 'metadata':
      return [
        {
          ...base,
          kind: 'metadata',
          require: document.require.toSorted((a, b) => compareText(a.path, b.path) || compareText(a.op, b.op)),
        },
      ];
    case 'freshness':
      return [{ ...base, kind: 'freshness', maxAgeDays: document.maxAgeDays }];
    case 'soak':
      return [{ ...base, kind: 'soak', stage: 'Staging', minDuration: document.minDuration }];
    case 'holdout_reuse':
      return [
        {
          ...base,
          kind: 'holdout_reuse',
          failAfter: document.failAfter,
          ...defined({ warnAfter: document.warnAfter }),
        },
      ];
  }
}

/** A short form with limits and maxRegression is two rules; a written id is then told apart by a suffix. */
function expandShort(document: ShortDocument, defaults: RuleDefaults): SingleRule[] {
  const { min, max, maxRegression } = document;
  const common = slicedOf(document, defaults);
  const limited = maxRegression === undefined || min !== undefined || max !== undefined;
  const both = limited && maxRegression !== undefined && common.id !== '';
  const rules: SingleRule[] = [];
  if (limited) rules.push(threshold({ ...common, id: both ? `${common.id}-limit` : common.id }, document));
  if (maxRegression !== undefined) {
    const id = both ? `${common.id}-regression` : common.id;
    rules.push(...regressions({ ...common, id }, document, maxRegression, defaults));
  }
  return rules;
}

function threshold(
  common: SlicedFields,
  document: { min?: number; max?: number; bound?: ThresholdRule['bound'] },
): ThresholdRule {
  const limits = defined({ min: document.min, max: document.max });
  return { ...common, kind: 'threshold', ...limits, bound: document.bound ?? 'point' };
}

/**
 * Where a preset judges named slices, the whole among them, by another mode than discovered ones (gates.md §1.15), a rule on
 * both is two: a family of its own each (§1.8). The discovered ones keep a written id.
 */
function regressions(
  common: SlicedFields,
  document: ShortDocument | RegressionDocument,
  margin: MarginDocument | undefined,
  defaults: RuleDefaults,
): RegressionRule[] {
  const { id, slices, slicesOf } = common;
  const isOne = slices.length === 0 || slicesOf.length === 0 || defaults.mode === defaults.discoveredMode;
  if (isOne || document.mode !== undefined) return [regression(common, document, margin, defaults)];
  const isWhole = slices.length === 1 && sliceKey(slices[0]!) === OVERALL_KEY;
  const named = { ...common, id: id === '' ? '' : `${id}-${isWhole ? 'overall' : 'slices'}`, slicesOf: [] };
  return [named, { ...common, slices: [] }].map((part) => regression(part, document, margin, defaults));
}

function regression(
  common: SlicedFields,
  document: ShortDocument | RegressionDocument,
  margin: MarginDocument | undefined,
  defaults: RuleDefaults,
): RegressionRule {
  const discovers = common.slicesOf.length > 0;
  const mode = document.mode ?? (discovers ? defaults.discoveredMode : defaults.mode);
  const classMin = defaults.metricKind(common.metric) === 'auc' ? AUC_CLASS_MIN : 0;
  return {
    ...common,
    kind: 'regression',
    mode,
    margin: margin === undefined ? (mode === 'superiority' ? { abs: 0 } : {}) : marginOf(margin),
    onMissingIncumbentSlice: document.onMissingIncumbentSlice ?? 'inconclusive',
    onInconclusive: document.onInconclusive ?? (discovers ? defaults.discoveredOnInconclusive : common.onInconclusive),
    critical: document.critical ?? (defaults.criticalSlices && !discovers),
    minEvidence: document.minEvidence ?? defaults.minEvidence,
    minPositives: document.minPositives ?? classMin,
    minNegatives: document.minNegatives ?? classMin,
    multiplicity: document.multiplicity ?? 'holm',
    ...defined({ suspiciousGain: document.suspiciousGain }),
  };
}

function sliceGap(common: SlicedFields, document: GapDocument): SliceGapRule {
  const { min, max, noWorseThanIncumbentBy } = document;
  return {
    ...common,
    kind: 'slice_gap',
    statistic: document.statistic ?? 'difference',
    ...defined({ min, max, noWorseThanIncumbentBy }),
    bound: document.bound ?? 'point',
  };
}

function baseOf(
  document: RuleDocument,
  defaults: RuleDefaults,
): Pick<SlicedRule, 'id' | 'description' | 'enforcement' | 'dataset'> {
  return {
    id: document.id ?? '',
    enforcement: document.enforcement ?? defaults.enforcement,
    ...defined({ description: document.description, dataset: datasetChoice(document.dataset) }),
  };
}

function slicedOf(document: SlicedDocument, defaults: RuleDefaults): SlicedFields {
  return {
    ...baseOf(document, defaults),
    metric: document.metric,
    slices: slicesOf(document),
    slicesOf: [...new Set((document.slicesOf ?? []).map(canonicalCross))].sort(compareText),
    critical: document.critical ?? false,
    minSliceSize: document.minSliceSize ?? defaults.minSliceSize,
    maxSlices: document.maxSlices ?? MAX_SLICES,
    poolSmallSlices: document.poolSmallSlices ?? defaults.poolSmallSlices,
    maxUntestedShare: document.maxUntestedShare ?? MAX_UNTESTED_SHARE,
    onInconclusive: document.onInconclusive ?? defaults.onInconclusive,
    confidence: document.confidence ?? defaults.confidence,
  };
}

function slicesOf(document: SlicedDocument): Slice[] {
  const named = document.slices ?? [];
  const nothingNamed = named.length === 0 && (document.slicesOf ?? []).length === 0;
  const wanted = document.includeOverall ?? (nothingNamed && document.kind !== 'slice_gap');
  const withOverall = wanted && !named.some((slice) => sliceKey(slice) === OVERALL_KEY);
  const all = [...(withOverall ? [{}] : []), ...named].map(canonicalSlice);
  return all.sort((a, b) => compareText(sliceKey(a), sliceKey(b)));
}

/** `sex&race` and `race & sex` are one cross. */
function canonicalCross(features: string): string {
  return features
    .split('&')
    .map((feature) => feature.trim().normalize('NFC'))
    .sort(compareText)
    .join('&');
}

function marginOf(margin: MarginDocument): Margin {
  return typeof margin === 'number' ? { abs: margin } : margin;
}

/** A dataset named by text is any split of it. */
export function datasetChoice(dataset: string | DatasetChoice | undefined): DatasetChoice | undefined {
  return typeof dataset === 'string' ? { name: dataset } : dataset;
}

/** Leaves out what is undefined, so that it is in no digest. */
function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
