import { canonicalize } from 'json-canonicalize';
import { createHash } from 'node:crypto';
import { type Margin } from './compare.js';
import { type DatasetChoice, type GateRule } from './gate-policy.js';
import { type GatePolicyDocument, type MarginDocument, type RuleDocument } from './gate-policy-schema.js';
import { canonicalSlice, formatSlice, OVERALL_KEY, type Slice, sliceKey } from './slice-key.js';
import { compareText } from './verdict.js';

export const MIN_SLICE_SIZE = 100;
export const MAX_SLICES = 1000;
const DERIVED_ID_MAX = 120;

/** A rule with its place in the document, for pointers, and whether its id was written or derived. */
export interface PlacedRule {
  rule: GateRule;
  index: number;
  idDerived: boolean;
}

type Defaults = NonNullable<GatePolicyDocument['defaults']>;

/** Completes the rules of a stage: short forms to rules, silent fields to defaults, missing ids derived. */
export function expandRules(documents: readonly RuleDocument[], defaults: Defaults): PlacedRule[] {
  const placed = documents.flatMap((document, index) =>
    expandRule(document, defaults).map((rule) => place(rule, index)),
  );
  return distinguishDerivedIds(placed);
}

function place(rule: GateRule, index: number): PlacedRule {
  return { rule: { ...rule, id: rule.id || deriveId(rule) }, index, idDerived: rule.id === '' };
}

function expandRule(document: RuleDocument, defaults: Defaults): GateRule[] {
  const common = commonFields(document, defaults);
  switch (document.kind) {
    case 'threshold':
      return [{ ...common, kind: 'threshold', metric: document.metric, ...limits(document), bound: 'point' }];
    case 'regression':
      return [regression(common, document, document.margin)];
    case undefined:
      return expandShortRule(document, common);
  }
}

type CommonFields = ReturnType<typeof commonFields>;
type ShortRule = Extract<RuleDocument, { kind?: undefined }>;

/** A short form with limits and maxRegression is two rules; a written id is then told apart by a suffix. */
function expandShortRule(document: ShortRule, common: CommonFields): GateRule[] {
  const { min, max, maxRegression, metric } = document;
  const rules: GateRule[] = [];
  const both = maxRegression !== undefined && (min !== undefined || max !== undefined) && common.id !== '';
  if (maxRegression === undefined || min !== undefined || max !== undefined) {
    const id = both ? `${common.id}-limit` : common.id;
    rules.push({ ...common, id, kind: 'threshold', metric, ...limits(document), bound: 'point' });
  }
  if (maxRegression !== undefined) {
    const id = both ? `${common.id}-regression` : common.id;
    rules.push(regression({ ...common, id }, document, maxRegression));
  }
  return rules;
}

function regression(
  common: CommonFields,
  document: { metric: string; onMissingIncumbentSlice?: 'inconclusive' | 'threshold_only' },
  margin: MarginDocument,
): GateRule {
  return {
    ...common,
    kind: 'regression',
    metric: document.metric,
    mode: 'point',
    margin: marginOf(margin),
    onMissingIncumbentSlice: document.onMissingIncumbentSlice ?? 'inconclusive',
  };
}

function commonFields(document: RuleDocument, defaults: Defaults) {
  const dataset = datasetChoice(document.dataset);
  return {
    id: document.id ?? '',
    ...(document.description === undefined ? {} : { description: document.description }),
    enforcement: document.enforcement ?? defaults.enforcement ?? 'block',
    ...(dataset === undefined ? {} : { dataset }),
    slices: slicesOf(document),
    critical: document.critical ?? false,
    minSliceSize: document.minSliceSize ?? defaults.minSliceSize ?? MIN_SLICE_SIZE,
    maxSlices: document.maxSlices ?? MAX_SLICES,
  };
}

function slicesOf(document: RuleDocument): Slice[] {
  const named = document.slices ?? [];
  const withOverall =
    (document.includeOverall ?? named.length === 0) && !named.some((slice) => sliceKey(slice) === OVERALL_KEY);
  const all = [...(withOverall ? [{}] : []), ...named].map(canonicalSlice);
  return all.sort((a, b) => compareText(sliceKey(a), sliceKey(b)));
}

function limits(document: { min?: number; max?: number }): { min?: number; max?: number } {
  return {
    ...(document.min === undefined ? {} : { min: document.min }),
    ...(document.max === undefined ? {} : { max: document.max }),
  };
}

function marginOf(margin: MarginDocument): Margin {
  return typeof margin === 'number' ? { abs: margin } : margin;
}

/** A dataset named by text is any split of it. */
export function datasetChoice(dataset: string | DatasetChoice | undefined): DatasetChoice | undefined {
  return typeof dataset === 'string' ? { name: dataset } : dataset;
}

/** A readable id from what the rule says, whatever its place in the list. */
function deriveId(rule: GateRule): string {
  const what =
    rule.kind === 'regression'
      ? 'regression'
      : [rule.min === undefined ? '' : 'min', rule.max === undefined ? '' : 'max'].filter(Boolean).join('-');
  const onlyOverall = rule.slices.length === 1 && sliceKey(rule.slices[0]!) === OVERALL_KEY;
  const where = onlyOverall ? [] : rule.slices.map((slice) => formatSlice(slice).replaceAll(' ', ''));
  const id = [rule.metric, what, ...where].filter(Boolean).join('-');
  return id.length <= DERIVED_ID_MAX ? id : `${id.slice(0, DERIVED_ID_MAX - 9)}-${fingerprint(rule)}`;
}

/** Derived ids that clash get a fingerprint of their content; equal content stays a clash, to be reported. */
function distinguishDerivedIds(placed: readonly PlacedRule[]): PlacedRule[] {
  const uses = new Map<string, number>();
  for (const { rule } of placed) uses.set(rule.id, (uses.get(rule.id) ?? 0) + 1);
  return placed.map((item) => {
    if (!item.idDerived || uses.get(item.rule.id) === 1) return item;
    return { ...item, rule: { ...item.rule, id: `${item.rule.id}-${fingerprint(item.rule)}` } };
  });
}

function fingerprint(rule: GateRule): string {
  return createHash('sha256').update(canonicalize(rule)).digest('hex').slice(0, 8);
}
