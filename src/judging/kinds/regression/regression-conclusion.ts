import { REGRESSION_CODES } from './regression-reasons.js';
import { type MethodId, methodName, methodOf } from '../../statistics/methods.js';
import { benjaminiHochberg, holm } from '../../statistics/multiplicity.js';
import { deltaAtLeast } from '../../evidence/compare.js';
import { type Difference } from '../../evidence/difference.js';
import { type Bounds } from '../../statistics/estimate.js';
import { isAtLeast } from '../../evidence/estimate-difference.js';
import { type EvidenceFault } from '../../evidence/choose-evidence.js';
import { type EvidenceLevel } from '../../evidence/gate-evidence.js';
import { formatCount, formatMeasure, groupThousands } from '../../outcome/gate-message.js';
import { type MeasureOutcome, type Observed } from '../../outcome/gate-outcome.js';
import { type RegressionMode } from './regression-mode.js';
import { type RegressionRule, usualClassMinimum } from './regression-rule.js';
import { concludeMeasure, faultyMeasure } from '../../outcome/measure-outcome.js';
import { type Comparison, type OpenComparison } from './regression-comparison.js';
import { turningPoint } from '../../outcome/turning-point.js';
import { uncounted, uncountedClass } from '../../context/slice-size.js';
import {
  isWithinMargin,
  judgeDifference,
  orientDifference,
  type OrientedDifference,
  type StatisticalInput,
  turned,
} from './statistical-verdict.js';
import { type ToldBounds } from './regression-message.js';
import { type Outlook, outlookOf, POWER } from './rows-needed.js';
import { minimumDetectableEffect } from '../../statistics/power.js';
import { differenceBounds, type Unbounded } from '../../evidence/difference-bounds.js';
import { type ReasonCode } from '../../verdict/reasons.js';

type Statistical = Exclude<RegressionMode, 'point'>;

/** Judges the open comparisons of a rule together, since the correction for many slices needs them all; `submitted` is the level of evidence given for any slice. */
export function concludeComparisons(
  comparison: Comparison,
  open: readonly OpenComparison[],
  submitted: EvidenceLevel,
): MeasureOutcome[] {
  const { rule, sign } = comparison;
  const { mode } = rule;
  if (mode === 'point') return open.map((opened) => concludePoint(comparison, opened));
  const alpha = 1 - rule.confidence;
  const oriented = open.map(({ difference, base }) =>
    difference === null ? null : orientDifference(difference, base.observed.delta ?? 0, sign, alpha),
  );
  const family = oriented.map((one) => (one === null || typeof one === 'string' ? null : one.p));
  const adjusted = adjust(rule, family);
  const size = rule.multiplicity === 'none' ? 1 : Math.max(1, family.filter((p) => p !== null).length);
  return open.map((opened, at) => {
    const weak = tooWeak(rule, opened, submitted);
    const difference = oriented[at] ?? null;
    if (weak !== undefined || difference === null || difference === 'TOO_FEW_REPLICATES')
      return faultyMeasure(opened.base, weak ?? TOO_FEW_REPLICATES);
    if (typeof difference === 'string') return concludeUnbounded(comparison, opened, difference);
    return concludeStatistical(comparison, mode, opened, { difference, adjustedP: adjusted[at] ?? null, size });
  });
}

/** A difference among those of its rule: its corrected p, and how many they are. */
interface Tested {
  difference: OrientedDifference;
  adjustedP: number | null;
  size: number;
}

function adjust(rule: RegressionRule, family: readonly (number | null)[]): (number | null)[] {
  if (rule.multiplicity === 'none') return [...family];
  return rule.multiplicity === 'bh' ? benjaminiHochberg(family) : holm(family);
}

function concludePoint(comparison: Comparison, opened: OpenComparison): MeasureOutcome {
  const { rule, context, definition, sign, tell } = comparison;
  const { base, own, theirs, margin } = opened;
  const sentence = tell(base.slice, base.observed, margin);
  const gain = rule.suspiciousGain;
  if (!deltaAtLeast(own, theirs, sign, -margin, context.equalityEpsilon)) {
    const change = theirs - sign * margin - own;
    const remediation = turningPoint(base.metric, base.slice, own, change, definition);
    return concludeMeasure(base, 'FAIL', REGRESSION_CODES.REGRESSION, sentence, remediation);
  }
  if (isSuspicious(base.observed, gain)) return suspicious(opened, sentence);
  const unknown = unknownSize(comparison, opened);
  return unknown === undefined
    ? concludeMeasure(base, 'PASS', REGRESSION_CODES.WITHIN_MARGIN, sentence)
    : faultyMeasure(base, unknown);
}

