import { type EntityManager } from 'typeorm';
import { columnNames, columnsOf, toColumns } from '../../platform/database/columns.js';
import { type PreparedReads } from '../../platform/database/prepared-reads.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { ModelAlias } from './model-alias.entity.js';
import { ModelVersion } from './model-version.entity.js';
import { type Tenure } from './past-version.js';
import { type VersionRow } from './version-row.js';
import { IMPORT_OF_VERSION } from './version-imports.queries.js';
import { RUN_OF_VERSION } from './version-runs.queries.js';
import { type RegisterVersionRequest, type Registration } from './versions.dto.js';
import { versionNotFound } from './versions.problems.js';

const VERSION_COLUMNS = `${columnsOf(ModelVersion, 'v')},
  (SELECT array_agg(a.alias ORDER BY a.alias) FROM model_aliases a
     WHERE a.model_id = v.model_id AND a.version = v.version) AS aliases`;

/** A version as it is answered, of the row `v`. */
export const VERSION_ROW = `${VERSION_COLUMNS}, (SELECT m.name FROM models m WHERE m.id = v.model_id) AS "modelName"`;

/** The same of a version whose model the statement reads as well. */
const VERSION_OF_MODEL = `${VERSION_COLUMNS}, m.name AS "modelName"`;

/**
 * Inserts a version; the database gives it the next number. Undefined when there is no such model; the lock makes a
 * model that is deleted meanwhile no such model either.
 */
export async function insertVersion(
  manager: EntityManager,
  model: string,
  request: Registration,
  subject: string,
): Promise<VersionRow | undefined> {
  const row = givenRow(request, subject);
  const names = columnNames(ModelVersion, Object.keys(row) as (keyof typeof row)[]);
  const rows: VersionRow[] = await manager.query(
    `WITH v AS (
       INSERT INTO model_versions (model_id, ${names.join(', ')})
       SELECT m.id, ${names.map((name) => `r.${name}`).join(', ')}
       FROM models m, json_populate_record(NULL::model_versions, $2) r
       WHERE m.name = $1 AND m.deleted_at IS NULL FOR NO KEY UPDATE OF m
       RETURNING *)
     SELECT ${VERSION_ROW} FROM v`,
    [model, toColumns(ModelVersion, row)],
  );
  return rows[0];
}

/** What the registrant says of a version; the database gives it all else. */
function givenRow(request: Registration, createdBy: string) {
  const { dataset, description, params, metrics, tags } = request;
  return {
    runId: request.runId ?? null,
    artifactUri: request.artifactUri,
    artifactDigest: request.artifactDigest ?? null,
    ...datasetColumns(dataset),
    gitCommit: request.gitCommit ?? null,
    framework: request.framework ?? null,
    signature: request.signature ?? null,
    source: request.source ?? null,
    runLink: request.runLink ?? null,
    loggedModelId: request.loggedModelId ?? null,
    params: params ?? {},
    metrics: metrics ?? {},
    description: description ?? '',
    tags: tags ?? {},
    createdBy,
  } satisfies Partial<ModelVersion>;
}

function datasetColumns(dataset: RegisterVersionRequest['dataset']) {
  const { name = null, version = null, digest = null } = dataset ?? {};
  return { datasetName: name, datasetVersion: version, datasetDigest: digest };
}

const LIVE_VERSION = `
  SELECT ${VERSION_OF_MODEL}, ${RUN_OF_VERSION}, ${IMPORT_OF_VERSION} FROM models m JOIN model_versions v ON v.model_id = m.id
  WHERE m.name = $1 AND m.deleted_at IS NULL AND v.version = $2 AND v.deleted_at IS NULL`;

/** One version, or 404; the statement is prepared once per connection. */
export async function findVersion(reads: PreparedReads, model: string, version: number): Promise<VersionRow> {
  const rows = await reads.query<VersionRow>({ name: 'find-version', text: LIVE_VERSION }, [model, version]);
  return rows[0] ?? missing(model, version);
}

/** The same inside a transaction that holds the model's lock. */
export async function loadVersion(manager: EntityManager, model: string, version: number): Promise<VersionRow> {
  const [row]: VersionRow[] = await manager.query(LIVE_VERSION, [model, version]);
  return row ?? missing(model, version);
}

function missing(model: string, version: number): never {
  throw versionNotFound(model, version);
}

