import { type MetricDefinition } from '../evidence/metric-definition.js';
import { formatSlice, type Slice } from '../evidence/slice-key.js';

/** The sign of what is negative. */
export const MINUS = '\u2212';
const DIGITS_MAX = 12;
/** A difference above this never reads as zero. */
const ALWAYS_VISIBLE = 0.001;

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
  if (isShare(definition)) return signed(value < 0 ? value.toFixed(digits) : fixed(value, digits));
  return signed(significant(value, digits + 1)) + unitSuffix(definition);
}

/** A difference with its sign: `−6.2 pt` for shares, `+1.3 ms` otherwise; never rounded onto the limit it is held against. */
export function formatDelta(delta: number, definition: MetricDefinition, limit?: number): string {
  return (delta < 0 ? MINUS : delta > 0 ? '+' : '±') + formatDistance(Math.abs(delta), definition, limit);
}

/** The size of a difference, `6.2 pt` or `1.3 ms`; never rounded onto the limit it is held against. */
export function formatDistance(size: number, definition: MetricDefinition, limit?: number): string {
  for (let digits = 1; digits <= DIGITS_MAX; digits++) {
    const text = formatSize(size, definition, digits);
    const merged =
      limit !== undefined && isNear(size, limit, definition, digits) && text === formatSize(limit, definition, digits);
    if (!merged && (size === 0 || size > ALWAYS_VISIBLE || /[1-9]/.test(text))) return text;
  }
  return formatSize(size, definition, DIGITS_MAX);
}

/** The size of a margin, as exactly as it was stated: `2.0 pt` or `0.25 pt` for shares. */
export function formatMargin(margin: number, definition: MetricDefinition): string {
  if (!isShare(definition)) return significant(margin, 6) + unitSuffix(definition);
  const points = Number((margin * 100).toPrecision(6));
  return `${Number.isInteger(points) ? points.toFixed(1) : points} pt`;
}

/** A count with thousands marked: `n = 5,421`, or `n unknown`; remembered, since every rule says the same counts. */
export function formatCount(count: number | null | undefined): string {
  if (count == null) return 'n unknown';
  let text = counted.get(count);
  if (text !== undefined) return text;
  if (counted.size >= COUNTED_MAX) counted.clear();
  counted.set(count, (text = `n = ${groupThousands(count)}`));
  return text;
}

const COUNTED_MAX = 8192;
const counted = new Map<number, string>();

/** An integer with a comma at every thousand. */
export function groupThousands(count: number): string {
  if (count < 1000) return String(count);
  if (count >= 1e6 || !Number.isInteger(count)) return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${Math.floor(count / 1000)},${String(count % 1000).padStart(3, '0')}`;
}

/** The first letter as a capital, for details that begin a message. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function formatSize(size: number, definition: MetricDefinition, digits: number): string {
  if (!isShare(definition)) return significant(size, digits + 3) + unitSuffix(definition);
  return `${fixed(size * 100, digits)} pt`;
}

/** Whether two sizes may read the same at this many digits; writing the limit out each time would cost as much again. */
function isNear(size: number, limit: number, definition: MetricDefinition, digits: number): boolean {
  if (size === limit) return false;
  const unit = isShare(definition) ? 0.011 * 10 ** -digits : 0.011 * 10 ** -digits * Math.max(size, limit);
  return !(Math.abs(size - limit) > unit);
}

/** Numbers written out once: a judgement says tens of thousands of them. */
interface Written {
  perUnit: number;
  digits: number;
  texts: readonly string[];
}

const THOUSANDTHS = written(1000, 3, 1);
const TENTHS = written(10, 1, 100);

function written(perUnit: number, digits: number, largest: number): Written {
  const texts = Array.from({ length: largest * perUnit + 1 }, (_, at) => (at / perUnit).toFixed(digits));
  return { perUnit, digits, texts };
}

/** What `toFixed` says of a number that is not negative, looked up where that is possible. */
export function fixed(value: number, digits: number): string {
  return digits === 1 ? lookUp(value, TENTHS) : digits === 3 ? lookUp(value, THOUSANDTHS) : value.toFixed(digits);
}

/** Looked up unless the value lies beyond the table or so near a half that its last bit decides. */
function lookUp(value: number, { perUnit, digits, texts }: Written): string {
  const scaled = value * perUnit;
  const nearest = Math.round(scaled);
  const isPlain = value >= 0 && nearest < texts.length && Math.abs(scaled - nearest) < 0.4999;
  return isPlain ? texts[nearest]! : value.toFixed(digits);
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
