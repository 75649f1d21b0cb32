/** How the statistics behind a measure were computed; the version grows when the same evidence would give other numbers. */
const METHODS = {
  bonett_price: { name: 'Bonett–Price', version: 1 },
  delta: { name: 'delta method', version: 1 },
  paired_t: { name: 'paired t', version: 2 },
  clustered_t: { name: 'cluster-robust t', version: 2 },
  weighted_t: { name: 'weighted t', version: 2 },
  delong: { name: 'DeLong', version: 2 },
  paired_bootstrap: { name: 'paired bootstrap', version: 2 },
  unpaired_normal: { name: 'unpaired normal', version: 1 },
  wilson: { name: 'Wilson', version: 1 },
  stated_error: { name: 'stated error', version: 1 },
  stated_interval: { name: 'stated interval', version: 1 },
  normal: { name: 'normal', version: 1 },
  gap_difference: { name: 'Bonferroni', version: 1 },
  gap_ratio: { name: 'Bonferroni on the log ratio', version: 1 },
  gap_behind: { name: 'Bonferroni with the shared rows of the whole', version: 1 },
} as const;

export type MethodId = keyof typeof METHODS;

/** A method as a report names it. */
export interface Method {
  readonly id: MethodId;
  readonly version: number;
}

export const METHOD_IDS = Object.keys(METHODS) as MethodId[];

const SHOWN = new Map<MethodId, Method>(METHOD_IDS.map((id) => [id, { id, version: METHODS[id].version }]));

/** The method of an id; one object for all measures that share it. */
export function methodOf(id: MethodId): Method {
  return SHOWN.get(id)!;
}

/** What a sentence calls a method. */
export function methodName(id: MethodId): string {
  return METHODS[id].name;
}
