import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { ambientTransaction } from '../../platform/database/ambient-transaction.js';
import { type PreparedRead, type PreparedReads } from '../../platform/database/prepared-reads.js';
import {
  askList,
  type Conditions,
  type ListSource,
  listStatement,
  type PositionedRow,
  readSearched,
  toPage,
} from '../../platform/lists/lists.queries.js';
import { type ListSpec } from '../../platform/lists/list-field.js';
import { inScope } from '../../platform/lists/scope.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { type ImportOrigin, MODEL_ORIGIN } from '../../registry/models/import-origin.js';
import { MODEL_LIST } from '../../registry/models/models.queries.js';
import { type ModelRow } from '../../registry/models/models.dto.js';
import { type Stage, STAGES } from '../../values/stage.js';
import { VERSION_LIST } from '../../registry/versions/version-list.queries.js';
import { ALIASED_VERSION, VERSION_ROW } from '../../registry/versions/versions.queries.js';
import { type JudgedVersionRow } from './wire.js';

/** A version with the newest judgement of it, which is looked up after an order and a limit have chosen the rows. */
const JUDGED_VERSION = `${VERSION_ROW},
  (SELECT json_build_object('verdict', g.verdict, 'toStage', g.to_stage, 'gateReportId', g.id, 'approvals',
      (SELECT string_agg(a.decided_by, ', ' ORDER BY a.id) FROM transitions t
         JOIN transition_approvals a ON a.transition_id = t.id AND a.decision = 'approve' AND a.ended_at IS NULL
         AND (t.status <> 'awaiting_approval' OR a.expires_at IS NULL OR a.expires_at > now())
         WHERE t.model_id = g.model_id AND t.version = g.challenger AND t.gate_report_id = g.id))
     FROM gate_reports g WHERE g.model_id = v.model_id AND g.challenger = v.version
     ORDER BY g.id DESC LIMIT 1) AS judgement`;

/** A change with an Idempotency-Key answers what only its own transaction sees yet. */
function readNow<Row extends object>(reads: PreparedReads, read: PreparedRead, values: unknown[]): Promise<Row[]> {
  const ambient = ambientTransaction.getStore();
  return ambient ? ambient.query(read.text, values) : reads.query<Row>(read, values);
}

/** One version of a live model, or undefined. */
export async function findJudgedVersion(
  reads: PreparedReads,
  model: string,
  version: number,
): Promise<JudgedVersionRow | undefined> {
  const text = `
    SELECT ${JUDGED_VERSION} FROM models m JOIN model_versions v ON v.model_id = m.id
    WHERE m.name = $1 AND m.deleted_at IS NULL AND v.version = $2 AND v.deleted_at IS NULL`;
  const rows = await readNow<JudgedVersionRow>(reads, { name: 'mlflow-version', text }, [model, version]);
  return rows[0];
}

/** The version that an alias of a live model points at; null when the model has no such alias. */
export async function findAliasedVersion(
  reads: PreparedReads,
  model: string,
  alias: string,
): Promise<JudgedVersionRow | null> {
  const text = `
    SELECT ${JUDGED_VERSION} FROM models m
    LEFT JOIN model_versions v ON v.model_id = m.id AND v.version = ${ALIASED_VERSION} AND v.deleted_at IS NULL
    WHERE m.name = $1 AND m.deleted_at IS NULL`;
  const [row] = await readNow<JudgedVersionRow>(reads, { name: 'mlflow-alias', text }, [model, alias]);
  if (!row) throw modelNotFound(model);
  return row.version === null ? null : row;
}

/** Of each model the highest version in each stage: one probe of an index each, however many versions there are. */
const LATEST_VERSIONS = `
  SELECT ${JUDGED_VERSION} FROM models m
  CROSS JOIN unnest($2::text[]) WITH ORDINALITY AS s (stage, place)
  CROSS JOIN LATERAL (
    SELECT l.* FROM model_versions l WHERE l.model_id = m.id AND l.stage = s.stage AND l.deleted_at IS NULL
    ORDER BY l.version DESC LIMIT 1) v
  WHERE m.name = ANY ($1::text[]) AND m.deleted_at IS NULL ORDER BY m.name, s.place`;

export function findLatestVersions(
  reads: PreparedReads,
  models: readonly string[],
  stages: readonly Stage[] = STAGES,
): Promise<JudgedVersionRow[]> {
  return readNow(reads, { name: 'mlflow-latest-versions', text: LATEST_VERSIONS }, [models, stages]);
}

