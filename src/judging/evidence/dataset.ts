/** A dataset version, or one split of it, by all that tells it from another. */
export interface DatasetIdentity {
  name: string;
  version: string;
  digest: string | null;
  split: string | null;
}

/** A dataset for people: `adult-test@2026-01 (test)`. */
export function formatDataset(dataset: DatasetIdentity): string {
  return `${dataset.name}@${dataset.version}${dataset.split === null ? '' : ` (${dataset.split})`}`;
}

/** Whether two evaluations were made on the very same data. */
export function isSameDataset(a: DatasetIdentity, b: DatasetIdentity): boolean {
  return a.name === b.name && a.version === b.version && a.digest === b.digest && a.split === b.split;
}
