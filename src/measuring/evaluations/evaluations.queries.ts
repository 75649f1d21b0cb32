import { type EntityManager } from 'typeorm';
import { type ModelRef } from '../../platform/access/grant.js';
import { toArrayItem, toArrayText } from '../../platform/database/array-text.js';
import { columnsOf } from '../../platform/database/columns.js';
import { mapInTurns } from '../../platform/in-turns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { EXACT } from '../../platform/lists/list-field.js';
import {
  askList,
  type ListSource,
  type PositionedRow,
  readSearched,
  toPage,
} from '../../platform/lists/lists.queries.js';
import { limitOf, type ListQuery, mapPage, type Page } from '../../platform/lists/page.dto.js';
import { Evaluation } from './evaluation.entity.js';
import { EVIDENCE_PARTS, type EvidencePart, includedParts, type Inclusion } from './inclusion.js';

export interface MetricRow {
  name: string;
  sliceKey: string;
  value: number | null;
  count: number | null;
  standardError: number | null;
  ciLow: number | null;
  ciHigh: number | null;
  ciLevel: number | null;
  unit: string | null;
  definition: string | null;
}

export interface PairRow {
  incumbentVersion: number;
  sliceKey: string;
  kind: string;
  evidence: Record<string, unknown>;
}

/** An evaluation with its metrics and pairs, or as many of them as were asked for, and how many there are. */
export type EvaluationRow = Evaluation & {
  model: string;
  metricCount: number;
  pairedCount: number;
  metrics: MetricRow[];
  paired: PairRow[];
};

/** The fields of a metric, each with the column that holds it for all metrics of an evaluation. */
const METRIC_COLUMNS: Record<keyof MetricRow, string> = {
  name: 'names',
  sliceKey: 'slice_keys',
  value: 'metric_values',
  count: 'counts',
  standardError: 'standard_errors',
  ciLow: 'ci_lows',
  ciHigh: 'ci_highs',
  ciLevel: 'ci_levels',
  unit: 'units',
  definition: 'definitions',
};
const METRIC_FIELDS = Object.keys(METRIC_COLUMNS) as (keyof MetricRow)[];
const METRIC_ARRAYS = Object.values(METRIC_COLUMNS);

/** Inserts all metrics of an evaluation as one row; a field that none of them has takes no room. */
export async function insertMetrics(
  manager: EntityManager,
  evaluationId: string,
  metrics: readonly MetricRow[],
): Promise<void> {
  const given: (string | null)[] = [];
  for (const [index, field] of METRIC_FIELDS.entries()) {
    const isRequired = index < 2;
    const isGiven = isRequired || metrics.some((metric) => metric[field] !== null);
    given.push(isGiven ? toArrayText(await mapInTurns(metrics, (metric) => toArrayItem(metric[field]))) : null);
  }
  await manager.query(
    `INSERT INTO evaluation_metrics (evaluation_id, size, ${METRIC_ARRAYS.join(', ')})
     VALUES ($1, $2, ${METRIC_ARRAYS.map((_, index) => `$${index + 3}`).join(', ')})`,
    [evaluationId, metrics.length, ...given],
  );
}

/** Inserts all pairs of an evaluation in one statement. */
export async function insertPairs(
  manager: EntityManager,
  evaluationId: string,
  pairs: readonly PairRow[],
): Promise<void> {
  await manager.query(
    `INSERT INTO evaluation_pairs (evaluation_id, position, incumbent_version, slice_key, kind, evidence)
     SELECT $1, ordinality - 1, incumbent_version, slice_key, kind, evidence
     FROM unnest($2::int4[], $3::text[], $4::text[], $5::jsonb[]) WITH ORDINALITY AS pair (incumbent_version, slice_key, kind, evidence)`,
    [
      evaluationId,
      pairs.map((pair) => pair.incumbentVersion),
      pairs.map((pair) => pair.sliceKey),
      pairs.map((pair) => pair.kind),
      pairs.map((pair) => JSON.stringify(pair.evidence)),
    ],
  );
}

const EVALUATION_ROW = `${columnsOf(Evaluation, 'e')}, m.name AS model,
  (SELECT size FROM evaluation_metrics WHERE evaluation_id = e.id) AS "metricCount",
  (SELECT count(*)::int FROM evaluation_pairs WHERE evaluation_id = e.id) AS "pairedCount"`;

/** Evidence as arrays in one column each: a round trip less, and a fraction of the parsing that rows would cost. */
const METRICS = `
  (SELECT json_agg(json_build_array(${METRIC_ARRAYS.map((_, index) => `m.f${index}`).join(', ')}) ORDER BY m.f0, m.f1)
     FROM evaluation_metrics p, unnest(${METRIC_ARRAYS.map((array) => `p.${array}`).join(', ')})
       AS m (${METRIC_ARRAYS.map((_, index) => `f${index}`).join(', ')})
     WHERE p.evaluation_id = e.id)`;
