import { Session } from '../duckdb.engine.js';
import { numberIn, type SqlRow } from '../groups.js';
import { keptRows } from '../rows/kept.engine.js';
import { literal, sliceColumn } from '../sql-text.js';
import { type CurveTask } from '../engine-task.js';
import { type Curve, type CurveKind, type CurvePoint, MOST_POINTS } from './curve.js';

const CALIBRATION_BINS = 20;
const RESIDUAL_BINS = 50;

/** Draws a curve from kept rows. */
export async function drawCurve(task: CurveTask): Promise<Curve> {
  const { predictions, limits, workDir, curve, slice } = task;
  const session = await Session.open(limits, [predictions.path], workDir);
  try {
    const { slices, columns } = predictions.spec;
    const weight = columns.weight === undefined ? '1' : 'CAST(weight AS DOUBLE)';
    const conditions = Object.entries(slice).map(
      ([feature, value]) => `CAST(${sliceColumn(slices.indexOf(feature))} AS VARCHAR) = ${literal(value)}`,
    );
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    await session.run(
      `CREATE TABLE drawn AS SELECT *, ${weight} AS w FROM ${await keptRows(session, predictions)} ${where}`,
    );
    const rows = numberIn(await session.row('SELECT count(*) AS n FROM drawn'), 'n');
    return { rows, points: (await session.rows(STATEMENTS[curve])).map(toPoint) };
  } finally {
    session.close();
  }
}

/** As many rows in each bin as can be, in the order of a column. */
const binned = (column: string, bins: number): string =>
  `(SELECT *, ntile(${bins}) OVER (ORDER BY ${column}, row_id) AS bin FROM drawn)`;

/**
 * Calibration: mean score and share of positives of as many rows each. ROC: false and true positive rates at every score,
 * thinned evenly along the curve. Residuals: mean prediction and residual (label − prediction) of as many rows each.
 */
const STATEMENTS: Readonly<Record<CurveKind, string>> = {
  calibration: `
    SELECT sum(w * score) / sum(w) AS x, sum(w * CAST(label AS DOUBLE)) / sum(w) AS y,
      NULL AS lower, NULL AS upper, count(*) AS n
    FROM ${binned('score', CALIBRATION_BINS)} GROUP BY bin HAVING sum(w) > 0 ORDER BY bin`,
  roc: `
    WITH steps AS (
      SELECT score, sum(w * CAST(label AS DOUBLE)) AS positive, sum(w * (1 - CAST(label AS DOUBLE))) AS negative, count(*) AS n
      FROM drawn GROUP BY score),
    curve AS (
      SELECT sum(negative) OVER walk / nullif(sum(negative) OVER (), 0) AS x,
        sum(positive) OVER walk / nullif(sum(positive) OVER (), 0) AS y, sum(n) OVER walk AS n
      FROM steps WINDOW walk AS (ORDER BY score DESC)),
    thinned AS (
      SELECT x, y, n, row_number() OVER (PARTITION BY floor((x + y) / 2 * ${MOST_POINTS - 3}) ORDER BY n DESC) AS place
      FROM curve WHERE x IS NOT NULL AND y IS NOT NULL)
    SELECT * FROM (
      SELECT 0.0 AS x, 0.0 AS y, NULL AS lower, NULL AS upper, 0 AS n
      UNION ALL SELECT x, y, NULL, NULL, n FROM thinned WHERE place = 1) ORDER BY n`,
  residuals: `
    SELECT avg(prediction) AS x, sum(w * (label - prediction)) / sum(w) AS y,
      quantile_cont(label - prediction, 0.1) AS lower, quantile_cont(label - prediction, 0.9) AS upper, count(*) AS n
    FROM ${binned('prediction', RESIDUAL_BINS)} GROUP BY bin HAVING sum(w) > 0 ORDER BY bin`,
};

function toPoint(row: SqlRow): CurvePoint {
  const optional = (name: string): number | null => (row[name] === null ? null : numberIn(row, name));
  return {
    x: numberIn(row, 'x'),
    y: numberIn(row, 'y'),
    lower: optional('lower'),
    upper: optional('upper'),
    count: numberIn(row, 'n'),
  };
}