/** What nobody counted though the rule asks for it, so that a measure does not pass. */
function unknownSize({ rule, definition }: Comparison, { base, key, classes }: OpenComparison) {
  return (
    uncounted(key, base.observed.count ?? null, rule.minSliceSize, rule.mode !== 'point') ??
    uncountedClass(classes, rule, usualClassMinimum(definition.kind))
  );
}

/** Says what is known of a difference whose uncertainty is not. */
function concludeUnbounded(
  { tell }: Comparison,
  opened: OpenComparison,
  reasonCode: Exclude<Unbounded, 'TOO_FEW_REPLICATES'>,
): MeasureOutcome {
  const { base, margin } = opened;
  const how = restOn(opened);
  const sentence = tell(base.slice, base.observed, margin, { method: how, reasonCode });
  return concludeMeasure(base, 'INCONCLUSIVE', reasonCode, sentence, remedy(opened, how, {}));
}

function concludeStatistical(
  comparison: Comparison,
  mode: Statistical,
  opened: OpenComparison,
  tested: Tested,
): MeasureOutcome {
  const { rule, context, definition, sign, tell } = comparison;
  const { theirs, margin, base } = opened;
  const { difference: oriented, adjustedP, size } = tested;
  const alpha = 1 - rule.confidence;
  const mde = minimumDetectableEffect(oriented.estimate.standardError, { alpha: alpha / size, power: POWER });
  const epsilon = context.equalityEpsilon;
  const input = { mode, difference: oriented, adjustedP, alpha, mde, margin, incumbent: sign * theirs, epsilon };
  const { status, reasonCode } = judgeDifference(input);
  const observed = withStatistics(base.observed, sign, input);
  base.observed = observed;
  const count = observed.count ?? null;
  const how = restOn(opened);
  const isOpen = status === 'INCONCLUSIVE';
  const { neededN, isOutOfReach }: Outlook =
    isOpen && opened.difference !== null ? outlookOf(input, opened.difference, count) : {};
  const bounds = toldBounds(comparison, opened, tested, reasonCode);
  const isTooFewLosses = isOpen && mode !== 'superiority' && isWithinMargin(input);
  const statistics = { method: how, reasonCode, bounds, isTooFewLosses, neededN, isOutOfReach };
  const sentence = tell(base.slice, observed, margin, statistics);
  if (status === 'PASS' && isSuspicious(observed, rule.suspiciousGain)) return suspicious(opened, sentence);
  const unknown = status === 'PASS' ? unknownSize(comparison, opened) : undefined;
  if (unknown !== undefined) return faultyMeasure(base, unknown);
  const remediation =
    status === 'FAIL'
      ? turningPoint(base.metric, base.slice, opened.own, sign * missing(mode, oriented, margin), definition)
      : isOpen
        ? remedy(opened, how, { neededN, isOutOfReach })
        : undefined;
  const outcome = concludeMeasure(base, status, reasonCode, sentence, remediation);
  if (neededN !== undefined) outcome.neededN = neededN;
  return outcome;
}

/** Notes what a measure rests on, and answers how the versions were compared. */
function restOn({ base, difference }: OpenComparison): 'paired' | 'unpaired' {
  const isPaired = difference?.level === 'paired';
  base.basis = (difference === null ? 'comparison, ' : basisOf(difference)) + formatCount(base.observed.count);
  if (difference !== null) {
    base.evidenceLevel = difference.level;
    base.method = methodOf(difference.method);
  }
  return isPaired ? 'paired' : 'unpaired';
}

/** How a basis begins, by method; thousands of measures share a few. */
const BASES = { paired: new Map<MethodId, string>(), interval: new Map<MethodId, string>() };

function basisOf({ level, method }: Difference): string {
  const known = BASES[level];
  let text = known.get(method);
  if (text === undefined) known.set(method, (text = `${methodName(method)}, ${level === 'paired' ? 'paired, ' : ''}`));
  return text;
}

/** Verdicts that a measure reaches by its own bounds, without correction for the others of its rule. */
const BY_OWN_BOUNDS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  REGRESSION_CODES.SUPERIOR,
  REGRESSION_CODES.NON_INFERIOR,
  REGRESSION_CODES.WORSE_WITHIN_MARGIN,
  REGRESSION_CODES.NOT_SUPERIOR,
]);

