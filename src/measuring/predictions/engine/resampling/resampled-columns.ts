/** Columns that a sample of rows is measured by, all of one length. */
type Columns = Record<string, Float64Array | Uint32Array | Uint8Array | null>;

/** The rows, in their order, whose unit has a place of 0 or more, with the units renumbered by it. */
export function restrictRows<C extends Columns & { units: Uint32Array }>(columns: C, places: Int32Array): C {
  const { units } = columns;
  const kept: number[] = [];
  for (let row = 0; row < units.length; row++) if (places[units[row]!]! >= 0) kept.push(row);
  const rows = Uint32Array.from(kept);
  const chosen = Object.entries(columns).map(([name, column]) => [name, column && pick(column, rows)] as const);
  const restricted = Object.fromEntries(chosen) as C;
  restricted.units.forEach((unit, row) => (restricted.units[row] = places[unit]!));
  return restricted;
}

/** The values at some rows, as an array of the same kind. */
export function pick<A extends Float64Array | Uint32Array | Uint8Array>(column: A, rows: Uint32Array): A {
  const picked = new (column.constructor as new (size: number) => A)(rows.length);
  for (let at = 0; at < rows.length; at++) picked[at] = column[rows[at]!]!;
  return picked;
}
