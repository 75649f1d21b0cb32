import { aucSums } from './auc-metrics.js';
import { calibrationLines } from './calibration.js';
import { calibrationMetrics, confusionMetrics, sumCalibration, sumConfusions } from './binary-metrics.js';
import { readClasses, readGroupings, readNumbers, type SlicedGrouping } from '../rows/columns.engine.js';
import { type Session } from '../duckdb.engine.js';
import { engineFault } from '../engine-fault.js';
import { type Groupings, numberIn, sliceKeyOf, toGroupings } from '../groups.js';
import { findOrigins, readMeans, readOrigins, sumMeans, type Weighting } from './means-sql.js';
import { Measures } from './measures.js';
import { type ComputedMean, meanOf } from './metric-values.js';
import { type ClassCell, classMetrics, sumClasses } from './multiclass-metrics.js';
import { definitionOf, type PredictionSpec } from '../../prediction-layout.js';
import { quantitiesOf } from './quantities.js';
import { latencyMetrics, medianError } from './quantile-metrics.js';
import { pick } from '../resampling/resampled-columns.js';
import { rankedByGroup } from '../rows/sliced-rows.js';
import { averagePrecisions, classTotals, placements, sortedByGroup } from './ranked.js';
import { findMixedQuery, rankQueries } from './ranking-sql.js';
import { labelSpread } from './label-spread.js';
import { squaredMetrics } from './regression-metrics.js';

/** What measuring leaves for the comparison with other versions. */
export interface Measured {
  measures: Measures;
  groups: Groupings;
  groupings: SlicedGrouping[];
  weighting: Weighting;
  /** Table whose rows are the examples: rows, or the queries of a ranking. */
  examples: 'rows' | 'queries';
}

/** Computes every metric of the task on the table `rows`, overall and per slice. */
export async function measure(session: Session, spec: PredictionSpec, count: number): Promise<Measured> {
  const groups = toGroupings(spec);
  const weighting = weightingOf(spec);
  const examples = spec.task === 'ranking' ? 'queries' : 'rows';
  if (spec.task === 'ranking') await makeQueries(session, spec);
  const measures = new Measures();
  const groupings = await readGroupings(session, groups, count);
  const means = await measureMeans(session, spec, { measures, groups, groupings, weighting, examples });
  const measured = { measures, groups, groupings, weighting, examples } as const;
  if (spec.task === 'binary') await measureBinary(session, spec, measured, count);
  if (spec.task === 'multiclass') await measureClasses(session, spec, measured);
  if (spec.task === 'regression') await measureErrors(session, spec, measured, count, means.get('mse')!);
  if (spec.columns.latencyMs !== undefined) await measureLatency(session, measured, count);
  return measured;
}

/** Rows of one query are one example of a ranking already. */
function weightingOf({ task, columns }: PredictionSpec): Weighting {
  if (task === 'ranking') return 'none';
  return columns.weight !== undefined ? 'weight' : columns.unit !== undefined ? 'unit' : 'none';
}

async function makeQueries(session: Session, spec: PredictionSpec): Promise<void> {
  if (spec.slices.length > 0) {
    const mixed = await session.find(findMixedQuery(spec.slices.length));
    if (mixed !== undefined) {
      const detail = `Rows of the query '${String(mixed.unit)}' lie in different slices; slice rankings by what is one per query.`;
      throw engineFault('SLICE_VARIES_WITHIN_UNIT', detail);
    }
  }
  await session.run(rankQueries(spec, 'rows', 'queries'));
}

/** The means of what is measured on each row; answers them by metric and slice. */
async function measureMeans(
  session: Session,
  spec: PredictionSpec,
  { measures, groups, weighting, examples }: Measured,
): Promise<Map<string, Map<string, ComputedMean>>> {
  const quantities = quantitiesOf(spec);
  const expressions = quantities.map(({ expression }) => expression);
  const means = new Map(quantities.map(({ metric }) => [metric, new Map<string, ComputedMean>()]));
  // Shares and losses lie near 0 already, and a share that is 1 has to come out as 1.
  const isFar = spec.task === 'regression';
  const origins = isFar ? readOrigins(await session.row(findOrigins(examples, expressions)), expressions) : [];
  for (const row of await session.rows(sumMeans(examples, expressions, weighting, groups, { origins }))) {
    const key = sliceKeyOf(row, groups);
    measures.open(key, numberIn(row, 'n'));
    quantities.forEach(({ metric, dependsOnThreshold }, index) => {
      const mean = meanOf(readMeans(row, index, weighting), origins[index] ?? 0);
      means.get(metric)!.set(key, mean);
      measures.add(key, { name: metric, ...mean, definition: definitionOf(spec, { threshold: dependsOnThreshold }) });
    });
  }
  return means;
}

