import { type StatedPair } from '../../../../judging/evidence/stated-evidence.js';
import { parseSliceKey } from '../../../../judging/evidence/slice-key.js';
import { aucPairs } from '../metrics/auc-metrics.js';
import { readClasses } from '../rows/columns.engine.js';
import { type Session } from '../duckdb.engine.js';
import { engineFault } from '../engine-fault.js';
import { type StoredRef } from '../engine-task.js';
import { keptRows } from '../rows/kept.engine.js';
import { sliceKeyOf } from '../groups.js';
import { readMeans, sumMeans } from '../metrics/means-sql.js';
import { type Measured } from '../metrics/measuring.engine.js';
import { differenceOf, type Evidence, rootDifference } from './pair-evidence.js';
import {
  COUNT_ROWS,
  findUnpaired,
  HAVE_SAME_ID_TYPE,
  joinQueries,
  joinRows,
  loadOther,
  readCells,
  sharedQuantities,
  sumCells,
  sumSquares,
} from './pairing-sql.js';
import { findDifference, otherClasses, sharedFacts } from './other-rows.js';
import { readVariation, sumVariation } from './variation.js';
import { areReversed, type PredictionSpec } from '../../prediction-layout.js';
import { classTotals, placements } from '../metrics/ranked.js';
import { type ReplicateBudget } from '../resampling/replicate-plan.js';
import { replicate } from '../resampling/replicating.engine.js';
import { type RankedPair } from '../resampling/resampling-columns.engine.js';

/** The rows that are compared with those of other versions. */
export interface OwnRows {
  spec: PredictionSpec;
  measured: Measured;
  count: number;
  predictionDigest: string;
}

/** Compares the table `rows` with another version's predictions of the same rows, overall and per slice. */
export async function pair(
  session: Session,
  { spec, measured, count, predictionDigest }: OwnRows,
  other: StoredRef,
  budget: ReplicateBudget,
): Promise<{ paired: StatedPair[]; warnings: string[] }> {
  if (areReversed(spec, other.spec)) throw otherClasses(other, spec);
  const pairs = new Pairs(other.version);
  const metrics = sharedQuantities(spec, other.spec);
  const kept = await keptRows(session, other);
  for (const statement of loadOther(other, kept, metrics)) await session.run(statement);
  const { same } = await session.row(HAVE_SAME_ID_TYPE);
  await session.run(joinRows(spec, other.spec, metrics, measured.groups, same === true));
  await checkRows(session, other.version);
  await checkFacts(session, spec, other);
  await pairMeans(session, spec, measured, metrics, pairs);
  if (measured.weighting === 'none' && spec.task === 'binary') {
    await pairCells(session, measured, pairs);
  }
  const isScored = spec.task === 'binary' && spec.columns.score !== undefined && other.spec.columns.score !== undefined;
  const ranks = isScored ? await readRanks(session, count) : null;
  if (measured.weighting === 'none' && ranks !== null) await pairRanks(session, measured, count, ranks, pairs);
  if (measured.weighting === 'none' && spec.task === 'regression') await pairRoots(session, measured, pairs);
  const digests = [predictionDigest, other.predictionDigest] as const;
  const resampling = { spec, measured, count, ranks, version: other.version, digests };
  const warnings = await replicate(session, resampling, budget, (key, evidence) => pairs.add(key, evidence));
  for (const table of ['other', 'pairs', 'other_ranked', 'other_queries', 'query_pairs']) {
    await session.run(`DROP TABLE IF EXISTS ${table}`);
  }
  return { paired: pairs.all, warnings };
}

/** Evidence against one incumbent. */
class Pairs {
  readonly all: StatedPair[] = [];

  constructor(private readonly incumbentVersion: number) {}

  add(sliceKey: string, evidence: Evidence | null): void {
    if (evidence === null) return;
    this.all.push({ incumbentVersion: this.incumbentVersion, slice: parseSliceKey(sliceKey) ?? {}, ...evidence });
  }
}

