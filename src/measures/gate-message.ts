import { type MetricDefinition } from '../evidence/metric-definition.js';
import { formatSlice, type Slice } from '../evidence/slice-key.js';
import { type Status } from './verdict.js';

const MINUS = '\u2212';
const DIGITS_MAX = 12;

/** Where a measure was taken: `f1 on sex=Female`, or `f1` for the whole. */
export function formatMeasure(metric: string, slice: Slice): string {
  return Object.keys(slice).length === 0 ? metric : `${metric} on ${formatSlice(slice)}`;
}

/** Whether differences of a metric are told in percentage points. */
export function isShare(definition: MetricDefinition): boolean {
  return definition.unit === undefined && definition.range?.[0] === 0 && definition.range[1] === 1;
}

/** Two values with as many digits as it takes to tell them apart, so that no message says "0.800 vs 0.800. FAIL". */
export function formatValues(a: number, b: number, definition: MetricDefinition): [string, string] {
  for (let digits = 3; digits <= DIGITS_MAX; digits++) {
    const texts: [string, string] = [formatValue(a, definition, digits), formatValue(b, definition, digits)];
    if (a === b || texts[0] !== texts[1]) return texts;
  }
  return [formatValue(a, definition, DIGITS_MAX), formatValue(b, definition, DIGITS_MAX)];
}

/** A value of a metric: three decimals for shares, four significant digits otherwise, its unit behind. */
export function formatValue(value: number, definition: MetricDefinition, digits = 3): string {
  const text = isShare(definition) ? value.toFixed(digits) : significant(value, digits + 1);
  return signed(text) + unitSuffix(definition);
}

/** A difference with its sign: `−6.2 pt` for shares, `+1.3 ms` otherwise; never rounded onto the limit it is held against. */
export function formatDelta(delta: number, definition: MetricDefinition, limit?: number): string {
  const sign = delta < 0 ? MINUS : delta > 0 ? '+' : '±';
  const size = Math.abs(delta);
  for (let digits = 1; digits <= DIGITS_MAX; digits++) {
    const text = formatSize(size, definition, digits);
    const merged = limit !== undefined && size !== limit && text === formatSize(limit, definition, digits);
    if (!merged && (size === 0 || /[1-9]/.test(text))) return sign + text;
  }
  return sign + formatSize(size, definition, DIGITS_MAX);
}

/** The size of a margin, as exactly as it was stated: `2.0 pt` or `0.25 pt` for shares. */
export function formatMargin(margin: number, definition: MetricDefinition): string {
  if (!isShare(definition)) return significant(margin, 6) + unitSuffix(definition);
  const points = Number((margin * 100).toPrecision(6));
  return `${Number.isInteger(points) ? points.toFixed(1) : points} pt`;
}

/** A count with thousands marked: `n = 5,421`, or `n unknown`. */
export function formatCount(count: number | null | undefined): string {
  return count == null ? 'n unknown' : `n = ${groupThousands(count)}`;
}

/** An integer with a comma at every thousand. */
export function groupThousands(count: number): string {
  return count < 1000 ? String(count) : String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A sentence that ends with the status, as every judged measure does. */
export function concluded(sentence: string, status: Status): string {
  return `${sentence} ${status}`;
}

/** The first letter as a capital, for details that begin a message. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function formatSize(size: number, definition: MetricDefinition, digits: number): string {
  return isShare(definition)
    ? `${(size * 100).toFixed(digits)} pt`
    : significant(size, digits + 3) + unitSuffix(definition);
}

function unitSuffix(definition: MetricDefinition): string {
  return definition.unit === undefined ? '' : ` ${definition.unit}`;
}

function significant(value: number, digits: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return String(value);
  return String(Number(value.toPrecision(digits)));
}

function signed(text: string): string {
  return text.replace(/^-/, MINUS);
}
