import { type MetricDefinition } from '../evidence/metric-definition.js';
import { fixed, isShare, MINUS } from './gate-message.js';

/** Two values, differences between them, and the size that these are held against. */
export interface ToldNumbers {
  values: readonly [number, number];
  differences: readonly number[];
  limit: number;
  /** Decimals that the limit was stated with, see `decimalsOf`. */
  statedDecimals: number;
}

/** The numbers of one sentence, with equally many decimals. */
export interface WrittenNumbers {
  values: readonly [string, string];
  differences: readonly string[];
  limit: string;
}

const MOST_DECIMALS = 15;
/** A difference above this never reads as zero. */
const ALWAYS_VISIBLE = 0.001;

/**
 * Writes the numbers of a sentence with equally many decimals, as many as it takes: values that differ never read the same,
 * no difference reads as the limit or, if it is small, as zero, and a stated limit is not rounded. Shares have three decimals
 * at least, which is one of a point; other values four digits.
 */
export function writeAlike(told: ToldNumbers, definition: MetricDefinition): WrittenNumbers {
  const ofShare = isShare(definition);
  const scale = ofShare ? 100 : 1;
  let decimals = Math.max(ofShare ? 1 : fewestDecimals(told), told.statedDecimals);
  while (decimals < MOST_DECIMALS && !isTold(told, scale, decimals)) decimals++;
  const unit = definition.unit === undefined ? '' : ` ${definition.unit}`;
  const decimalsOfValue = ofShare ? decimals + 2 : decimals;
  const a = writeValue(told.values[0], decimalsOfValue, unit);
  const b = writeValue(told.values[1], decimalsOfValue, unit);
  // A half may be rounded either way, so that what was told apart by number need not be by text.
  if (a === b && told.values[0] !== told.values[1] && decimals < MOST_DECIMALS)
    return writeAlike({ ...told, statedDecimals: decimals + 1 }, definition);
  const ofSize = ofShare ? ' pt' : unit;
  return {
    values: [a, b],
    differences: told.differences.map((one) => signOf(one) + fixed(Math.abs(one) * scale, decimals) + ofSize),
    limit: fixed(Math.abs(told.limit) * scale, decimals) + ofSize,
  };
}

function writeValue(value: number, decimals: number, unit: string): string {
  return (value < 0 ? MINUS : '') + fixed(Math.abs(value), decimals) + unit;
}

function signOf(difference: number): string {
  return difference < 0 ? MINUS : difference > 0 ? '+' : '±';
}

/** Decimals that a stated size has, of shares in points; six digits count. */
export function decimalsOf(size: number, definition: MetricDefinition): number {
  const text = String(Number((isShare(definition) ? size * 100 : size).toPrecision(6)));
  const [digits = '', exponent = '0'] = text.split('e');
  const decimals = (digits.split('.')[1]?.length ?? 0) - Number(exponent);
  return Math.min(MOST_DECIMALS, Math.max(0, decimals));
}

/** Four digits of the larger value, or of the largest difference of values that are 0; none of whole numbers. */
function fewestDecimals({ values, differences }: ToldNumbers): number {
  if ([...values, ...differences].every(Number.isInteger)) return 0;
  const [a, b] = values.map(Math.abs) as [number, number];
  const largest = Math.max(a, b) || Math.max(...differences.map(Math.abs));
  return largest > 0 ? Math.min(MOST_DECIMALS, Math.max(0, 3 - Math.floor(Math.log10(largest)))) : 0;
}

/** Whether so many decimals tell apart what has to be. */
function isTold({ values: [a, b], differences, limit }: ToldNumbers, scale: number, decimals: number): boolean {
  const step = 10 ** decimals;
  if (a !== b && Math.round(a * scale * step) === Math.round(b * scale * step)) return false;
  const held = Math.round(limit * scale * step);
  for (const one of differences) {
    const size = Math.abs(one);
    const shown = Math.round(size * scale * step);
    if ((size !== limit && shown === held) || (size !== 0 && size <= ALWAYS_VISIBLE && shown <= 0)) return false;
  }
  return true;
}
