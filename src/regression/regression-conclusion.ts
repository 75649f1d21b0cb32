import { benjaminiHochberg, holm } from '../statistics/multiplicity.js';
import { deltaAtLeast } from '../evidence/compare.js';
import { isAtLeast } from '../evidence/estimate-difference.js';
import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { type EvidenceLevel } from '../evidence/gate-evidence.js';
import { formatCount } from '../measures/gate-message.js';
import { type MeasureOutcome, type Observed } from '../measures/gate-outcome.js';
import { type RegressionMode, type RegressionRule } from '../policy-document/gate-policy.js';
import { concludeMeasure, faultyMeasure } from '../measures/measure-outcome.js';
import { type OpenComparison } from './regression-comparison.js';
import { describeComparison } from './regression-message.js';
import { type RuleContext } from '../measures/rule-context.js';
import { uncounted } from '../measures/slice-size.js';
import { judgeDifference, orientDifference, type OrientedDifference, rowsNeeded } from './statistical-verdict.js';

type Statistical = Exclude<RegressionMode, 'point'>;

/** Judges the open comparisons of a rule together, since the correction for many slices needs them all; `submitted` is the level of evidence given for any slice. */
export function concludeComparisons(
  rule: RegressionRule,
  context: RuleContext,
  open: readonly OpenComparison[],
  submitted: EvidenceLevel,
): MeasureOutcome[] {
  const { mode } = rule;
  if (mode === 'point') return open.map((comparison) => concludePoint(rule, context, comparison));
  const alpha = 1 - rule.confidence;
  const oriented = open.map(({ difference, base, sign }) =>
    difference === null ? null : orientDifference(difference, base.observed.delta ?? 0, sign, alpha),
  );
  const adjusted = adjust(
    rule,
    oriented.map((difference) => difference?.p ?? null),
  );
  return open.map((comparison, at) => {
    const weak = tooWeak(rule, comparison, submitted);
    const difference = oriented[at] ?? null;
    if (weak !== undefined || difference === null) return faultyMeasure(comparison.base, weak ?? TOO_FEW_REPLICATES);
    return concludeStatistical(rule, mode, context, comparison, difference, adjusted[at] ?? null);
  });
}

function adjust(rule: RegressionRule, family: readonly (number | null)[]): (number | null)[] {
  if (rule.multiplicity === 'none') return [...family];
  return rule.multiplicity === 'bh' ? benjaminiHochberg(family) : holm(family);
}

function concludePoint(rule: RegressionRule, context: RuleContext, comparison: OpenComparison): MeasureOutcome {
  const { base, own, theirs, margin, sign, key, definition } = comparison;
  const sentence = describeComparison(rule, base.slice, base.observed, margin, definition);
  const gain = rule.suspiciousGain;
  if (!deltaAtLeast(own, theirs, sign, -margin, context.policy.defaults.equalityEpsilon)) {
    return concludeMeasure(base, 'FAIL', 'REGRESSION', sentence);
  }
  if (isSuspicious(base.observed, gain)) return suspicious(comparison, sentence);
  const unknown = uncounted(key, base.observed.count ?? null, rule.minSliceSize);
  return unknown === undefined
    ? concludeMeasure(base, 'PASS', 'WITHIN_MARGIN', sentence)
    : faultyMeasure(base, unknown);
}

function concludeStatistical(
  rule: RegressionRule,
  mode: Statistical,
  context: RuleContext,
  comparison: OpenComparison,
  oriented: OrientedDifference,
  adjustedP: number | null,
): MeasureOutcome {
  const { sign, theirs, margin, definition, difference, key } = comparison;
  const alpha = 1 - rule.confidence;
  const { equalityEpsilon: epsilon } = context.policy.defaults;
  const verdict = judgeDifference({
    mode,
    difference: oriented,
    adjustedP,
    alpha,
    margin,
    incumbent: sign * theirs,
    epsilon,
  });
  const observed = addStatistics(comparison, oriented, adjustedP);
  const count = observed.count ?? null;
  const needed =
    verdict.status === 'INCONCLUSIVE' && difference !== null ? rowsNeeded(difference, count, margin, alpha) : undefined;
  const { base } = comparison;
  base.basis = `${difference?.method ?? 'comparison'}, ${difference?.level === 'paired' ? 'paired, ' : ''}${formatCount(count)}`;
  if (difference !== null) base.evidenceLevel = difference.level;
  const how = difference?.level === 'paired' ? 'paired' : 'unpaired';
  const sentence = describeComparison(rule, base.slice, observed, margin, definition, {
    method: how,
    ...verdict,
    neededN: needed,
  });
  if (verdict.status === 'PASS' && isSuspicious(observed, rule.suspiciousGain)) return suspicious(comparison, sentence);
  const unknown = verdict.status === 'PASS' ? uncounted(key, count, rule.minSliceSize, mode) : undefined;
  if (unknown !== undefined) return faultyMeasure(base, unknown);
  const outcome = concludeMeasure(
    base,
    verdict.status,
    verdict.reasonCode,
    sentence,
    remedy(verdict.status, needed, how),
  );
  if (needed !== undefined) outcome.neededN = needed;
  return outcome;
}

/** Adds bounds and p-values to the numbers of a measure that nobody has seen yet. */
function addStatistics(
  { base, sign, difference }: OpenComparison,
  { bounds, p, mde }: OrientedDifference,
  adjustedP: number | null,
): Observed {
  const { observed } = base;
  observed.lower = sign === 1 ? bounds.lower : -bounds.upper + 0;
  observed.upper = sign === 1 ? bounds.upper : -bounds.lower + 0;
  if (difference !== null) observed.standardError = difference.estimate.standardError;
  if (p !== null) observed.p = p;
  if (adjustedP !== null) observed.pAdjusted = adjustedP;
  observed.minimumDetectableEffect = mde;
  return observed;
}

function remedy(status: string, needed: number | undefined, how: string): string | undefined {
  if (status !== 'INCONCLUSIVE') return undefined;
  const pair =
    how === 'paired' ? '' : ' Paired evidence, computed on the same rows for both versions, needs far fewer.';
  return needed === undefined ? `Measure on more rows.${pair}` : `Measure on about ${needed} rows.${pair}`;
}

function isSuspicious({ improvement = 0 }: Observed, gain: number | undefined): boolean {
  return gain !== undefined && improvement > gain;
}

function suspicious({ base }: OpenComparison, sentence: string): MeasureOutcome {
  const remediation = 'So large a gain usually means that labels leaked into the features; check before promoting.';
  return concludeMeasure(
    base,
    'INCONCLUSIVE',
    'SUSPICIOUS_IMPROVEMENT',
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
  const level = difference?.level ?? 'point';
  const needed = isAtLeast(rule.minEvidence, strongest) ? rule.minEvidence : strongest;
  if (difference !== null && isAtLeast(level, needed)) return undefined;
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
