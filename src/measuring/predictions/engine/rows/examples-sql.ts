import { type StoredRef } from '../engine-task.js';
import { sliceColumn } from '../sql-text.js';

/** Labels and slices may be corrected between two versions of a dataset; ids that were merely counted anew agree by chance alone. */
export const LEAST_AGREEMENT = 0.8;

/** Subqueries of the files that predictions and rows are kept in. */
export interface KeptFiles {
  predictions: string;
  rows: string;
}

/**
 * How far two files describe the examples of one id alike, by label and shared slices: Cohen's kappa,
 * (observed − by chance) / (1 − by chance) (Cohen 1960); null where everything looks alike, so that nothing is shown.
 */
export function agreementOfExamples(
  { predictions, rows }: Record<keyof KeptFiles, StoredRef>,
  from: KeptFiles,
): string {
  const shared = rows.spec.slices.filter((name) => predictions.spec.slices.includes(name));
  const look = (alias: string, { spec }: StoredRef) =>
    `[${['label', ...shared.map((name) => sliceColumn(spec.slices.indexOf(name)))]
      .map((column) => `coalesce(CAST(${alias}.${column} AS VARCHAR), '')`)
      .join(', ')}]`;
  return `WITH looks AS (
      SELECT ${look('r', rows)} AS new, ${look('p', predictions)} AS old
      FROM ${from.rows} r JOIN ${from.predictions} p ON CAST(r.row_id AS VARCHAR) = CAST(p.row_id AS VARCHAR)),
    seen AS (SELECT count(*) AS n, avg((new = old)::DOUBLE) AS observed FROM looks),
    chance AS (
      SELECT coalesce(sum(CAST(a.n AS DOUBLE) * b.n), 0) AS pairs
      FROM (SELECT new AS look, count(*) AS n FROM looks GROUP BY new) a
      JOIN (SELECT old AS look, count(*) AS n FROM looks GROUP BY old) b USING (look))
    SELECT (observed - pairs / n / n) / nullif(1 - pairs / n / n, 0) AS kappa FROM seen, chance`;
}
