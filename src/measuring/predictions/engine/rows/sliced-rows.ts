import { type Grouping, type Ranked } from '../metrics/ranked.js';

/** How many rows each group has. */
export function sizesOf(count: number, { codes, groups }: Grouping): Uint32Array {
  if (codes === null) return Uint32Array.of(count);
  const sizes = new Uint32Array(groups);
  for (let row = 0; row < codes.length; row++) sizes[codes[row]!]! += 1;
  return sizes;
}

/** The rows of each group, in the order of the table. */
export function rowsByGroup(count: number, grouping: Grouping): Uint32Array[] {
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  return grouping.codes === null
    ? [rows]
    : split({ rows, values: new Float64Array(count) }, grouping).map((g) => g.rows);
}

/** The rows of each group in ascending order of a number; those of equal numbers in the order of the table. */
export function rankedByGroup(ranked: Ranked, grouping: Grouping): Ranked[] {
  const groups = split(ranked, grouping);
  groups.forEach(orderTies);
  return groups;
}

function split({ rows, values }: Ranked, { codes, groups }: Grouping): Ranked[] {
  if (codes === null) return [{ rows: rows.slice(), values }];
  const parts = Array.from(sizesOf(rows.length, { codes, groups }), (size) => ({
    rows: new Uint32Array(size),
    values: new Float64Array(size),
  }));
  const filled = new Uint32Array(groups);
  for (let at = 0; at < rows.length; at++) {
    const group = codes[rows[at]!]!;
    const place = filled[group]!++;
    parts[group]!.rows[place] = rows[at]!;
    parts[group]!.values[place] = values[at]!;
  }
  return parts;
}

/** An engine of several threads gives ties in any order, and sums of weights depend on it in their last digit. */
function orderTies({ rows, values }: Ranked): void {
  for (let from = 0; from < rows.length;) {
    let to = from + 1;
    while (to < rows.length && values[to] === values[from]) to++;
    if (to - from > 1) rows.subarray(from, to).sort();
    from = to;
  }
}

/** Numbers the units of one group after another, so that those of each begin at 0. */
export class UnitNumbers {
  /** The number of each row's unit in the group last numbered. */
  readonly places: Uint32Array;
  private readonly seenIn: Uint32Array;
  private readonly numbers: Uint32Array;
  private round = 0;

  /** `units` holds the unit of every row as a number below `total`; null makes every row its own unit. */
  constructor(
    private readonly units: Uint32Array | null,
    readonly total: number,
    rows: number,
  ) {
    this.places = new Uint32Array(rows);
    this.seenIn = new Uint32Array(units === null ? 0 : total);
    this.numbers = new Uint32Array(units === null ? 0 : total);
  }

  /** Numbers the units of these rows and answers how many there are. */
  number(rows: Uint32Array): number {
    const { units, places, seenIn, numbers } = this;
    if (units === null) {
      rows.forEach((row, place) => (places[row] = place));
      return rows.length;
    }
    this.round += 1;
    let known = 0;
    for (const row of rows) {
      const unit = units[row]!;
      if (seenIn[unit] !== this.round) {
        seenIn[unit] = this.round;
        numbers[unit] = known++;
      }
      places[row] = numbers[unit]!;
    }
    return known;
  }
}
