import {
  formatAllowance,
  formatCount,
  formatDelta,
  formatMargin,
  formatMeasure,
  formatValues,
  groupThousands,
} from '../../outcome/gate-message.js';
import { type RegressionRule } from './regression-rule.js';
import { type Observed } from '../../outcome/gate-outcome.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { type ReasonCode } from '../../verdict/reasons.js';
import { type Slice } from '../../evidence/slice-key.js';

/** What the statistics of a comparison came to, as far as a sentence tells it. */
export interface ToldStatistics {
  method: string;
  reasonCode: ReasonCode;
  neededN: number | undefined;
}

/** Says a comparison in a sentence: both values, the difference with its bounds, what was allowed, and why it ended so. */
export type TellComparison = (slice: Slice, observed: Observed, margin: number, statistics?: ToldStatistics) => string;

/** The sentences of one rule; what all of them share is written once. */
export function comparisonTeller(rule: RegressionRule, definition: MetricDefinition): TellComparison {
  const bounds = `, ${Number((rule.confidence * 100).toFixed(2))} % bounds `;
  const stated = rule.margin.abs;
  const statedText = stated === undefined ? '' : formatMargin(stated, definition);
  const ending = rememberLast((allowed, reasonCode) => endingOf(rule, definition, allowed, reasonCode));
  const wish = rememberLast((allowed) => wishOf(rule, definition, allowed));
  return (slice, { challenger, incumbent, delta = 0, count, lower, upper }, margin, statistics) => {
    const [a, b] = formatValues(challenger ?? 0, incumbent ?? 0, definition);
    const where = formatMeasure(rule.metric, slice);
    const moved = formatDelta(delta, definition, margin);
    const allowed =
      margin === 0 ? '' : margin === stated ? statedText : formatAllowance(margin, definition, Math.abs(delta));
    const end = ending(allowed, statistics?.reasonCode);
    const parts =
      statistics === undefined || lower === undefined || upper === undefined
        ? [where, ': ', a, ' vs ', b, ' (', moved, ', ', formatCount(count), ').', end]
        : [
            where,
            ': ',
            a,
            ' vs ',
            b,
            ' (',
            moved,
            bounds,
            formatDelta(lower, definition, margin),
            ' … ',
            formatDelta(upper, definition, margin),
            ', ',
            formatCount(count),
            ', ',
            statistics.method,
            ').',
            end,
          ];
    if (statistics?.neededN !== undefined)
      parts.push(' Would need n ≈ ', groupThousands(statistics.neededN), wish(allowed, undefined));
    // Joined, not added: thousands of kept sentences are half the size as flat text.
    return parts.join('');
  };
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
  NO_REGRESSION_DETECTED: 'No regression detected, and one beyond twice the allowance would have been seen.',
  REGRESSION: 'Worse than allowed and statistically significant.',
  NOT_SUPERIOR: 'Shown not to reach the gain.',
  NOT_SHOWN: 'The data neither show nor rule it out.',
  UNDERPOWERED: 'The data are too few to see a regression.',
  DEGENERATE_VARIANCE: 'The difference shows no variation, so its uncertainty is unknown.',
};

function wishOf(rule: RegressionRule, definition: MetricDefinition, allowed: string): string {
  const worsening = definition.direction === 'lower' ? 'rise' : 'drop';
  return ` to show ${rule.mode === 'superiority' ? 'the gain' : `a ${worsening} of at most ${allowed}`}.`;
}
