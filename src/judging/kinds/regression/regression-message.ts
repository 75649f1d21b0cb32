import { REGRESSION_CODES } from './regression-reasons.js';
import { decimalsOf, type ToldNumbers, writeAlike } from '../../outcome/alike-numbers.js';
import { formatCount, formatMeasure, groupThousands } from '../../outcome/gate-message.js';
import { type Outlook } from './rows-needed.js';
import { type RegressionRule } from './regression-rule.js';
import { type Observed } from '../../outcome/gate-outcome.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { type ReasonCode } from '../../verdict/reasons.js';
import { type Slice } from '../../evidence/slice-key.js';

/** Bounds as a sentence tells them, at the level that its verdict was reached at. */
export interface ToldBounds {
  lower: number;
  upper: number;
  /** One-sided error of each. */
  alpha: number;
  /** Measures of the rule that the level was corrected for; 1 where it was not. */
  family: number;
}

/** What the statistics of a comparison came to, as far as a sentence tells it. */
export interface ToldStatistics extends Outlook {
  method: string;
  reasonCode: ReasonCode;
  /** Absent where the evidence gives none. */
  bounds?: ToldBounds;
  /** Whether the bounds keep the margin and the losses are yet too few to be believed. */
  isTooFewLosses?: boolean;
}

/** Says a comparison in a sentence: both values, the difference with its bounds, what was allowed, and why it ended so. */
export type TellComparison = (slice: Slice, observed: Observed, margin: number, statistics?: ToldStatistics) => string;

/** The sentences of one rule; what all of them share is written once. */
export function comparisonTeller(rule: RegressionRule, definition: MetricDefinition): TellComparison {
  const stated = rule.margin.abs;
  const statedDecimals = stated === undefined ? 0 : decimalsOf(stated, definition);
  const ending = rememberLast((allowed, reasonCode) => endingOf(rule, definition, allowed, reasonCode));
  const levelName = levelTeller(rule);
  return (slice, { challenger, incumbent, delta = 0, count }, margin, statistics) => {
    const bounds = statistics?.bounds;
    const numbers: ToldNumbers = {
      values: [challenger ?? 0, incumbent ?? 0],
      differences: bounds === undefined ? [delta] : [delta, bounds.lower, bounds.upper],
      limit: margin,
      statedDecimals: margin === stated ? statedDecimals : 0,
    };
    const { values, differences, limit } = writeAlike(numbers, definition);
    const allowed = margin === 0 ? '' : limit;
    const [moved = '', lower = '', upper = ''] = differences;
    const within = bounds === undefined ? '' : `${levelName(bounds)}${lower} … ${upper}, `;
    const how = statistics === undefined ? ').' : `, ${statistics.method}).`;
    const measure = formatMeasure(rule.metric, slice);
    const further = statistics === undefined ? '' : furtherOf(rule, definition, allowed, statistics);
    const end = ending(allowed, statistics?.reasonCode);
    // Joined, not added: thousands of kept sentences are half the size as flat text.
    const told = [
      measure,
      ': ',
      values[0],
      ' vs ',
      values[1],
      ' (',
      moved,
      ', ',
      within,
      formatCount(count),
      how,
      end,
      further,
    ];
    return told.join('');
  };
}

/** Names the levels of bounds; most measures of a rule have one of two, so each is written out once. */
function levelTeller(rule: RegressionRule): (bounds: ToldBounds) => string {
  const names = new Map<number, string>();
  return (bounds) => {
    let name = names.get(bounds.alpha);
    if (name === undefined) names.set(bounds.alpha, (name = boundsName(rule, bounds)));
    return name;
  };
}

/** What follows what is known: the power of a test that found nothing, and what more rows would do. */
function furtherOf(
  rule: RegressionRule,
  definition: MetricDefinition,
  allowed: string,
  { reasonCode, bounds, neededN, isOutOfReach, isTooFewLosses }: ToldStatistics,
): string {
  if (reasonCode === REGRESSION_CODES.NO_REGRESSION_DETECTED && bounds !== undefined)
    return ` ${SEEN} at a level of ${percent(bounds.alpha)} %${correctionOf(rule, bounds)}.`;
  const further = isTooFewLosses === true ? TOO_FEW_LOSSES : '';
  if (isOutOfReach === true) return further + (rule.mode === 'superiority' ? NO_GAIN : TOO_LARGE);
  if (neededN === undefined) return further;
  return `${further} Would need n ≈ ${groupThousands(neededN)}${wishOf(rule, definition, allowed)}`;
}

