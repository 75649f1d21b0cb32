import { type Resampled } from '../../../../judging/statistics/replicates.js';
import { readNumbers, type SlicedGrouping } from '../rows/columns.engine.js';
import { type Session } from '../duckdb.engine.js';
import { CELL_METRICS } from '../metrics/binary-metrics.js';
import { type Weighting } from '../metrics/means-sql.js';
import { type PredictionSpec } from '../../prediction-layout.js';
import { type Ranked } from '../metrics/ranked.js';
import { ResampledCells } from './resampled-cells.js';
import { CLASS_METRICS, ResampledClasses } from './resampled-classes.js';
import { pick } from './resampled-columns.js';
import { centred, ResampledMedians, ResampledSquares, type SquareMetric } from './resampled-errors.js';
import { type RankMetric, ResampledRanks } from './resampled-ranks.js';
import { rankedByGroup } from '../rows/sliced-rows.js';

/** Rows of one slice, and the number of the unit of every row of the table that lies in it. */
export interface SliceRows {
  group: number;
  rows: Uint32Array;
  places: Uint32Array;
  units: number;
}

/** Metrics that are resampled together, and what makes the sample of one slice after another of a grouping. */
export interface Sampling {
  metrics: readonly string[];
  of: (grouping: SlicedGrouping) => (slice: SliceRows) => Resampled;
}

/** Scores of both versions in ascending order. */
export interface RankedPair {
  own: Ranked;
  other: Ranked;
}

/** Ways to resample what no sums can compare; of weighted rows or of units those are more, since cells know of neither. */
export async function readSamples(
  session: Session,
  spec: PredictionSpec,
  weighting: Weighting,
  count: number,
  ranks: RankedPair | null,
): Promise<Sampling[]> {
  if (spec.task === 'ranking') return [];
  const weights = weighting === 'weight' ? await readNumbers(session, 'weight', 'pairs', count) : null;
  if (spec.task === 'multiclass') return [await readClassRows(session, count, weights)];
  if (spec.task === 'regression') return readErrors(session, weighting, count, weights);
  const cells = await readCells(session, count);
  const samples: Sampling[] = [];
  if (ranks !== null) samples.push(ofRanks(ranks, cells, weighting, weights));
  if (weighting !== 'none') samples.push(ofCells(cells, weights));
  return samples;
}

/** The unit of every row as a number, and how many there are. */
export async function readUnits(session: Session, count: number): Promise<{ units: Uint32Array; total: number }> {
  const units = new Uint32Array(count);
  const numbered = 'SELECT rowid AS place, dense_rank() OVER (ORDER BY unit) - 1 AS number FROM pairs';
  await session.fill(`SELECT CAST(number AS UINTEGER) FROM (${numbered}) ORDER BY place`, [units]);
  return { units, total: units.reduce((most, unit) => Math.max(most, unit + 1), 0) };
}

async function readCells(session: Session, count: number): Promise<Uint8Array> {
  const cells = new Uint8Array(count);
  const cell = '4 * label::INTEGER + 2 * prediction::INTEGER + other_prediction::INTEGER';
  await session.fill(`SELECT CAST(${cell} AS UTINYINT) FROM pairs`, [cells]);
  return cells;
}

function ofRanks(
  { own, other }: RankedPair,
  cells: Uint8Array,
  weighting: Weighting,
  weights: Float64Array | null,
): Sampling {
  const labels = cells.map((cell) => cell >> 2);
  const shared: RankMetric[] = ['average_precision', 'ece_10'];
  const metrics: RankMetric[] = weighting === 'none' ? shared : [...shared, 'auc_roc'];
  const sample = (grouping: SlicedGrouping) => {
    const [challengers, incumbents] = [rankedByGroup(own, grouping), rankedByGroup(other, grouping)];
    return ({ group, places, units }: SliceRows) => {
      const of = ({ rows, values }: Ranked) => ({
        units: pick(places, rows),
        values,
        labels: pick(labels, rows),
        weights: weights && pick(weights, rows),
      });
      return new ResampledRanks(metrics, units, of(challengers[group]!), of(incumbents[group]!));
    };
  };
  return { metrics, of: sample };
}

function ofCells(cells: Uint8Array, weights: Float64Array | null): Sampling {
  const sample = ({ rows, places, units }: SliceRows) =>
    new ResampledCells(CELL_METRICS, units, {
      units: pick(places, rows),
      cells: pick(cells, rows),
      weights: weights && pick(weights, rows),
    });
  return { metrics: CELL_METRICS, of: () => sample };
}

async function readClassRows(session: Session, count: number, weights: Float64Array | null): Promise<Sampling> {
  const columns = ['label', 'prediction', 'other_prediction'];
  const all = columns.map((column) => `SELECT ${column} AS class FROM pairs`).join(' UNION ');
  await session.run(`CREATE TYPE resampled_class AS ENUM (SELECT class FROM (${all}) ORDER BY class)`);
  const { classes } = await session.row('SELECT len(enum_range(NULL::resampled_class)) AS classes');
  const codes = columns.map(() => new Uint32Array(count));
  const list = columns.map((column) => `CAST(enum_code(${column}::resampled_class) AS UINTEGER)`).join(', ');
  await session.fill(`SELECT ${list} FROM pairs`, codes);
  await session.run('DROP TYPE resampled_class');
  const [labels, challenger, incumbent] = codes as [Uint32Array, Uint32Array, Uint32Array];
  const sample = ({ rows, places, units }: SliceRows) => {
    const of = {
      units: pick(places, rows),
      labels: pick(labels, rows),
      challenger: pick(challenger, rows),
      incumbent: pick(incumbent, rows),
      weights: weights && pick(weights, rows),
    };
    return new ResampledClasses(units, of, Number(classes));
  };
  return { metrics: CLASS_METRICS, of: () => sample };
}

async function readErrors(
  session: Session,
  weighting: Weighting,
  count: number,
  weights: Float64Array | null,
): Promise<Sampling[]> {
  const metrics: SquareMetric[] = weighting === 'none' ? ['r2'] : ['r2', 'rmse'];
  const labels = await readNumbers(session, 'label', 'pairs', count);
  const square = (prediction: string) =>
    readNumbers(session, `(${prediction} - label) * (${prediction} - label)`, 'pairs', count);
  const [challenger, incumbent] = [await square('prediction'), await square('other_prediction')];
  const ofSquares = ({ rows, places, units }: SliceRows) =>
    new ResampledSquares(metrics, units, {
      units: pick(places, rows),
      labels: centred(pick(labels, rows), weights && pick(weights, rows)),
      challenger: pick(challenger, rows),
      incumbent: pick(incumbent, rows),
      weights: weights && pick(weights, rows),
    });
  const squares: Sampling = { metrics, of: () => ofSquares };
  const own = await session.ranked('abs(prediction - label)', 'pairs', count);
  const other = await session.ranked('abs(other_prediction - label)', 'pairs', count);
  const ofMedians = (grouping: SlicedGrouping) => {
    const [challengers, incumbents] = [rankedByGroup(own, grouping), rankedByGroup(other, grouping)];
    return ({ group, places, units }: SliceRows) => {
      const of = ({ rows, values }: Ranked) => ({
        units: pick(places, rows),
        values,
        weights: weights && pick(weights, rows),
      });
      return new ResampledMedians(units, of(challengers[group]!), of(incumbents[group]!));
    };
  };
  return [squares, { metrics: ['median_ae'], of: ofMedians }];
}
