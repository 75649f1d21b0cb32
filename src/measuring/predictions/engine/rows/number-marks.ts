import { type NumberMarks } from '../../prediction-layout.js';
import { literal } from '../sql-text.js';

export const POINT = '.';
export const PLAIN_MARKS: NumberMarks = { decimal: POINT, thousands: null };

/** A text without the marks of its number: with a point before the fraction alone. Any other text as it is. */
export function withoutMarks({ decimal, thousands }: NumberMarks, text: string): string {
  const cases: string[] = [];
  if (thousands !== null) {
    const mark = thousands === ' ' ? '[\\p{Zs}]' : `[${thousands}]`;
    const isGrouped = `regexp_full_match(${text}, ${literal(`[+-]?[1-9][0-9]{0,2}(${mark}[0-9]{3})+([${decimal}][0-9]*)?`)})`;
    cases.push(
      `WHEN ${isGrouped} THEN replace(regexp_replace(${text}, '${mark.replace("'", "''")}', '', 'g'), '${decimal}', '.')`,
    );
  }
  if (decimal !== POINT) {
    const isParted = `regexp_full_match(${text}, '[+-]?([0-9]+[${decimal}][0-9]*|[${decimal}][0-9]+)([eE][+-]?[0-9]+)?')`;
    cases.push(`WHEN ${isParted} THEN replace(${text}, '${decimal}', '.')`);
  }
  return cases.length === 0 ? text : `CASE ${cases.join(' ')} ELSE ${text} END`;
}

/**
 * How the commas of some columns are to be understood, in a file whose columns are parted otherwise: `fractions` that can
 * be nothing else, `unclear` ones that could part thousands, and numbers with a `points`.
 */
export function countCommas(texts: readonly string[]): string {
  const count = (pattern: string) =>
    `(${texts.map((text) => `count(*) FILTER (WHERE regexp_full_match(${text}, '${pattern}'))`).join(' + ')})`;
  const all = count('[+-]?[0-9]*,[0-9]+([eE][+-]?[0-9]+)?');
  const unclear = count('[+-]?[1-9][0-9]{0,2},[0-9]{3}');
  const points = count('[+-]?[0-9,]*\\.[0-9,]*([eE][+-]?[0-9]+)?');
  return `${all} - ${unclear} AS fractions, ${points} AS points`;
}

/** Whether a header cell is itself a number, with a point or a comma before its fraction. */
export function looksLikeNumber(text: string): boolean {
  return /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?$/.test(text.trim());
}

/** What is added to the refusal of a text that would be a number with other marks; nothing for any other. */
export function marksHint({ decimal, thousands }: NumberMarks, value: string): string {
  const isNumeral = /^[+-]?\d[\d.,'\p{Zs}]*$/u.test(value);
  const isMarked = /[,'\p{Zs}]|\..*\./u.test(value) || (decimal !== POINT && value.includes(POINT));
  if (!isNumeral || !isMarked) return '';
  const parted = thousands === null ? '' : ` and thousands by '${thousands}'`;
  const known = `fractions are separated by '${decimal}'${parted} here`;
  return `; ${known}: state decimal and thousands if others separate them`;
}
