const MINUS = '−';
const THIN_SPACE = '\u2009';

/** A number with three significant digits and a true minus. */
export function formatNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const digits = size >= 1000 || size < 0.0001 ? size.toPrecision(3) : trimmed(size);
  return value < 0 ? `${MINUS}${digits}` : digits;
}

/** A value of a metric, which keeps three places when it is a share. */
export function formatValue(value: number): string {
  return Math.abs(value) <= 1 ? signed(value, Math.abs(value).toFixed(3)) : formatNumber(value);
}

/** A difference with its sign; that of two shares in points. */
export function formatDifference(value: number, isShare: boolean): string {
  const scaled = isShare ? value * 100 : value;
  const size = Math.abs(scaled);
  const digits = isShare && size < 10 ? size.toFixed(size < 0.1 ? 2 : 1) : formatNumber(size);
  const sign = Number(digits) === 0 ? '' : value < 0 ? MINUS : '+';
  return `${sign}${digits}${isShare ? ' pt' : ''}`;
}

/** A count with thin spaces between thousands. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
}

/** How many there are, of a list that is read up to so many: "20+" where more may be. */
export function countUpTo(count: number, most: number): string {
  return count < most ? formatCount(count) : `${formatCount(most)}+`;
}

function trimmed(size: number): string {
  return String(Number(size.toPrecision(3)));
}

function signed(value: number, digits: string): string {
  return value < 0 ? `${MINUS}${digits}` : digits;
}