const SEEN = 'One of twice the allowance would have been seen with a power of 80 %';
const TOO_FEW_LOSSES = ' So few losses are not yet rare enough to rule a loss of all that is allowed out.';
const TOO_LARGE = ' The observed difference itself is too large: more rows like these would not show it.';
const NO_GAIN = ' The observed difference does not reach the gain: more rows like these would not show it.';

/** `95 % bounds `, or at a level corrected for many measures, which is named. */
function boundsName(rule: RegressionRule, bounds: ToldBounds): string {
  return `${percent(1 - bounds.alpha)} % bounds${correctionOf(rule, bounds)} `;
}

function correctionOf({ multiplicity }: RegressionRule, { family }: ToldBounds): string {
  if (family === 1) return '';
  return ` (${multiplicity === 'bh' ? 'Benjamini–Hochberg' : 'Holm'} over ${family} measures)`;
}

/** Three digits of what is left of 100 %, so that 99.995 % is not told as 100 %. */
function percent(share: number): number {
  const rest = Math.min(share, 1 - share) * 100;
  const decimals = rest > 0 ? Math.min(12, Math.max(2, 2 - Math.floor(Math.log10(rest)))) : 2;
  return Number((share * 100).toFixed(decimals));
}

/** Remembers the texts of the last allowance by reason: most rules hold every slice to one margin. */
function rememberLast(
  make: (allowed: string, reasonCode: ReasonCode | undefined) => string,
): (allowed: string, reasonCode: ReasonCode | undefined) => string {
  let last: string | undefined;
  const texts = new Map<ReasonCode | undefined, string>();
  return (allowed, reasonCode) => {
    if (allowed !== last) texts.clear();
    last = allowed;
    let text = texts.get(reasonCode);
    if (text === undefined) texts.set(reasonCode, (text = make(allowed, reasonCode)));
    return text;
  };
}

function endingOf(
  rule: RegressionRule,
  definition: MetricDefinition,
  allowed: string,
  reasonCode?: ReasonCode,
): string {
  const said = reasonCode === undefined ? '' : (CONCLUSIONS[reasonCode] ?? '');
  return ` ${demand(rule, allowed, definition)}${said === '' ? '' : ` ${said}`}`;
}

function demand(rule: RegressionRule, allowed: string, definition: MetricDefinition): string {
  if (rule.mode === 'superiority') return allowed === '' ? 'Required: better.' : `Required gain ${allowed}.`;
  const worsening = definition.direction === 'lower' ? 'rise' : 'drop';
  return allowed === '' ? `No ${worsening} allowed.` : `Allowed ${worsening} ${allowed}.`;
}

const CONCLUSIONS: Readonly<Record<string, string>> = {
  SUPERIOR: 'Shown to be better.',
  NON_INFERIOR: 'Shown to be no worse than allowed.',
  WORSE_WITHIN_MARGIN: 'Worse, but shown to be within what is allowed.',
  NO_REGRESSION_DETECTED: 'No regression detected.',
  REGRESSION: 'Worse than allowed and statistically significant.',
  NOT_SUPERIOR: 'Shown not to reach the gain.',
  NOT_SHOWN: 'The data neither show nor rule it out.',
  UNDERPOWERED: 'The data are too few to see a regression.',
  NO_VARIATION: 'Too few rows tell the versions apart to say how uncertain the difference is.',
  DEGENERATE_VARIANCE: 'The difference shows no variation, so its uncertainty is unknown.',
};

function wishOf(rule: RegressionRule, definition: MetricDefinition, allowed: string): string {
  const worsening = definition.direction === 'lower' ? 'rise' : 'drop';
  return ` to show ${rule.mode === 'superiority' ? 'the gain' : `a ${worsening} of at most ${allowed}`}.`;
}