/** What is shown of the making and the last change of a row: what was imported is found and ordered by what is told of it. */
function shownFields(row: 'm' | 'v'): ListSpec['fields'] {
  return {
    createdAt: {
      column: `coalesce(${row}.origin_created_at, ${row}.created_at)`,
      type: 'timestamptz',
      sortable: true,
    },
    createdBy: { column: `coalesce(${row}.origin_created_by, ${row}.created_by)`, type: 'text' },
    updatedAt: {
      column: `coalesce(${row}.origin_updated_at, ${row}.updated_at)`,
      type: 'timestamptz',
      sortable: true,
    },
  };
}

/** The models as the other registry had them, where they were taken over from one. */
export const MLFLOW_MODEL_LIST: ListSource = {
  ...MODEL_LIST,
  name: 'mlflow-models',
  select: `${MODEL_LIST.select}, ${MODEL_ORIGIN}`,
  fields: { ...MODEL_LIST.fields, ...shownFields('m') },
};

/** A model with what is told of it there. */
export type MlflowModelRow = ModelRow & ImportOrigin;

/** One live model, or undefined. */
export async function findModelOfName(reads: PreparedReads, name: string): Promise<MlflowModelRow | undefined> {
  const text = `SELECT ${MLFLOW_MODEL_LIST.select} FROM models m WHERE m.name = $1 AND m.deleted_at IS NULL`;
  const rows = await readNow<MlflowModelRow>(reads, { name: 'mlflow-model', text }, [name]);
  return rows[0];
}

/** The versions of all models. */
export const MLFLOW_VERSION_LIST: ListSource = {
  ...VERSION_LIST,
  name: 'mlflow-versions',
  select: JUDGED_VERSION,
  from: `model_versions v JOIN models m ON m.id = v.model_id`,
  where: 'v.deleted_at IS NULL AND m.deleted_at IS NULL',
  fields: {
    ...VERSION_LIST.fields,
    ...shownFields('v'),
    name: { column: 'm.name', type: 'text', sortable: true },
    source: { column: 'coalesce(v.source, v.artifact_uri)', type: 'text' },
    status: { column: `'READY'::text`, type: 'text' },
    loggedModelId: { column: 'v.logged_model_id', type: 'text' },
  },
  defaultSort: '-updatedAt,name,-version',
};

/** Looked up by itself, so that only this model's part of the index is read, however many versions others have. */
const OF_MODEL = 'v.model_id = (SELECT o.id FROM models o WHERE o.name = ? AND o.deleted_at IS NULL)';

/** A search as our lists are asked. */
export interface Search {
  filter: string | undefined;
  alias: string | undefined;
  model: string | undefined;
  sort: string | undefined;
  limit: number;
  cursor: string | undefined;
  /** The models that the caller may know of; null for all. */
  scope: ModelScope | null;
}

export function searchVersions(manager: EntityManager, search: Search): Promise<Page<JudgedVersionRow>> {
  const aliased =
    search.alias === 'champion'
      ? `v.stage = 'Production' AND ? = 'champion'`
      : `EXISTS (SELECT FROM model_aliases a WHERE a.model_id = v.model_id AND a.version = v.version AND a.alias = ?)`;
  return readSearch(manager, MLFLOW_VERSION_LIST, search, { [OF_MODEL]: search.model, [aliased]: search.alias });
}

export function searchModels(manager: EntityManager, search: Search): Promise<Page<MlflowModelRow>> {
  const aliased =
    search.alias === 'champion'
      ? `EXISTS (SELECT FROM model_versions v WHERE v.model_id = m.id AND v.stage = 'Production' AND ? = 'champion')`
      : `EXISTS (SELECT FROM model_aliases a WHERE a.model_id = m.id AND a.alias = ?)`;
  return readSearch(manager, MLFLOW_MODEL_LIST, search, { 'm.name = ?': search.model, [aliased]: search.alias });
}

async function readSearch<Row>(
  manager: EntityManager,
  source: ListSource,
  { filter, alias, model, sort, limit, cursor, scope }: Search,
  conditions: Conditions,
): Promise<Page<Row>> {
  const asked = askList(source, { filter, sort, cursor }, { ...conditions, ...inScope(scope, 'm.id', 'm.name') });
  const isByIndex = model !== undefined && alias === undefined;
  const chosen = isByIndex ? { filter, sort } : { filter, sort: sort ?? source.defaultSort };
  const text = listStatement(source, asked, limit);
  const rows = await readSearched<Row & PositionedRow>(manager, chosen, text, asked.parameters);
  return toPage(rows, asked, limit);
}
