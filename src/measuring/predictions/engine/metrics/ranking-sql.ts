import { type PredictionSpec } from '../../prediction-layout.js';
import { sliceColumn } from '../sql-text.js';

/**
 * One row per query of a ranking: relevant rows among the first k, discounted gain (Järvelin and Kekäläinen 2002, linear
 * gain) with that of the best order, and the rank of the first relevant row. Rows of equal score share what their places are
 * worth (McSherry and Najork 2008), as in scikit-learn; the first relevant of them takes the last place it could.
 */
export function rankQueries({ cutoffs, slices }: PredictionSpec, from: string, into: string): string {
  const sliced = slices.map((_, index) => sliceColumn(index));
  const sums = cutoffs.flatMap((k) => [
    `coalesce(sum(relevant) FILTER (WHERE place <= ${k}), 0) AS hits_${k}`,
    `coalesce(sum(gain / log2(place + 1)) FILTER (WHERE place <= ${k}), 0) AS gain_${k}`,
    `coalesce(sum(label / log2(best + 1)) FILTER (WHERE best <= ${k}), 0) AS ideal_${k}`,
  ]);
  const first = 'min(place) FILTER (WHERE label > 0) AS first_hit';
  const constant = sliced.map((name) => `any_value(${name}) AS ${name}`);
  return `
    CREATE TABLE ${into} AS SELECT ${['unit', ...constant, ...sums, first].join(', ')} FROM (
      SELECT unit, label, ${[...sliced, ''].join(', ')}
        avg(label) OVER (PARTITION BY unit, score) AS gain,
        avg((label > 0)::INTEGER) OVER (PARTITION BY unit, score) AS relevant,
        row_number() OVER (PARTITION BY unit ORDER BY score DESC, label) AS place,
        row_number() OVER (PARTITION BY unit ORDER BY label DESC) AS best
      FROM ${from})
    GROUP BY unit ORDER BY unit`;
}

/** A query whose rows lie in different slices of one feature. */
export function findMixedQuery(slices: number): string {
  const differs = Array.from(
    { length: slices },
    (_, index) => `min(${sliceColumn(index)}) <> max(${sliceColumn(index)})`,
  );
  return `SELECT unit FROM rows GROUP BY unit HAVING ${differs.join(' OR ')} LIMIT 1`;
}
