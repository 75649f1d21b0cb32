import { type PredictionSpec } from '../../prediction-layout.js';
import { sliceColumn } from '../sql-text.js';

/** Relevance above which powers of 2 are too large to be summed. */
export const LARGEST_POWER = 900;
const POWER = `(2::DOUBLE ** least(label, ${LARGEST_POWER}) - 1)`;

/**
 * One row per query of a ranking: relevant rows, those among the first k, discounted gain (Järvelin and Kekäläinen 2002)
 * with that of the best order, linear in the relevance and by powers of 2 (Burges et al. 2005), and the rank of the first
 * relevant row. Rows of equal score share what their places are
 * worth (McSherry and Najork 2008), as in scikit-learn; the first relevant of them takes the last place it could.
 */
export function rankQueries({ cutoffs, slices }: PredictionSpec, from: string, into: string): string {
  const sliced = slices.map((_, index) => sliceColumn(index));
  const sums = cutoffs.flatMap((k) => [
    `coalesce(sum(relevant) FILTER (WHERE place <= ${k}), 0) AS hits_${k}`,
    `coalesce(sum(gain / log2(place + 1)) FILTER (WHERE place <= ${k}), 0) AS gain_${k}`,
    `coalesce(sum(label / log2(best + 1)) FILTER (WHERE best <= ${k}), 0) AS ideal_${k}`,
    `coalesce(sum(power / log2(place + 1)) FILTER (WHERE place <= ${k}), 0) AS power_gain_${k}`,
    `coalesce(sum(own_power / log2(best + 1)) FILTER (WHERE best <= ${k}), 0) AS power_ideal_${k}`,
  ]);
  const first = [
    'min(place) FILTER (WHERE label > 0) AS first_hit',
    'count(*) FILTER (WHERE label > 0) AS all_hits',
    'max(label) AS most_relevant',
  ];
  const constant = sliced.map((name) => `any_value(${name}) AS ${name}`);
  return `
    CREATE TABLE ${into} AS SELECT ${['unit', ...constant, ...sums, ...first].join(', ')} FROM (
      SELECT unit, label, ${[...sliced, ''].join(', ')}
        avg(label) OVER (PARTITION BY unit, score) AS gain,
        ${POWER} AS own_power,
        avg(${POWER}) OVER (PARTITION BY unit, score) AS power,
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
