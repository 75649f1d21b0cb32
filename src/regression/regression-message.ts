import {
  formatCount,
  formatDelta,
  formatMargin,
  formatMeasure,
  formatValues,
  groupThousands,
} from '../measures/gate-message.js';
import { type RegressionRule } from '../policy-document/gate-policy.js';
import { type Observed } from '../measures/gate-outcome.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { type Slice } from '../evidence/slice-key.js';

/** What the statistics of a comparison came to, as far as a sentence tells it. */
export interface ToldStatistics {
  method: string;
  reasonCode: string;
  neededN: number | undefined;
}

/** Says a comparison in a sentence: both values, the difference with its bounds, what was allowed, and why it ended so. */
export type TellComparison = (slice: Slice, observed: Observed, margin: number, statistics?: ToldStatistics) => string;

/** The sentences of one rule; what all of them share is written once. */
export function comparisonTeller(rule: RegressionRule, definition: MetricDefinition): TellComparison {
  const bounds = `, ${Number((rule.confidence * 100).toFixed(2))} % bounds `;
  const ending = rememberLast((margin, reasonCode: string | undefined) =>
    endingOf(rule, definition, margin, reasonCode),
  );
  const wish = rememberLast((margin) => wishOf(rule, definition, margin));
  return (slice, { challenger, incumbent, delta = 0, count, lower, upper }, margin, statistics) => {
    const [a, b] = formatValues(challenger ?? 0, incumbent ?? 0, definition);
    const where = formatMeasure(rule.metric, slice);
    const moved = formatDelta(delta, definition, margin);
    const end = ending(margin, statistics?.reasonCode);
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
      parts.push(' Would need n ≈ ', groupThousands(statistics.neededN), wish(margin, undefined));
    // Joined, not added: thousands of kept sentences are half the size as flat text.
    return parts.join('');
  };
}

/** Remembers the last margin and its texts by reason: most rules hold every slice to one margin. */
function rememberLast(
  make: (margin: number, reasonCode: string | undefined) => string,
): (margin: number, reasonCode: string | undefined) => string {
  let last = Number.NaN;
  const texts = new Map<string | undefined, string>();
  return (margin, reasonCode) => {
    if (margin !== last) texts.clear();
    last = margin;
    let text = texts.get(reasonCode);
    if (text === undefined) texts.set(reasonCode, (text = make(margin, reasonCode)));
    return text;
  };
}

function endingOf(rule: RegressionRule, definition: MetricDefinition, margin: number, reasonCode?: string): string {
  const said = reasonCode === undefined ? '' : (CONCLUSIONS[reasonCode] ?? '');
  return ` ${demand(rule, margin, definition)}${said === '' ? '' : ` ${said}`}`;
}

function demand(rule: RegressionRule, margin: number, definition: MetricDefinition): string {
  const worsening = definition.direction === 'lower' ? 'rise' : 'drop';
  if (rule.mode === 'superiority')
    return margin === 0 ? 'Required: better.' : `Required gain ${formatMargin(margin, definition)}.`;
  return margin === 0 ? `No ${worsening} allowed.` : `Allowed ${worsening} ${formatMargin(margin, definition)}.`;
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

function wishOf(rule: RegressionRule, definition: MetricDefinition, margin: number): string {
  const what =
    rule.mode === 'superiority'
      ? 'the gain'
      : `a ${definition.direction === 'lower' ? 'rise' : 'drop'} of at most ${formatMargin(margin, definition)}`;
  return ` to show ${what}.`;
}