async function measureBinary(session: Session, spec: PredictionSpec, measured: Measured, count: number): Promise<void> {
  const { measures, groups, weighting } = measured;
  for (const row of await session.rows(sumConfusions('rows', weighting, groups))) {
    measures.add(sliceKeyOf(row, groups), ...confusionMetrics(row, weighting, spec));
  }
  if (spec.columns.score === undefined) return;
  const definition = definitionOf(spec);
  for (const row of await session.rows(sumCalibration('rows', weighting, groups))) {
    const value = row.ece === null ? null : numberIn(row, 'ece');
    measures.add(sliceKeyOf(row, groups), { name: 'ece_10', value, definition });
  }
  await measureRanks(session, spec, measured, count);
}

/** AUC with DeLong's standard error where rows are equal and independent, average precision, and the line of calibration. */
async function measureRanks(
  session: Session,
  spec: PredictionSpec,
  { measures, groupings, weighting }: Measured,
  count: number,
): Promise<void> {
  const classes = await readClasses(session, weighting === 'weight', count);
  const ranked = await session.ranked('score', 'rows', count);
  const scores = await readNumbers(session, 'score', 'rows', count);
  const definition = definitionOf(spec);
  const ofPositive = definitionOf(spec, { positive: true });
  for (const grouping of groupings) {
    const totals = classTotals(classes, grouping);
    const { auc, variance } = aucSums(placements(ranked, classes, grouping, totals), classes, grouping, totals);
    const precisions = averagePrecisions(ranked, classes, grouping);
    grouping.keys.forEach((key, group) => {
      const standardError = weighting === 'none' ? Math.sqrt(variance[group]!) : undefined;
      measures.add(key, { name: 'auc_roc', value: auc[group]!, standardError, definition });
      measures.add(key, { name: 'average_precision', value: precisions[group]!, definition: ofPositive });
    });
    calibrationLines(scores, classes, grouping).forEach((line, group) => {
      measures.add(grouping.keys[group]!, ...calibrationMetrics(line, weighting, spec));
    });
  }
}

async function measureClasses(session: Session, spec: PredictionSpec, measured: Measured): Promise<void> {
  const { measures, groups, weighting } = measured;
  const cells = new Map<string, ClassCell[]>();
  for (const row of await session.rows(sumClasses('rows', weighting, groups))) {
    const key = sliceKeyOf(row, groups);
    const cell = { label: String(row.label), prediction: String(row.prediction), size: numberIn(row, 'size') };
    const ofSlice = cells.get(key);
    if (ofSlice) ofSlice.push(cell);
    else cells.set(key, [cell]);
  }
  for (const [key, ofSlice] of cells) measures.add(key, ...classMetrics(ofSlice, spec));
}

async function measureErrors(
  session: Session,
  spec: PredictionSpec,
  { measures, groupings, weighting }: Measured,
  count: number,
  squares: Map<string, ComputedMean>,
): Promise<void> {
  const labels = await readNumbers(session, 'label', 'rows', count);
  const weights = weighting === 'weight' ? await readNumbers(session, 'weight', 'rows', count) : null;
  for (const grouping of groupings) {
    const spread = labelSpread(labels, weights, grouping);
    grouping.keys.forEach((key, group) => {
      const ofSlice = { squares: spread.squares[group]!, size: spread.size[group]! };
      measures.add(key, ...squaredMetrics(squares.get(key) ?? { value: null }, ofSlice, spec));
    });
  }
  const ranked = await session.ranked('abs(prediction - label)', 'rows', count);
  for (const grouping of groupings) {
    rankedByGroup(ranked, grouping).forEach(({ rows, values }, group) =>
      measures.add(grouping.keys[group]!, medianError(values, weights && pick(weights, rows))),
    );
  }
}

/** Latencies are those of requests: every row counts once, whatever it weighs. */
async function measureLatency(
  session: Session,
  { measures, groups, groupings, weighting }: Measured,
  count: number,
): Promise<void> {
  const by = weighting === 'unit' ? 'unit' : 'none';
  const origins = readOrigins(await session.row(findOrigins('rows', ['latency'])), ['latency']);
  for (const row of await session.rows(sumMeans('rows', ['latency'], by, groups, { origins }))) {
    const mean = meanOf(readMeans(row, 0, by), origins[0]!);
    measures.add(sliceKeyOf(row, groups), { name: 'latency_ms_mean', ...mean, unit: 'ms' });
  }
  const ranked = await session.ranked('latency', 'rows', count);
  for (const grouping of groupings) {
    sortedByGroup(ranked, grouping).forEach((sorted, group) => {
      measures.add(grouping.keys[group]!, ...latencyMetrics(sorted));
    });
  }
}
