import { type GateMeasureResponse, type WorstMeasureResponse } from '@stagegate/client';
import { limitOf } from '../../../src/promotion/gates/measure-limit.js';
import { formatMeasureName, isShareMetric } from './measures.js';
import { formatDifference, formatValue } from './numbers.js';
import { TEXTS } from '../texts.js';

interface Limited {
  metric: string;
  slice: WorstMeasureResponse['slice'];
  improvement: number | null;
  limit: WorstMeasureResponse['limit'];
  ruleId: string | null;
}

/** How close a measure is to its limit, as `f1 on sex Female +0.4 pt (−1.8 pt at worst), at least −2.0 pt: 0.2 pt to spare, rule f1-by-sex`. */
export function closenessWords(limited: Limited): string {
  const { metric, slice, improvement, limit } = limited;
  const isShare = isShareMetric(metric);
  const name = formatMeasureName(metric, slice);
  const isOfChange = limit === null || limit.kind === 'change';
  const words = limitWords(limited, isShare);
  if (!isOfChange || improvement === null) return words === null ? name : `${name} ${words}`;
  const worst = limit && limit.reached !== improvement ? formatDifference(limit.reached, isShare) : null;
  const change = `${name} ${formatDifference(improvement, isShare)}`;
  const told = worst === null ? change : `${change} (${TEXTS.report.closeness.atWorst(worst)})`;
  return words === null ? told : `${told}, ${words}`;
}

/** The limit, the room to it and the rule, after the value where no change is limited; null where nothing is known of a limit. */
export function limitWords({ limit, ruleId }: Pick<Limited, 'limit' | 'ruleId'>, isShare: boolean): string | null {
  if (limit === null) return null;
  const { closeness, required } = TEXTS.report;
  const { kind, at, reached, room } = limit;
  const told = (value: number) => (kind === 'change' ? formatDifference(value, isShare) : formatValue(value));
  const size = formatDifference(Math.abs(room), isShare).replace('+', '');
  const asked = kind === 'max' ? required.max(told(at)) : required.min(told(at));
  const parts = [`${asked}: ${room < 0 ? closeness.beyond(size) : closeness.spare(size)}`];
  if (kind !== 'change') parts.unshift(told(reached));
  if (ruleId !== null) parts.push(closeness.rule(ruleId));
  return parts.join(', ');
}

/** A measure of a report, as its closeness is told. */
export function limitedOf(measure: GateMeasureResponse & { ruleId: string }): Limited {
  const { metric, slice, observed, ruleId } = measure;
  return { metric, slice, improvement: observed.improvement ?? null, limit: limitOf(measure), ruleId };
}
