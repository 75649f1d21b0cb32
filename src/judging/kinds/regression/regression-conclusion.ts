import { REGRESSION_CODES } from './regression-reasons.js';
import { methodName, methodOf } from '../../statistics/methods.js';
import { benjaminiHochberg, holm } from '../../statistics/multiplicity.js';
import { deltaAtLeast } from '../../evidence/compare.js';
import { isAtLeast } from '../../evidence/estimate-difference.js';
import { type EvidenceFault } from '../../evidence/choose-evidence.js';
import { type EvidenceLevel } from '../../evidence/gate-evidence.js';
import { formatCount, formatMeasure, groupThousands } from '../../outcome/gate-message.js';
import { type MeasureOutcome, type Observed } from '../../outcome/gate-outcome.js';
import { type RegressionMode } from './regression-mode.js';
import { type RegressionRule } from './regression-rule.js';
import { concludeMeasure, faultyMeasure } from '../../outcome/measure-outcome.js';
import { type Comparison, type OpenComparison } from './regression-comparison.js';
import { turningPoint } from '../../outcome/turning-point.js';
import { uncounted } from '../../context/slice-size.js';
import { judgeDifference, orientDifference, type OrientedDifference, rowsNeeded } from './statistical-verdict.js';

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
  const adjusted = adjust(
    rule,
    oriented.map((difference) => difference?.p ?? null),
  );
  return open.map((opened, at) => {
    const weak = tooWeak(rule, opened, submitted);
    const difference = oriented[at] ?? null;
    if (weak !== undefined || difference === null) return faultyMeasure(opened.base, weak ?? TOO_FEW_REPLICATES);
    return concludeStatistical(comparison, mode, opened, difference, adjusted[at] ?? null);
  });
}

function adjust(rule: RegressionRule, family: readonly (number | null)[]): (number | null)[] {
  if (rule.multiplicity === 'none') return [...family];
  return rule.multiplicity === 'bh' ? benjaminiHochberg(family) : holm(family);
}

function concludePoint({ rule, context, definition, sign, tell }: Comparison, opened: OpenComparison): MeasureOutcome {
  const { base, own, theirs, margin, key } = opened;
  const sentence = tell(base.slice, base.observed, margin);
  const gain = rule.suspiciousGain;
  if (!deltaAtLeast(own, theirs, sign, -margin, context.equalityEpsilon)) {
    const change = theirs - sign * margin - own;
    const remediation = turningPoint(base.metric, base.slice, own, change, definition);
    return concludeMeasure(base, 'FAIL', REGRESSION_CODES.REGRESSION, sentence, remediation);
  }
  if (isSuspicious(base.observed, gain)) return suspicious(opened, sentence);
  const unknown = uncounted(key, base.observed.count ?? null, rule.minSliceSize);
  return unknown === undefined
    ? concludeMeasure(base, 'PASS', REGRESSION_CODES.WITHIN_MARGIN, sentence)
    : faultyMeasure(base, unknown);
}

function concludeStatistical(
  { rule, context, definition, sign, tell }: Comparison,
  mode: Statistical,
  opened: OpenComparison,
  oriented: OrientedDifference,
  adjustedP: number | null,
): MeasureOutcome {
  const { theirs, margin, difference, key, base } = opened;
  const alpha = 1 - rule.confidence;
  const { equalityEpsilon: epsilon } = context;
  const incumbent = sign * theirs;
  const isPaired = difference?.level === 'paired';
  const verdict = judgeDifference({
    mode,
    difference: oriented,
    adjustedP,
    alpha,
    margin,
    incumbent,
    epsilon,
  });
  const observed = withStatistics(base.observed, sign, oriented, adjustedP);
  base.observed = observed;
  const count = observed.count ?? null;
  const needed =
    verdict.status === 'INCONCLUSIVE' && difference !== null ? rowsNeeded(difference, count, margin, alpha) : undefined;
  const how = isPaired ? 'paired' : 'unpaired';
  const method = difference === null ? 'comparison' : methodName(difference.method);
  base.basis = `${method}, ${how === 'paired' ? 'paired, ' : ''}${formatCount(count)}`;
  if (difference !== null) {
    base.evidenceLevel = difference.level;
    base.method = methodOf(difference.method);
  }
  const { reasonCode } = verdict;
  const sentence = tell(base.slice, observed, margin, { method: how, reasonCode, neededN: needed });
  if (verdict.status === 'PASS' && isSuspicious(observed, rule.suspiciousGain)) return suspicious(opened, sentence);
  const unknown = verdict.status === 'PASS' ? uncounted(key, count, rule.minSliceSize, true) : undefined;
  if (unknown !== undefined) return faultyMeasure(base, unknown);
  const remediation =
    verdict.status === 'FAIL'
      ? turningPoint(base.metric, base.slice, opened.own, sign * missing(mode, oriented, margin), definition)
      : remedy(verdict.status, formatMeasure(base.metric, base.slice), needed, how);
  const outcome = concludeMeasure(base, verdict.status, reasonCode, sentence, remediation);
  if (needed !== undefined) outcome.neededN = needed;
  return outcome;
}

/** The numbers of a measure with bounds and p-values; written as one literal, since a judgement keeps thousands of them. */
function withStatistics(
  { challenger, incumbent, delta, improvement, count }: Observed,
  sign: 1 | -1,
  { bounds, p, mde, estimate }: OrientedDifference,
  pAdjusted: number | null,
): Observed {
  const lower = sign === 1 ? bounds.lower : -bounds.upper + 0;
  const upper = sign === 1 ? bounds.upper : -bounds.lower + 0;
  const { standardError } = estimate;
  const seen = { challenger, incumbent, count, delta, improvement, lower, upper, standardError };
  if (p === null || pAdjusted === null) return { ...seen, minimumDetectableEffect: mde };
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

function remedy(status: string, where: string, needed: number | undefined, how: string): string | undefined {
  if (status !== 'INCONCLUSIVE') return undefined;
  const pair =
    how === 'paired' ? '' : ' Paired evidence, computed on the same rows for both versions, needs far fewer.';
  return `Measure ${where} with ${needed === undefined ? 'more' : `about ${groupThousands(needed)}`} rows.${pair}`;
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
