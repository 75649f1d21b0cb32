import { binaryMetric } from '../evidence/metric-names.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { likelyDirection } from '../evidence/likely-direction.js';
import { isOverall, sliceKey } from '../evidence/slice-key.js';
import { deadCrons, freezeList } from './freeze-policy.js';
import { formatMargin, groupThousands } from '../outcome/gate-message.js';
import { type RegressionRule } from '../kinds/regression/regression-rule.js';
import { type GateRule, type SingleRule } from '../kinds/rule-kinds.js';
import { type ThresholdRule } from '../kinds/threshold/threshold-rule.js';
import { GATED_STAGES, type GatedStage, type GatePolicy } from './gate-policy.js';
import { POWER } from '../kinds/regression/rows-needed.js';
import { POWER_GUARD } from '../kinds/regression/statistical-verdict.js';
import { sampleSize, zeroDisagreementDetectableN, zeroDisagreementN } from '../statistics/power.js';

/** Something a valid policy demands that evidence can hardly meet. */
export interface PolicyAdvice {
  stage: GatedStage;
  /** The rule that is meant; `freeze` where it is the freeze of the stage. */
  ruleId: string;
  code: 'MARGIN_NEEDS_LARGER_SLICES' | 'LIMIT_ON_GOOD_SIDE' | 'FREEZE_NEVER_HOLDS';
  message: string;
  remediation: string;
  /** Fewest rows of a slice on which the margin can be shown at all. */
  rows?: number;
}

type Advice = Omit<PolicyAdvice, 'stage' | 'ruleId'>;

/** Metrics whose every row counts, so that Bonett–Price has all rows of a slice to go by. */
const OF_ALL_ROWS: ReadonlySet<string | undefined> = new Set(['accuracy', 'error_rate']);
/** A share of rows on which two models that are close, and still two, commonly disagree. */
const USUAL_DISAGREEMENT = 0.1;

/**
 * What the author of a policy should know before its first judgement: margins that no slice it admits can show (gates S14), and
 * limits that hold back only what is better, and windows that never come.
 */
export function advisePolicy({ stages, metrics }: GatePolicy): PolicyAdvice[] {
  return GATED_STAGES.flatMap((stage) => [
    ...singleRules(stages[stage]?.rules ?? []).flatMap((rule) => {
      const advice = adviseRule(rule, metrics);
      return advice === undefined ? [] : [{ stage, ruleId: rule.id, ...advice }];
    }),
    ...freezeList(stages[stage]?.freeze).flatMap((freeze) => deadCrons(freeze).map((cron) => adviseCron(stage, cron))),
  ]);
}

function adviseCron(stage: GatedStage, cron: string): PolicyAdvice {
  return {
    stage,
    ruleId: 'freeze',
    code: 'FREEZE_NEVER_HOLDS',
    message: `The cron "${cron}" never comes, so its window freezes nothing.`,
    remediation: 'Correct its day and month, or take the window out.',
  };
}

function singleRules(rules: readonly GateRule[]): SingleRule[] {
  return rules.flatMap((rule) => (rule.kind === 'group' ? rule.rules : [rule]));
}

function adviseRule(rule: SingleRule, metrics: GatePolicy['metrics']): Advice | undefined {
  if (rule.kind === 'regression') return adviseSlices(rule, metrics[rule.metric]);
  return rule.kind === 'threshold' ? adviseLimit(rule, metrics[rule.metric]) : undefined;
}

function adviseLimit(
  { metric, min, max }: ThresholdRule,
  definition: MetricDefinition | undefined,
): Advice | undefined {
  const direction = definition?.direction;
  const [better, worse] = direction === 'lower' ? [min, max] : [max, min];
  if (direction === undefined || direction === 'none' || better === undefined || worse !== undefined) return undefined;
  const [said, meant] = direction === 'lower' ? ['min', 'max'] : ['max', 'min'];
  const likely = likelyDirection(metric);
  const doubt =
    likely === undefined || likely === direction ? '' : ` Is ${metric} better when ${likely}? Then declare that.`;
  return {
    code: 'LIMIT_ON_GOOD_SIDE',
    message: `${metric} is better when ${direction}, so ${said} ${better} alone holds back models that are too good and none that is bad.`,
    remediation: `Say ${meant} if a limit on bad models is meant; where a gain is to be doubted, suspiciousGain of a regression rule says so.${doubt}`,
  };
}

/** Whether a rule has to be shown no worse than its margin by bounds. */
function boundsMargin({ mode }: RegressionRule): boolean {
  return mode === 'non_inferiority' || mode === 'no_detected_regression';
}

function adviseSlices(rule: RegressionRule, definition: MetricDefinition | undefined): Advice | undefined {
  if (definition === undefined || !boundsMargin(rule) || !OF_ALL_ROWS.has(binaryMetric(rule.metric))) return undefined;
  if (rule.slicesOf.length === 0 && rule.slices.every((slice) => isOverall(sliceKey(slice)))) return undefined;
  const rates = { alpha: 1 - rule.confidence, power: POWER };
  const margin = largestMargin(rule);
  const detectable = POWER_GUARD * margin;
  const detects = rule.mode === 'no_detected_regression';
  const shown = zeroDisagreementN(margin, rates.alpha);
  const seen = detects ? zeroDisagreementDetectableN(detectable, rates) : shown;
  if (shown === null || seen === null) return undefined;
  const rows = Math.min(shown, seen);
  if (rule.minSliceSize >= rows) return undefined;
  const usual = sampleSize(Math.sqrt(USUAL_DISAGREEMENT), detects ? detectable : margin, rates)!;
  const confidence = Number((rule.confidence * 100).toFixed(2));
  return {
    code: 'MARGIN_NEEDS_LARGER_SLICES',
    message:
      `Fewer than ${groupThousands(rows)} rows cannot show that an equally good model keeps a margin of ${formatMargin(margin, definition)} at ${confidence} % confidence, ` +
      `not even when both always agree, and minSliceSize has slices of ${groupThousands(rule.minSliceSize)} rows judged. ` +
      `Where they disagree on a tenth of the rows it takes about ${groupThousands(Math.ceil(usual))}.`,
    remediation: `Raise minSliceSize to ${rows} or more, so that smaller slices are pooled or left out, or widen the margin.`,
    rows,
  };
}

/** The margin in force where the incumbent's value is 1, the largest a share can have. */
function largestMargin({ margin: { abs = 0, rel = 0 } }: RegressionRule): number {
  return Math.max(abs, rel);
}
