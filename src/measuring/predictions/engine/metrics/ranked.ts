/** A column of numbers in ascending order: the row each comes from, and the numbers themselves. */
export interface Ranked {
  rows: Uint32Array;
  values: Float64Array;
}

/** Which group each row belongs to, one grouping at a time; null puts every row into group 0. */
export interface Grouping {
  codes: Uint32Array | null;
  groups: number;
}

/** What the classes of rows weigh; null counts each row once. */
export interface Classes {
  labels: Uint8Array;
  weights: Float64Array | null;
}

/** Rows, or their weights, of each class per group. */
export interface ClassTotals {
  positive: Float64Array;
  negative: Float64Array;
}

export function classTotals({ labels, weights }: Classes, { codes, groups }: Grouping): ClassTotals {
  const totals = { positive: new Float64Array(groups), negative: new Float64Array(groups) };
  for (let row = 0; row < labels.length; row++) {
    const side = labels[row] === 1 ? totals.positive : totals.negative;
    side[codes === null ? 0 : codes[row]!]! += weights === null ? 1 : weights[row]!;
  }
  return totals;
}

/**
 * For each row the share of the other class of its group that it is ranked rightly against, ties counting one half: the
 * placements of DeLong, DeLong and Clarke-Pearson (1988), all groups at once in two walks over one order.
 */
export function placements(ranked: Ranked, classes: Classes, grouping: Grouping, totals: ClassTotals): Float64Array {
  const shares = new Float64Array(ranked.rows.length);
  for (const isDescending of [false, true]) walk(ranked, classes, grouping, totals, { shares, isDescending });
  return shares;
}

/** One direction gives the other class strictly on that side; the two together count a tie one half. */
function walk(
  { rows, values }: Ranked,
  { labels, weights }: Classes,
  { codes, groups }: Grouping,
  totals: ClassTotals,
  { shares, isDescending }: { shares: Float64Array; isDescending: boolean },
): void {
  const passed = [new Float64Array(groups), new Float64Array(groups)] as const;
  const tied = [new Float64Array(groups), new Float64Array(groups)] as const;
  const last = new Float64Array(groups).fill(NaN);
  for (let step = 0; step < rows.length; step++) {
    const at = isDescending ? rows.length - 1 - step : step;
    const row = rows[at]!;
    const group = codes === null ? 0 : codes[row]!;
    if (values[at] !== last[group]) {
      last[group] = values[at]!;
      for (const label of [0, 1] as const) {
        passed[label][group]! += tied[label][group]!;
        tied[label][group] = 0;
      }
    }
    const label = labels[row] === 1 ? 1 : 0;
    tied[label][group]! += weights === null ? 1 : weights[row]!;
    const total = label === 1 ? totals.negative[group]! : totals.positive[group]!;
    const beyond = passed[label === 1 ? 0 : 1][group]!;
    // A positive is right about negatives below it, so not about those above; a negative the other way round.
    const isRight = (label === 1) !== isDescending;
    shares[row]! += (isRight ? beyond : total - beyond) / (2 * total);
  }
}

/**
 * Average precision of each group, Σ(R_k − R_{k−1})·P_k over distinct scores from the highest, without interpolation;
 * NaN where no row is positive.
 */
export function averagePrecisions(ranked: Ranked, classes: Classes, { codes, groups }: Grouping): Float64Array {
  const { rows, values } = ranked;
  const [hits, all] = [new Float64Array(groups), new Float64Array(groups)];
  const [tiedHits, tiedAll] = [new Float64Array(groups), new Float64Array(groups)];
  const last = new Float64Array(groups).fill(NaN);
  const sums = new Float64Array(groups);
  const flush = (group: number) => {
    hits[group]! += tiedHits[group]!;
    all[group]! += tiedAll[group]!;
    if (tiedHits[group]! > 0) sums[group]! += (tiedHits[group]! * hits[group]!) / all[group]!;
    tiedHits[group] = 0;
    tiedAll[group] = 0;
  };
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]!;
    const group = codes === null ? 0 : codes[row]!;
    if (values[at] !== last[group]) {
      flush(group);
      last[group] = values[at]!;
    }
    const weight = classes.weights === null ? 1 : classes.weights[row]!;
    tiedAll[group]! += weight;
    if (classes.labels[row] === 1) tiedHits[group]! += weight;
  }
  for (let group = 0; group < groups; group++) flush(group);
  return sums.map((sum, group) => sum / hits[group]!);
}

/** The values of each group in ascending order, one after the other, and where each group begins. */
export function sortedByGroup({ rows, values }: Ranked, { codes, groups }: Grouping): Float64Array[] {
  if (codes === null) return [values];
  const sizes = new Uint32Array(groups);
  for (let row = 0; row < codes.length; row++) sizes[codes[row]!]! += 1;
  const sorted = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Uint32Array(groups);
  for (let at = 0; at < rows.length; at++) {
    const group = codes[rows[at]!]!;
    sorted[group]![filled[group]!++] = values[at]!;
  }
  return sorted;
}
