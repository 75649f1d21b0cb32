import { sliceKey } from '../../../../judging/evidence/slice-key.js';
import { type Session } from '../duckdb.engine.js';
import { type Groupings } from '../groups.js';
import { type Classes, type Grouping } from '../metrics/ranked.js';

/** One grouping of the rows, with the key of the slice that each group is. */
export interface SlicedGrouping extends Grouping {
  keys: string[];
}

/** Reads which group every row belongs to, for each grouping. */
export async function readGroupings(session: Session, groups: Groupings, count: number): Promise<SlicedGrouping[]> {
  const codes = groups.columns.map(() => new Uint32Array(count));
  if (codes.length > 0) {
    const list = groups.columns.map((column) => `CAST(enum_code(${column}) AS UINTEGER)`).join(', ');
    await session.fill(`SELECT ${list} FROM rows`, codes);
  }
  const values: string[][] = [];
  for (const column of groups.columns) {
    const { list } = await session.row(`SELECT enum_range(NULL::slice_${column}) AS list`);
    values.push(list as string[]);
  }
  return groups.sets.map((set) => {
    const keyOf = (parts: readonly number[]) =>
      sliceKey(Object.fromEntries(set.map((index, at) => [groups.names[index]!, values[index]![parts[at]!]!])));
    if (set.length === 0) return { codes: null, groups: 1, keys: [keyOf([])] };
    if (set.length > 1)
      return crossed(
        set.map((index) => codes[index]!),
        keyOf,
      );
    const [index] = set as [number];
    return {
      codes: codes[index]!,
      groups: values[index]!.length,
      keys: values[index]!.map((_, code) => keyOf([code])),
    };
  });
}

/** Numbers the combinations of several columns in the order they are met. */
function crossed(columns: readonly Uint32Array[], keyOf: (parts: readonly number[]) => string): SlicedGrouping {
  const known = new Map<string, number>();
  const keys: string[] = [];
  const codes = new Uint32Array(columns[0]!.length);
  for (let row = 0; row < codes.length; row++) {
    const parts = columns.map((column) => column[row]!);
    const name = parts.join(' ');
    let code = known.get(name);
    if (code === undefined) {
      code = keys.length;
      known.set(name, code);
      keys.push(keyOf(parts));
    }
    codes[row] = code;
  }
  return { codes, groups: keys.length, keys };
}

/** Labels and weights of the rows. */
export async function readClasses(session: Session, isWeighted: boolean, count: number): Promise<Classes> {
  const labels = new Uint8Array(count);
  const weights = isWeighted ? new Float64Array(count) : null;
  const list = isWeighted ? 'label, weight' : 'label';
  await session.fill(`SELECT ${list} FROM rows`, weights ? [labels, weights] : [labels]);
  return { labels, weights };
}

/** A number of every row of a table, as an expression over it. */
export async function readNumbers(
  session: Session,
  expression: string,
  table: string,
  count: number,
): Promise<Float64Array> {
  const numbers = new Float64Array(count);
  await session.fill(`SELECT CAST(${expression} AS DOUBLE) FROM ${table}`, [numbers]);
  return numbers;
}