const PAIRED = `
  (SELECT json_agg(json_build_array(incumbent_version, slice_key, kind, evidence) ORDER BY position)
     FROM evaluation_pairs WHERE evaluation_id = e.id)`;

const EVIDENCE = evidenceOf(EVIDENCE_PARTS);

function evidenceOf(parts: readonly EvidencePart[]): string {
  const of = (part: EvidencePart, evidence: string): string =>
    `${parts.includes(part) ? evidence : 'NULL::json'} AS ${part}`;
  return `${of('metrics', METRICS)}, ${of('paired', PAIRED)}`;
}

type MetricArray = (string | number | null)[];
type PairArray = [number, string, string, Record<string, unknown>];
type PackedRow = Omit<EvaluationRow, 'metrics' | 'paired'> & {
  metrics: MetricArray[] | null;
  paired: PairArray[] | null;
};

/** One evaluation by its id, or undefined. */
export async function findEvaluationRow(reader: SqlReader, id: string): Promise<EvaluationRow | undefined> {
  const [row]: PackedRow[] = await reader.query(
    `SELECT ${EVALUATION_ROW}, ${EVIDENCE} FROM evaluations e JOIN models m ON m.id = e.model_id WHERE e.id = $1`,
    [id],
  );
  return row && unpack(row);
}

/** The model of an evaluation, if there is one. */
export async function findModelOfEvaluation(manager: EntityManager, id: string): Promise<ModelRef | undefined> {
  const text = 'SELECT m.id, m.name FROM evaluations e JOIN models m ON m.id = e.model_id WHERE e.id = $1';
  return (await manager.query<ModelRef[]>(text, [id]))[0];
}

/** Measures that a page of evaluations may hold, so that its size does not depend on theirs; the first is always shown. */
const MOST_MEASURES_OF_A_PAGE = 50_000;

/** The evaluations of a version. */
export const EVALUATION_LIST: ListSource = {
  name: 'evaluations',
  select: EVALUATION_ROW,
  from: 'evaluations e',
  fields: {
    dataset: { column: 'e.dataset_name', type: 'text' },
    datasetVersion: { column: 'e.dataset_version', type: 'text' },
    datasetDigest: { column: 'e.dataset_digest', type: 'text' },
    datasetSplit: { column: 'e.dataset_split', type: 'text' },
    evaluator: { column: 'e.evaluator', type: 'text' },
    environment: { column: 'e.environment', type: 'text' },
    labelDefinition: { column: 'e.label_definition', type: 'text' },
    sliceDefinition: { column: 'e.slice_definition', type: 'text' },
    predictionDigest: { column: 'e.prediction_digest', type: 'text' },
    digest: { column: 'e.digest', type: 'text' },
    evaluatedAt: { column: 'e.evaluated_at', type: 'timestamptz', sortable: true },
    createdAt: { column: 'e.created_at', type: 'timestamptz', sortable: true },
    createdBy: { column: 'e.created_by', type: 'text' },
    id: { column: 'e.id', type: 'uuid', sortable: true, operators: EXACT },
  },
  defaultSort: '-createdAt',
  tieBreaker: 'id',
};

/** SQL of how many measures a candidate brings to a page that shows these parts. */
function weightOf(parts: readonly EvidencePart[]): string {
  const weights: Record<EvidencePart, string> = {
    metrics: `(SELECT size FROM evaluation_metrics WHERE evaluation_id = c.id)`,
    paired: `(SELECT coalesce(sum(octet_length(evidence::text)) / 100, 0) FROM evaluation_pairs WHERE evaluation_id = c.id)`,
  };
  return ['0', ...parts.map((part) => weights[part])].join(' + ');
}

