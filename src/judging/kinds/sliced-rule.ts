import { type z } from 'zod';
import { compareText } from '../../values/compare-text.js';
import { type SliceDemand } from '../context/slice-target.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { canonicalSlice, OVERALL_KEY, type Slice, sliceKey } from '../evidence/slice-key.js';
import { baseOf } from './rule-base.js';
import { type RuleDefaults } from './rule-defaults.js';
import { type judgedFields, type name, type ruleFields, type sliceFields } from './rule-fields.js';
import {
  type EvidenceNeed,
  type IsTighter,
  type Metrics,
  type RuleBase,
  type RuleFault,
  ruleFault,
  type Tightening,
} from './rule-kind.js';
import { among, atLeast, atMost, free, implied } from './tightening.js';

const MAX_SLICES = 1000;
const MAX_UNTESTED_SHARE = 0.05;

/** What a rule on slices of a metric says besides its demand. */
export interface SlicedRule extends RuleBase, SliceDemand {
  /** Whether an undefined or inconclusive measure may never be overlooked. */
  critical: boolean;
  onInconclusive: 'block' | 'warn';
  confidence: number;
}

type SlicedFields = typeof ruleFields & typeof judgedFields & typeof sliceFields & { metric: ReturnType<typeof name> };
/** The fields of such a rule as a document states them. */
export type SlicedDocument = z.infer<z.ZodObject<SlicedFields>>;

/** Whether a rule judges slices of a metric. */
export function isSliced(rule: RuleBase): rule is SlicedRule {
  return 'slicesOf' in rule;
}

/** Completes a rule on slices but for its demand; unless told otherwise it judges the whole where it names no slice. */
export function slicedOf(
  document: SlicedDocument,
  defaults: RuleDefaults,
  judgesWhole = true,
): Omit<SlicedRule, 'kind' | 'rules'> {
  return {
    ...baseOf(document, defaults),
    metric: document.metric,
    slices: slicesOf(document, judgesWhole),
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

function slicesOf(document: SlicedDocument, judgesWhole: boolean): Slice[] {
  const named = document.slices ?? [];
  const nothingNamed = named.length === 0 && (document.slicesOf ?? []).length === 0;
  const wanted = document.includeOverall ?? (nothingNamed && judgesWhole);
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

/** The metric of a rule as it is declared, if it is. */
export function metricOf({ metric }: SlicedRule, metrics: Metrics): MetricDefinition | undefined {
  return Object.hasOwn(metrics, metric) ? metrics[metric] : undefined;
}

/** The parts of an id that say where a rule looks; none for the whole. */
export function placesOf(rule: SlicedRule): string[] {
  const onlyOverall = rule.slices.length === 1 && sliceKey(rule.slices[0]!) === OVERALL_KEY;
  const slices = onlyOverall ? [] : rule.slices.map(placeOf);
  return [...slices, ...rule.slicesOf.map((features) => `by-${features}`)];
}

/** A slice as a part of an id, which keeps the values as they are stored. */
function placeOf(slice: Slice): string {
  const pairs = Object.entries(slice).map(([feature, value]) => `${feature}=${value}`);
  return (pairs.join('&') || 'overall').replaceAll(' ', '');
}

/** A rule that discovers slices needs to know which ones the dataset holds. */
export function slicedNeeds({ slicesOf: features }: SlicedRule): readonly EvidenceNeed[] {
  return features.length > 0 ? ['inventories'] : [];
}

/** What is wrong with the slices of a rule. */
export function sliceFaults(rule: SlicedRule): RuleFault[] {
  const faults: RuleFault[] = [];
  const named = rule.slices.filter((slice) => Object.keys(slice).length > 0).length;
  if (named > rule.maxSlices) {
    const detail = `The rule names ${named} slices; maxSlices is ${rule.maxSlices}.`;
    faults.push(ruleFault('slices', 'TOO_MANY_SLICES', detail));
  }
  if (rule.slicesOf.some((features) => features.split('&').some((feature) => feature === ''))) {
    faults.push(ruleFault('slicesOf', 'INVALID_SLICE', 'A slice feature needs a name.'));
  }
  const repeated = rule.slicesOf.find((features) => new Set(features.split('&')).size < features.split('&').length);
  if (repeated !== undefined) {
    const detail = `No slice has a feature twice, as the cross "${repeated}" does.`;
    faults.push(ruleFault('slicesOf', 'INVALID_SLICE', detail));
  }
  return faults;
}

/** A rule that judges slices one by one has to judge at least one, or the whole. */
export function emptyFaults({ slices, slicesOf: features }: SlicedRule): RuleFault[] {
  if (slices.length + features.length > 0) return [];
  return [ruleFault('slices', 'SLICES_MISSING', 'The rule judges neither the whole nor any slice.')];
}

const isMoreSlices: IsTighter = (narrower, base) =>
  (base as Slice[]).every((slice) => (narrower as Slice[]).some((other) => sliceKey(other) === sliceKey(slice)));
const isMoreFeatures: IsTighter = (narrower, base) =>
  (base as string[]).every((features) => (narrower as string[]).includes(features));

/**
 * How the fields on slices may change without asking for less. Some tightening would let something else pass: where too
 * little data only warns, a larger minimum turns a failure into a warning; small slices judged together no longer count
 * as untested. Where no slices are discovered, what is said of those asks for nothing.
 */
export function slicedTightening(base: SlicedRule, narrower: SlicedRule): Tightening {
  const discovers = base.slicesOf.length > 0;
  return {
    onInconclusive: among(['block', 'warn']),
    confidence: atLeast,
    critical: implied,
    maxSlices: free,
    slices: isMoreSlices,
    slicesOf: isMoreFeatures,
    maxUntestedShare: discovers ? atMost : free,
    ...(discovers ? {} : { poolSmallSlices: free }),
    ...(leavesSmallAlone(narrower) ? { minSliceSize: atLeast } : {}),
  };
}

/** Whether a larger minimum lets no slice go unjudged that failed before. */
export function leavesSmallAlone(narrower: SlicedRule): boolean {
  return narrower.onInconclusive !== 'warn' && narrower.slicesOf.length === 0;
}

/** The same without some fields, which then may not change. */
export function without(tightening: Tightening, ...fields: readonly string[]): Tightening {
  return Object.fromEntries(Object.entries(tightening).filter(([field]) => !fields.includes(field)));
}

/** Where bounds are judged and too little data only warns, more confidence turns a failure into a warning. */
export function boundedTightening(
  tightening: Tightening,
  { bound, onInconclusive }: { bound: string; onInconclusive: string },
): Tightening {
  return onInconclusive === 'warn' && bound !== 'point' ? without(tightening, 'confidence') : tightening;
}