/** The bounds at the level at which the verdict was reached: harm is looked for at one that is corrected for all measures of the rule. */
function toldBounds(
  { rule, sign }: Comparison,
  { base, difference }: OpenComparison,
  { difference: { bounds, p }, adjustedP, size }: Tested,
  reasonCode: ReasonCode,
): ToldBounds {
  const alpha = 1 - rule.confidence;
  if (size === 1 || rule.mode === 'superiority' || BY_OWN_BOUNDS.has(reasonCode) || difference === null)
    return toldAt(turned(bounds, sign), alpha, 1);
  const isLaterStep =
    reasonCode === REGRESSION_CODES.REGRESSION && p !== null && adjustedP !== null && p > alpha / size;
  const level = isLaterStep ? (alpha * p) / adjustedP : alpha / size;
  const corrected = differenceBounds(difference, base.observed.delta ?? 0, level);
  return typeof corrected === 'string' ? toldAt(turned(bounds, sign), alpha, 1) : toldAt(corrected, level, size);
}

function toldAt({ lower, upper }: Bounds, alpha: number, family: number): ToldBounds {
  return { lower, upper, alpha, family };
}

/** The numbers of a measure with bounds and p-values; written as one literal, since a judgement keeps thousands of them. */
function withStatistics(
  { challenger, incumbent, delta, improvement, count }: Observed,
  sign: 1 | -1,
  { difference: { bounds, p, estimate }, mde, adjustedP: pAdjusted }: StatisticalInput,
): Observed {
  const { lower, upper } = turned(bounds, sign);
  const { standardError } = estimate;
  if (p === null || pAdjusted === null) {
    const seen = { challenger, incumbent, count, delta, improvement, lower, upper, standardError };
    return { ...seen, minimumDetectableEffect: mde };
  }
  return {
    challenger,
    incumbent,
    count,
    delta,
    improvement,
    lower,
    upper,
    standardError,
    p,
    pAdjusted,
    minimumDetectableEffect: mde,
  };
}

/** How much better than it is the challenger would have to be, the spread of the differences being the same. */
function missing(mode: Statistical, { delta, bounds }: OrientedDifference, margin: number): number {
  if (mode === 'superiority') return margin - bounds.lower;
  return -margin - (mode === 'non_inferiority' ? bounds.lower : delta);
}

function remedy({ base }: OpenComparison, how: string, { neededN, isOutOfReach }: Outlook): string {
  const where = formatMeasure(base.metric, base.slice);
  if (isOutOfReach === true) return `Improve the model: more rows alone do not settle ${where} at this difference.`;
  const pair =
    how === 'paired' ? '' : ' Paired evidence, computed on the same rows for both versions, needs far fewer.';
  return `Measure ${where} with ${neededN === undefined ? 'more' : `about ${groupThousands(neededN)}`} rows.${pair}`;
}

function isSuspicious({ improvement = 0 }: Observed, gain: number | undefined): boolean {
  return gain !== undefined && improvement > gain;
}

function suspicious({ base }: OpenComparison, sentence: string): MeasureOutcome {
  const remediation = 'So large a gain usually means that labels leaked into the features; check before promoting.';
  return concludeMeasure(
    base,
    'INCONCLUSIVE',
    REGRESSION_CODES.SUSPICIOUS_IMPROVEMENT,
    `${sentence} Too good to be believed.`,
    remediation,
  );
}

/** Evidence below what the rule asks for, or below what was submitted for other slices, is never silently accepted. */
function tooWeak(
  rule: RegressionRule,
  { difference }: OpenComparison,
  strongest: EvidenceLevel,
): EvidenceFault | undefined {
  const needed = isAtLeast(rule.minEvidence, strongest) ? rule.minEvidence : strongest;
  if (difference !== null && (difference.level === 'paired' || isAtLeast(difference.level, needed))) return undefined;
  const level = difference?.level ?? 'point';
  const detail =
    isAtLeast(level, rule.minEvidence) && difference !== null
      ? 'other slices have paired evidence, this one has none'
      : `the evidence is of level ${level}, the rule needs ${needed === 'point' ? 'interval' : needed}`;
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'EVIDENCE_TOO_WEAK',
    detail,
    remediation:
      needed === 'paired'
        ? 'Submit paired evidence against the incumbent for this slice.'
        : 'Submit standard errors or confidence intervals, or better paired evidence, with the values.',
  };
}

const TOO_FEW_REPLICATES: EvidenceFault = {
  status: 'INCONCLUSIVE',
  reasonCode: 'EVIDENCE_TOO_WEAK',
  detail: 'there are too few replicates for this confidence',
  remediation: 'Submit at least 1,999 paired replicates.',
};