/** Evaluations of a version; those that do not fit the page are left for the next one, and their evidence is not read. */
export async function listEvaluationRows(
  manager: EntityManager,
  { modelId, version }: Pick<Evaluation, 'modelId' | 'version'>,
  query: ListQuery,
  include: Inclusion = 'all',
): Promise<Page<EvaluationRow>> {
  const { select, from } = EVALUATION_LIST;
  const parts = includedParts(include);
  const asked = askList(EVALUATION_LIST, query, { 'e.model_id = ?': modelId, 'e.version = ?': version });
  const limit = limitOf(query);
  const rows = await readSearched<PackedRow & PositionedRow & { fits: boolean }>(
    manager,
    query,
    `WITH candidate AS (
       SELECT e.*, ${asked.position} AS "listPosition", row_number() OVER (ORDER BY ${asked.orderBy}) AS place FROM ${from} ${asked.joins}
       WHERE ${asked.conditions.join(' AND ')} ORDER BY place LIMIT ${limit + 1}),
     weighed AS (
       SELECT c.*, sum(${weightOf(parts)}) OVER (ORDER BY c.place) AS measures FROM candidate c),
     page AS (
       SELECT w.*, w.place = 1 OR (w.place <= ${limit} AND w.measures <= ${MOST_MEASURES_OF_A_PAGE}) AS fits FROM weighed w)
     SELECT ${select}, e."listPosition", e.fits, evidence.* FROM page e JOIN models m ON m.id = e.model_id
     LEFT JOIN LATERAL (SELECT ${evidenceOf(parts)}) evidence ON e.fits ORDER BY e.place`,
    asked.parameters,
  );
  const page = toPage(rows, asked, rows.filter(({ fits }) => fits).length);
  return mapPage(page, unpack);
}

/**
 * What gates need of some versions: the header of every evaluation, and the evidence of the newest one per dataset,
 * since an older one never counts. With `ids`, of these evaluations alone.
 */
export async function loadEvidenceRows(
  manager: EntityManager,
  modelId: string,
  versions: readonly number[],
  ids: readonly string[] | null = null,
): Promise<EvaluationRow[]> {
  const rows: PackedRow[] = await manager.query(
    `WITH header AS (
       SELECT e.*, row_number() OVER (
         PARTITION BY e.version, e.dataset_name, e.dataset_version, e.dataset_digest, e.dataset_split
         ORDER BY e.created_at DESC, e.id DESC) = 1 AS newest
       FROM evaluations e WHERE e.model_id = $1 AND e.version = ANY($2) AND ($3::uuid[] IS NULL OR e.id = ANY($3)))
     SELECT ${EVALUATION_ROW}, evidence.* FROM header e JOIN models m ON m.id = e.model_id
     LEFT JOIN LATERAL (SELECT ${EVIDENCE}) evidence ON e.newest`,
    [modelId, versions, ids],
  );
  return rows.map(unpack);
}

/** How many versions of a model were measured on each version of some datasets, until now or until a time. */
export function countVersionsByDataset(
  manager: EntityManager,
  modelId: string,
  names: readonly string[],
  at?: Date,
): Promise<{ name: string; version: string; versions: number }[]> {
  return manager.query(
    `SELECT dataset_name AS name, dataset_version AS version, count(DISTINCT version)::int AS versions
     FROM evaluations
     WHERE model_id = $1 AND dataset_name = ANY($2) AND ($3::timestamptz IS NULL OR created_at <= $3)
     GROUP BY dataset_name, dataset_version ORDER BY dataset_name, dataset_version`,
    [modelId, names, at ?? null],
  );
}

/** How many of these evaluations are there. */
export async function countEvaluations(manager: EntityManager, ids: readonly string[]): Promise<number> {
  const [row]: { there: number }[] = await manager.query(
    `SELECT count(*)::int AS there FROM evaluations WHERE id = ANY($1)`,
    [ids],
  );
  return row!.there;
}

/** The head of an evaluation that is known to exist, without its evidence. */
export function loadEvaluation(manager: EntityManager, id: string): Promise<Evaluation> {
  return manager.findOneByOrFail(Evaluation, { id });
}

/** Whether an evaluation holds evidence that is paired with a version. */
export async function isPairedWith(manager: EntityManager, evaluationId: string, incumbent: number): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM evaluation_pairs WHERE evaluation_id = $1 AND incumbent_version = $2 LIMIT 1`,
    [evaluationId, incumbent],
  );
  return rows.length > 0;
}

function unpack(row: PackedRow): EvaluationRow {
  const metrics = (row.metrics ?? []).map(
    (values) => Object.fromEntries(METRIC_FIELDS.map((field, index) => [field, values[index]])) as unknown as MetricRow,
  );
  const paired = (row.paired ?? []).map(([incumbentVersion, sliceKey, kind, evidence]) => ({
    incumbentVersion,
    sliceKey,
    kind,
    evidence,
  }));
  return { ...row, metrics, paired };
}

/** When the newest evaluation of some versions was submitted, and by whom. */
export async function findNewestEvaluation(
  manager: EntityManager,
  modelId: string,
  versions: readonly number[],
): Promise<{ at: Date; by: string } | undefined> {
  const [newest]: { at: Date; by: string }[] = await manager.query(
    `SELECT e.created_at AS at, e.created_by AS by FROM evaluations e
     WHERE e.model_id = $1 AND e.version = ANY($2) ORDER BY e.id DESC LIMIT 1`,
    [modelId, versions],
  );
  return newest;
}
