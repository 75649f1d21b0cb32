import { isCountName, isProgressName, isRunNumber } from './names.js';
import { plainText } from './plain-text.js';
import { isEmpty, isNumber, type Json } from './reading.js';
import { type Table } from './tables.js';

const NUMERAL = String.raw`[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[-+]?\d+)?`;
/** How people write numbers that are none of JSON: in percent, with what they may miss by, in thousands, with a comma. */
const WRITTEN_NUMBER = new RegExp(
  String.raw`^(?:${NUMERAL} ?%|${NUMERAL}%? ?(?:±|\+/?-) ?${NUMERAL} ?%?|${NUMERAL}%? ?\([^)]*\d[^)]*\)|[-+]?[1-9]\d{0,2}(?:[,.' ]\d{3})+(?:[.,]\d+)?|[-+]?\d+,\d+)$`,
  'i',
);
const NO_NUMBER = /^(?:#?n\/?a|<na>|nan|null|none|[-+]?inf(?:inity)?|-+)$/i;

/** What the cells of a column are: names of groups, whole numbers that may be such names, or something measured. */
type Kind = 'texts' | 'codes' | 'measures';

function kindOf({ rows, valueOf }: Table, column: string): Kind {
  const values = rows.map((row) => valueOf(row[column])).filter((value) => !isEmpty(value));
  const texts = values.filter((value) => typeof value === 'string');
  const isMeasured =
    values.some((value) => (isNumber(value) ? !Number.isInteger(value) : typeof value === 'object')) ||
    texts.some((text) => WRITTEN_NUMBER.test(text));
  if (isMeasured) return 'measures';
  if (values.some(isNumber)) return 'codes';
  return texts.length < values.length || texts.some((text) => !NO_NUMBER.test(text)) ? 'texts' : 'measures';
}

/**
 * The columns that tell groups apart: the first as far as they hold texts, or the first of whole numbers; and while rows of one
 * group are left, further columns of either, such as bands by their number. What is measured never is one.
 */
export function featuresOf(table: Table): readonly string[] {
  const { columns, rows } = table;
  const kinds = columns.map((column) => kindOf(table, column));
  const isCode = (at: number) => kinds[at] === 'codes' && !isCountName(columns[at]!) && !isRunNumber(columns[at]!);
  let size = kinds.findIndex((kind) => kind !== 'texts');
  if (size === -1) size = columns.length;
  if (size === 0 && rows.length > 1 && isCode(0)) size = 1;
  const nameOf = (row: Json) => JSON.stringify(columns.slice(0, size).map((one) => plainText(String(row[one] ?? ''))));
  const groups = () => new Set(rows.map(nameOf)).size;
  const isFurther = (at: number) => at > 0 && at < columns.length && (kinds[at] === 'texts' || isCode(at));
  while (isFurther(size) && groups() < rows.length) size += 1;
  if (rows.length > 1 && groups() < rows.length) refuseAlike(columns, size, rows.length);
  return columns.slice(0, size);
}

/** Rows that no column tells apart are several of one group, or steps on the way. */
function refuseAlike(columns: readonly string[], size: number, rows: number): void {
  const progress = columns.slice(size).find(isProgressName);
  if (progress === undefined && size > 0) return;
  const history =
    progress === undefined ? '' : `; with ${progress} it looks like a history, of which one row is the evaluation`;
  throw new Error(`nothing tells its ${rows} rows apart: name the columns that do as groups (--groups)${history}`);
}
