import { type z } from 'zod';
import { type Margin } from '../../evidence/compare.js';
import { EVIDENCE_LEVELS, type EvidenceLevel } from '../../evidence/gate-evidence.js';
import { type MetricKind } from '../../evidence/metric-definition.js';
import { OVERALL_KEY, sliceKey } from '../../evidence/slice-key.js';
import { defined } from '../rule-base.js';
import { type RuleDefaults } from '../rule-defaults.js';
import { type IsTighter, type Tightening } from '../rule-kind.js';
import {
  leavesSmallAlone,
  placesOf,
  type SlicedDocument,
  slicedOf,
  type SlicedRule,
  slicedTightening,
  without,
} from '../sliced-rule.js';
import { among, atLeast, atMost } from '../tightening.js';
import { type RegressionMode } from './regression-mode.js';
import { type MarginDocument, type regressionRuleSchema } from './regression-schema.js';

/** Rows of each class below which the ranking of a model says little. */
const AUC_CLASS_MIN = 30;

/** A limit on how much worse than the incumbent the challenger may be. */
export interface RegressionRule extends SlicedRule {
  kind: 'regression';
  mode: RegressionMode;
  /** The allowed worsening; for superiority the gain that must be shown. */
  margin: Margin;
  onMissingIncumbentSlice: 'inconclusive' | 'threshold_only';
  minEvidence: EvidenceLevel;
  minPositives: number;
  minNegatives: number;
  multiplicity: 'none' | 'holm' | 'bh';
  suspiciousGain?: number;
  /** Left out where either version has no value of the metric on the whole. */
  whereReported?: boolean;
}

type ComparisonFields = Omit<z.infer<typeof regressionRuleSchema>, 'kind' | 'margin' | keyof SlicedDocument>;
/** A regression rule as a document states it, or the comparison of a short form; the margin stands under either name. */
export type ComparisonDocument = SlicedDocument & ComparisonFields;

/**
 * Completes a comparison. Where a preset judges named slices, the whole among them, by another mode than discovered ones
 * (gates.md §1.15), a rule on both is two: a family of its own each (§1.8). The discovered ones keep a written id.
 */
export function expandRegression(
  document: ComparisonDocument,
  margin: MarginDocument | undefined,
  defaults: RuleDefaults,
): RegressionRule[] {
  const common = slicedOf(document, defaults);
  const { id, slices, slicesOf } = common;
  const complete = (part: typeof common) => completed(part, document, margin, defaults);
  const isOne = slices.length === 0 || slicesOf.length === 0 || defaults.mode === defaults.discoveredMode;
  if (isOne || document.mode !== undefined) return [complete(common)];
  const isWhole = slices.length === 1 && sliceKey(slices[0]!) === OVERALL_KEY;
  const named = { ...common, id: id === '' ? '' : `${id}-${isWhole ? 'overall' : 'slices'}`, slicesOf: [] };
  return [complete(named), complete({ ...common, slices: [] })];
}

function completed(
  common: ReturnType<typeof slicedOf>,
  document: ComparisonDocument,
  margin: MarginDocument | undefined,
  defaults: RuleDefaults,
): RegressionRule {
  const discovers = common.slicesOf.length > 0;
  const mode = document.mode ?? (discovers ? defaults.discoveredMode : defaults.mode);
  const classMin = usualClassMinimum(defaults.metricKind(common.metric));
  return {
    ...common,
    kind: 'regression',
    mode,
    margin: marginOf(margin, mode),
    onMissingIncumbentSlice: document.onMissingIncumbentSlice ?? 'inconclusive',
    onInconclusive: document.onInconclusive ?? (discovers ? defaults.discoveredOnInconclusive : common.onInconclusive),
    critical: document.critical ?? (defaults.criticalSlices && !discovers),
    minEvidence: document.minEvidence ?? defaults.minEvidence,
    minPositives: document.minPositives ?? classMin,
    minNegatives: document.minNegatives ?? classMin,
    multiplicity: document.multiplicity ?? 'holm',
    ...defined({ suspiciousGain: document.suspiciousGain, whereReported: document.whereReported }),
  };
}

/** Rows of each class that a comparison asks for where the policy does not say. */
export function usualClassMinimum(kind: MetricKind | undefined): number {
  return kind === 'auc' ? AUC_CLASS_MIN : 0;
}

/** The margin in its parts; superiority without a gain asks for any. */
function marginOf(margin: MarginDocument | undefined, mode: RegressionMode): Margin {
  if (margin === undefined) return mode === 'superiority' ? { abs: 0 } : {};
  return typeof margin === 'number' ? { abs: margin } : margin;
}

/** `accuracy-regression`, with the slices it looks at. */
export function regressionIdParts(rule: RegressionRule): string[] {
  return [rule.metric, rule.mode === 'superiority' ? 'superiority' : 'regression', ...placesOf(rule)];
}

/** The effective margin is the larger of the two parts, so neither may grow and none may be added. */
const isSmallerMargin: IsTighter = (narrower, base) => {
  const [a, b] = [narrower as Margin, base as Margin];
  return (a.abs ?? 0) <= (b.abs ?? 0) && (a.rel ?? 0) <= (b.rel ?? 0);
};
const isLargerGain: IsTighter = (narrower, base) => isSmallerMargin(base, narrower);

/** Of statistics that only warn, or that pass by finding nothing, more slices or more confidence may let something pass. */
export function regressionTightening(base: RegressionRule, narrower: RegressionRule): Tightening {
  const classes: Tightening = leavesSmallAlone(narrower) ? { minPositives: atLeast, minNegatives: atLeast } : {};
  const tightening: Tightening = {
    ...slicedTightening(base, narrower),
    ...classes,
    margin: base.mode === 'superiority' ? isLargerGain : isSmallerMargin,
    minEvidence: among(EVIDENCE_LEVELS.toReversed()),
    onMissingIncumbentSlice: among(['inconclusive', 'threshold_only']),
    suspiciousGain: atMost,
    whereReported: (narrower, wider) => wider === true || narrower !== true,
  };
  const warns = narrower.onInconclusive === 'warn';
  const mayHide = base.mode !== 'point' && (warns || base.mode === 'no_detected_regression');
  return mayHide ? without(tightening, 'slices', 'slicesOf', 'confidence') : tightening;
}