async function checkRows(session: Session, version: number): Promise<void> {
  const { own, theirs, shared } = await session.row(COUNT_ROWS);
  if (own !== shared || theirs !== shared) {
    const missing = await session.find(findUnpaired('rows', 'other'));
    const surplus = missing ?? (await session.find(findUnpaired('other', 'rows')));
    const where = missing ? `version ${version} has no` : `only version ${version} has a`;
    const detail = `This file and the predictions of version ${version} are of different rows: ${where} row '${String(surplus?.id)}'.`;
    throw engineFault('ROW_SET_MISMATCH', detail);
  }
}

async function checkFacts(session: Session, spec: PredictionSpec, other: StoredRef): Promise<void> {
  for (const fact of sharedFacts(spec, other.spec)) {
    const found = await session.find(findDifference(fact, spec.task));
    if (found === undefined) continue;
    const says = fact.says(String(found.own), String(found.other), other.version);
    throw engineFault(fact.code, `Row '${String(found.id)}' ${says}.`);
  }
}

/** Differences of means; of unweighted, independent binary rows the cells say more about accuracy. */
async function pairMeans(
  session: Session,
  spec: PredictionSpec,
  { groups, weighting }: Measured,
  metrics: readonly string[],
  pairs: Pairs,
): Promise<void> {
  if (spec.task === 'ranking') await session.run(joinQueries(spec, metrics, groups));
  const table = spec.task === 'ranking' ? 'query_pairs' : 'pairs';
  const hasCells = weighting === 'none' && spec.task === 'binary';
  const differences = metrics.map((_, index) => `d${index}`);
  for (const row of await session.rows(sumMeans(table, differences, weighting, groups, { further: sumVariation }))) {
    metrics.forEach((metric, index) => {
      const sums = readMeans(row, index, weighting);
      if (sums === null || (hasCells && metric === 'accuracy')) return;
      const variation = readVariation(row, index, weighting);
      for (const name of namesOf(metric, spec)) pairs.add(sliceKeyOf(row, groups), differenceOf(name, sums, variation));
    });
  }
}

/** Of several classes, what all rows have in common: the share that is right, under each of its names. */
function namesOf(metric: string, { task }: PredictionSpec): readonly string[] {
  return task === 'multiclass' && metric === 'accuracy' ? [metric, ...SAME_AS_ACCURACY] : [metric];
}

const SAME_AS_ACCURACY = ['precision_micro', 'recall_micro', 'f1_micro', 'recall_weighted'];

async function readRanks(session: Session, count: number): Promise<RankedPair> {
  const own = await session.ranked('score', 'rows', count);
  return { own, other: await session.ranked('other_score', 'pairs', count) };
}

async function pairCells(session: Session, { groups }: Measured, pairs: Pairs): Promise<void> {
  for (const row of await session.rows(sumCells(groups))) {
    pairs.add(sliceKeyOf(row, groups), { kind: 'binary8', counts: readCells(row) });
  }
}

async function pairRanks(
  session: Session,
  { groupings }: Measured,
  count: number,
  { own, other }: RankedPair,
  pairs: Pairs,
): Promise<void> {
  const classes = await readClasses(session, false, count);
  for (const grouping of groupings) {
    const totals = classTotals(classes, grouping);
    const c = placements(own, classes, grouping, totals);
    const i = placements(other, classes, grouping, totals);
    aucPairs(c, i, classes, grouping, totals).forEach((sums, group) => {
      pairs.add(grouping.keys[group]!, sums && { kind: 'aucPair', metric: 'auc_roc', ...sums });
    });
  }
}

async function pairRoots(session: Session, { groups }: Measured, pairs: Pairs): Promise<void> {
  for (const row of await session.rows(sumSquares(groups))) {
    const sums = rootDifference(row);
    const variation = readVariation(row, 0, 'none');
    pairs.add(sliceKeyOf(row, groups), sums && { kind: 'meanDiff', metric: 'rmse', ...sums, ...variation });
  }
}
