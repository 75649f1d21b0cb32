/** As many digits behind the point as tell values of this size apart, so that values stand below each other. */
function decimalsOf(value: number): number {
  const size = Math.abs(value);
  return size >= 1_000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
}

const SMALLEST_IN_DECIMALS = 0.001;

/** A metric's value in its unit; null where there is none. */
export function valueText(value: number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const isTiny = value !== 0 && Math.abs(value) < SMALLEST_IN_DECIMALS;
  const digits = decimalsOf(value);
  const format = isTiny
    ? { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }
    : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return minus(value.toLocaleString('en', format));
}

/** A bound that somebody wrote: no more digits than it has, and at most four. */
export function boundText(value: number): string {
  return minus(value.toLocaleString('en', { maximumSignificantDigits: 4 }));
}

/** A difference with its sign. */
export function changeText(change: number | null | undefined): string | null {
  if (change === null || change === undefined) return null;
  return change > 0 ? `+${valueText(change)}` : change === 0 ? '±0' : valueText(change);
}

function minus(text: string): string {
  return text.replace('-', '−');
}

/** A number of things, by thousands. */
export function countText(count: number | null | undefined): string | null {
  return count === null || count === undefined ? null : count.toLocaleString('en');
}

/** A number of things with their name. */
export function countedText(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A metric on a slice as people write it; of the whole the metric alone. */
export function measureName(metric: string, slice: Readonly<Record<string, unknown>> | undefined): string {
  return Object.keys(slice ?? {}).length === 0 ? metric : `${metric} on ${sliceText(slice)}`;
}

/** A slice as people write one, `sex=Female`; the whole is `all`. */
export function sliceText(slice: Readonly<Record<string, unknown>> | undefined): string {
  const features = Object.entries(slice ?? {}).map(([feature, value]) => `${feature}=${String(value)}`);
  return features.length === 0 ? 'all' : features.join(', ');
}