/** The Production version: one probe of the partial unique index, however many versions there are. */
export async function findProduction(reads: PreparedReads, model: string): Promise<VersionRow | undefined> {
  const text = `
    SELECT ${VERSION_OF_MODEL} FROM models m JOIN model_versions v ON v.model_id = m.id AND v.stage = 'Production'
    WHERE m.name = $1 AND m.deleted_at IS NULL`;
  const rows = await reads.query<VersionRow>({ name: 'find-production', text }, [model]);
  return rows[0];
}

/** What the alias $2 of the model `m` points at: champion at Production, latest at the highest version, others where they were set. */
export const ALIASED_VERSION = `CASE $2::text
    WHEN 'champion' THEN (SELECT p.version FROM model_versions p WHERE p.model_id = m.id AND p.stage = 'Production')
    WHEN 'latest' THEN (SELECT l.version FROM model_versions l WHERE l.model_id = m.id AND l.deleted_at IS NULL
                        ORDER BY l.version DESC LIMIT 1)
    ELSE (SELECT a.version FROM model_aliases a WHERE a.model_id = m.id AND a.alias = $2) END`;

const ALIASED = `SELECT ${ALIASED_VERSION} AS version FROM models m WHERE m.name = $1 AND m.deleted_at IS NULL`;

/** The version that an alias of a live model points at, or null; 404 when there is no such model. */
export async function findAliased(reads: PreparedReads, model: string, alias: string): Promise<number | null> {
  const rows = await reads.query<{ version: number | null }>({ name: 'find-alias', text: ALIASED }, [model, alias]);
  return aliasedOf(rows, model);
}

/** The same inside a transaction. */
export async function loadAliased(manager: EntityManager, model: string, alias: string): Promise<number | null> {
  return aliasedOf(await manager.query(ALIASED, [model, alias]), model);
}

function aliasedOf([row]: { version: number | null }[], model: string): number | null {
  if (!row) throw modelNotFound(model);
  return row.version;
}

/** What is known of a moment of a model's past; the version is null when none held Production then. */
export interface Moment {
  version: number | null;
  isToCome: boolean;
  /** Until when the times of the model are ahead of the clock, which was set back since; null when they are not. */
  clockAheadUntil: Date | null;
}

/** A moment at which a version held Production: the version as it is now, and its tenure then. */
export type HeldMoment = VersionRow & Tenure & Moment;

/** A second is left to callers whose clock is ahead of the database's. */
const IN_PRODUCTION_AT = `
  SELECT ${VERSION_ROW}, lower(t.held) AS "startedAt", upper(t.held) AS "endedAt",
    (SELECT count(*)::int FROM production_tenures e
       WHERE e.model_id = t.model_id AND e.version = t.version AND lower(e.held) <= lower(t.held)) AS place,
    $2::timestamptz > greatest(clock_timestamp() + interval '1 second', m.updated_at) AS "isToCome",
    CASE WHEN m.updated_at > clock_timestamp() + interval '2 seconds' THEN m.updated_at END AS "clockAheadUntil"
  FROM models m
  LEFT JOIN production_tenures t ON t.model_id = m.id AND t.held @> $2::timestamptz
  LEFT JOIN model_versions v ON v.model_id = t.model_id AND v.version = t.version
  WHERE m.name = $1 AND m.deleted_at IS NULL`;

/** A moment of a live model's past, or undefined when there is no such model. */
export async function findTenureAt(manager: EntityManager, model: string, at: string): Promise<Moment | undefined> {
  const [found]: Moment[] = await manager.query(IN_PRODUCTION_AT, [model, at]);
  return found;
}

/** The highest version in a stage. The plan is made for one model, whose index entries it reads from the end. */
export async function findLatestInStage(
  reads: PreparedReads,
  model: string,
  stage: string,
): Promise<VersionRow | undefined> {
  const text = `
    SELECT ${VERSION_ROW} FROM model_versions v
    WHERE v.model_id = (SELECT id FROM models WHERE name = $1 AND deleted_at IS NULL) AND v.stage = $2 AND v.deleted_at IS NULL
    ORDER BY v.version DESC LIMIT 1`;
  const rows = await reads.query<VersionRow>({ name: 'find-latest-in-stage', text }, [model, stage]);
  return rows[0];
}

