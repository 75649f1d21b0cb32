import { type PredictionSpec } from './prediction-layout.js';

/** What stands for the two classes where a request names none. */
const TRUTH_VALUES: Readonly<Record<string, string>> = { false: '0', true: '1' };
const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The normal form of a class that a request names, as `plain_class` of the engine makes it of truth values and numerals. */
export function plainClassName(name: string): string {
  const text = name.trim();
  if (['True', 'TRUE', 'False', 'FALSE'].includes(text)) return text.toLowerCase();
  if (/^nan$/i.test(text)) return /^(?:nan|NAN)$/.test(text) ? 'NaN' : text;
  if (!NUMERAL.test(text) || /^-?\d+$/.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) || /e/i.test(text) ? String(number) : text;
}

/** The class counted as 0 and that counted as 1, in their normal form. */
export function binaryClasses({ classes }: Pick<PredictionSpec, 'classes'>): [negative: string, positive: string] {
  const [negative, positive] = (classes ?? ['0', '1']).map(plainClassName).map((name) => TRUTH_VALUES[name] ?? name);
  return [negative!, positive!];
}

type Labelled = Pick<PredictionSpec, 'task' | 'classes'>;

/** Whether one class is the positive of one file and the negative of another, whose numbers would then mean the opposite. */
export function areReversed(one: Labelled, other: Labelled): boolean {
  if (one.task !== 'binary' || other.task !== 'binary') return false;
  const [ours, theirs] = [binaryClasses(one), binaryClasses(other)];
  return ours[0] === theirs[1] || ours[1] === theirs[0];
}

/** Whether 0 and 1 mean the same in two files: labels of one can then be measured with predictions of the other. */
export function haveSameClasses(one: Labelled, other: Labelled): boolean {
  if (one.task !== 'binary' || other.task !== 'binary') return true;
  return binaryClasses(one).join('\0') === binaryClasses(other).join('\0');
}

/** How messages name two classes, in the order that tells which one is positive. */
export function shownClasses(spec: Labelled): string {
  const [negative, positive] = binaryClasses(spec);
  return `'${negative}' as the negative and '${positive}' as the positive class`;
}
