/** A text of one meaning in its one form, as values of slices have it that the service reads from prediction files. */
export function plainText(text: string): string {
  if (['True', 'TRUE', 'False', 'FALSE'].includes(text)) return text.toLowerCase();
  if (text === 'nan' || text === 'NAN') return 'NaN';
  return text.includes(':') ? plainTime(text) : plainNumber(text);
}

const WRITTEN_SHORT = /^[+-]?(?:\d(?:\.\d*[eE][+-]?|[eE][+-])\d{1,3}|\d{17,}\.0*|0?\.0000\d+)$/;

function plainNumber(text: string): string {
  if (/^[+-]?0+\.0*$/.test(text)) return '0';
  const whole = /^\+?(-?\d{1,16})\.0*$/.exec(text)?.[1];
  if (whole !== undefined) return whole;
  return WRITTEN_SHORT.test(text) ? shortest(Number(text), text) : text;
}

/** The shortest text of a number, with an exponent of two digits where it is far from 1. */
function shortest(number: number, text: string): string {
  if (!Number.isFinite(number)) return text;
  const size = Math.abs(number);
  if (size === 0) return '0';
  if (size >= 1e-4 && size < 1e16) return String(number);
  return number.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(\.\d+)?)?( ?(?:Z|UTC|[+-]\d{2}(?::?\d{2})?))?$/;

/** A time in UTC without its mark; a midnight is its date. */
function plainTime(text: string): string {
  const [, date, minutes, seconds = '00', fraction = '', zone = ''] = TIME.exec(text) ?? [];
  if (date === undefined) return text;
  const clock = `${date} ${minutes}:${seconds}`;
  const shown = inUtc(clock, zone.trim());
  if (shown === undefined) return text;
  return `${shown}${fraction.replace(/\.?0+$/, '')}`.replace(/ 00:00:00$/, '');
}

function inUtc(clock: string, zone: string): string | undefined {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (hours === undefined || (hours === '00' && minutes === '00')) return clock;
  const time = Date.parse(`${clock.replace(' ', 'T')}${sign}${hours}:${minutes}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