/** The versions in a stage, inside a transaction that holds the model's lock. */
export async function findVersionsInStage(manager: EntityManager, modelId: string, stage: string): Promise<number[]> {
  const rows: { version: number }[] = await manager.query(
    `SELECT version FROM model_versions WHERE model_id = $1 AND stage = $2 AND deleted_at IS NULL ORDER BY version`,
    [modelId, stage],
  );
  return rows.map(({ version }) => version);
}

export async function hasHeldProduction(manager: EntityManager, modelId: string, version: number): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM production_tenures WHERE model_id = $1 AND version = $2 LIMIT 1`,
    [modelId, version],
  );
  return rows.length > 0;
}

/** The Production version inside a transaction, or null. */
export async function loadProduction(manager: EntityManager, modelId: string): Promise<VersionRow | null> {
  const rows: VersionRow[] = await manager.query(
    `SELECT ${VERSION_ROW} FROM model_versions v WHERE v.model_id = $1 AND v.stage = 'Production'`,
    [modelId],
  );
  return rows[0] ?? null;
}

/** A version, or 404, and the version in Production beside it; `besides` selects more of the same row, `v`. */
export async function loadBesideProduction<Besides extends object = object>(
  manager: EntityManager,
  model: { id: string; name: string },
  version: number,
  besides = '',
): Promise<{ row: VersionRow & Besides; production: VersionRow | null }> {
  const rows: (VersionRow & Besides)[] = await manager.query(
    `SELECT ${VERSION_ROW} ${besides} FROM model_versions v
     WHERE v.model_id = $1 AND v.deleted_at IS NULL AND (v.version = $2 OR v.stage = 'Production')`,
    [model.id, version],
  );
  const row = rows.find((candidate) => candidate.version === version);
  return {
    row: row ?? missing(model.name, version),
    production: rows.find(({ stage }) => stage === 'Production') ?? null,
  };
}

/** Versions of a model by their numbers, deleted ones too: what was judged once stays judged. */
export function loadVersions(
  manager: EntityManager,
  modelId: string,
  versions: readonly number[],
): Promise<VersionRow[]> {
  return manager.query(`SELECT ${VERSION_ROW} FROM model_versions v WHERE v.model_id = $1 AND v.version = ANY($2)`, [
    modelId,
    versions,
  ]);
}

/** What a change of stage writes into the version that moves. */
export interface StageEntry extends Pick<ModelVersion, 'modelId' | 'version' | 'stage'> {
  at: Date;
  by: string;
  requestedBy: string;
  approvedBy: string[];
}

/** Puts a version into a stage; the triggers close and open the tenures of Production. */
export async function enterStage(
  manager: EntityManager,
  { modelId, version, stage, at, by, requestedBy, approvedBy }: StageEntry,
): Promise<void> {
  await manager.query(
    `UPDATE model_versions SET stage = $3, stage_entered_at = $4, updated_at = $4,
       promoted_at = CASE WHEN $3 = 'Production' THEN $4 ELSE promoted_at END,
       promoted_by = CASE WHEN $3 = 'Production' THEN $5 ELSE promoted_by END,
       promotion_requested_by = CASE WHEN $3 = 'Production' THEN $6 ELSE promotion_requested_by END,
       promotion_approved_by = CASE WHEN $3 = 'Production' THEN $7::text[] ELSE promotion_approved_by END
     WHERE model_id = $1 AND version = $2`,
    [modelId, version, stage, at, by, requestedBy, approvedBy],
  );
}

/** Archives the version in Production, for another one to enter; a rollback is remembered of it. */
export async function leaveProduction(
  manager: EntityManager,
  { modelId, version }: Pick<ModelVersion, 'modelId' | 'version'>,
  at: Date,
  isRollback: boolean,
): Promise<void> {
  await manager.query(
    `UPDATE model_versions SET stage = 'Archived', stage_entered_at = $3, updated_at = $3,
       rolled_back_at = CASE WHEN $4 THEN $3 ELSE rolled_back_at END
     WHERE model_id = $1 AND version = $2`,
    [modelId, version, at, isRollback],
  );
}

/** Points a free alias at a version. */
export async function writeAlias(manager: EntityManager, alias: ModelAlias): Promise<void> {
  await manager.query(
    `INSERT INTO model_aliases (model_id, alias, version, updated_at, updated_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (model_id, alias) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [alias.modelId, alias.alias, alias.version, alias.updatedAt, alias.updatedBy],
  );
}

export async function removeAlias(manager: EntityManager, { modelId, alias }: ModelAlias): Promise<void> {
  await manager.delete(ModelAlias, { modelId, alias });
}
