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

/** The sentence of a comparison: both values, the difference with its bounds, what was allowed, and why it ended so. */
export function describeComparison(
  rule: RegressionRule,
  slice: Slice,
  observed: Observed,
  margin: number,
  definition: MetricDefinition,
  statistics?: { method: string; reasonCode: string; neededN?: number },
): string {
  const { challenger, incumbent, delta = 0, count } = observed;
  const [a, b] = formatValues(challenger ?? 0, incumbent ?? 0, definition);
  const moved = [
    formatDelta(delta, definition, margin),
    boundsOf(rule, observed, margin, definition),
    formatCount(count),
    statistics?.method ?? '',
  ];
  const head = `${formatMeasure(rule.metric, slice)}: ${a} vs ${b} (${moved.filter(Boolean).join(', ')}).`;
  const tail =
    statistics === undefined ? '' : conclusion(statistics.reasonCode, rule, margin, definition, statistics.neededN);
  return [head, demand(rule, margin, definition), tail].filter(Boolean).join(' ');
}

function boundsOf(
  rule: RegressionRule,
  { lower, upper }: Observed,
  margin: number,
  definition: MetricDefinition,
): string {
  if (lower === undefined || upper === undefined) return '';
  const confidence = Number((rule.confidence * 100).toFixed(2));
  return `${confidence} % bounds ${formatDelta(lower, definition, margin)} … ${formatDelta(upper, definition, margin)}`;
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

function conclusion(
  reasonCode: string,
  rule: RegressionRule,
  margin: number,
  definition: MetricDefinition,
  neededN?: number,
): string {
  const said = CONCLUSIONS[reasonCode] ?? '';
  if (neededN === undefined) return said;
  const what =
    rule.mode === 'superiority'
      ? 'the gain'
      : `a ${definition.direction === 'lower' ? 'rise' : 'drop'} of at most ${formatMargin(margin, definition)}`;
  return `${said} Would need n ≈ ${groupThousands(neededN)} to show ${what}.`;
}
