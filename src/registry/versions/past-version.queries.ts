import { type EntityManager } from 'typeorm';
import { requirePast } from '../../platform/lists/past.queries.js';
import { atIsToCome } from '../../platform/lists/past.problems.js';
import { findModel } from '../models/models.queries.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import {
  type MovingEvent,
  PAST_ACTIONS,
  type PastEvent,
  type PastVersion,
  type Tenure,
  versionAsItStood,
  versionAt,
} from './past-version.js';
import { type VersionRow } from './version-row.js';
import { versionNotFound } from './versions.problems.js';
import { findTenureAt, type HeldMoment, loadVersions, type Moment } from './versions.queries.js';

/**
 * The version that held Production at a time, as it stood then, or undefined.
 * @throws {Problem} 404 when there is no such model, 400 when the time is to come.
 */
export async function loadProductionAt(
  manager: EntityManager,
  model: string,
  at: string,
): Promise<PastVersion | undefined> {
  const found = await findTenureAt(manager, model, at);
  if (!found) throw modelNotFound(model);
  if (found.isToCome) throw atIsToCome(at);
  if (!isHeld(found)) return undefined;
  const { startedAt, endedAt, place, isToCome: _isToCome, clockAheadUntil, ...row } = found;
  const tenure = { startedAt, endedAt, place };
  const events = await listPastEvents(manager, row, at);
  const aliases = await listAliasesAt(manager, row, at);
  return { row: { ...versionAsItStood(row, tenure, events), aliases }, tenure, clockAheadUntil };
}

/**
 * A version as it stood at a time, one that was deleted since too.
 * @throws {Problem} 404 when it was not there then, 400 when the time is to come.
 */
export async function loadVersionAt(
  manager: EntityManager,
  model: string,
  version: number,
  at: string,
): Promise<VersionRow> {
  await requirePast(manager, at);
  const { id: modelId } = await findModel(manager, model);
  const [row] = await loadVersions(manager, modelId, [version]);
  const time = new Date(at);
  if (!row || row.createdAt > time || (row.deletedAt !== null && row.deletedAt <= time))
    throw versionNotFound(model, version);
  const tenures = await listTenuresUntil(manager, row, at);
  const events: MovingEvent[] = await manager.query(
    `SELECT e.at, e.actor, e.action, e.version, e.details FROM audit_record e
     WHERE e.model_id = $1 AND e.action = ANY($3)
       AND (e.version = $2 OR (e.action = 'transition.applied' AND e.details ->> 'displacedVersion' = $2::text))
     ORDER BY e.sequence`,
    [modelId, version, PAST_ACTIONS],
  );
  return { ...versionAt(row, tenures, events, time), aliases: await listAliasesAt(manager, row, at) };
}

/** The tenures of a version that began until a time, oldest first. */
function listTenuresUntil(manager: EntityManager, { modelId, version }: VersionRow, at: string): Promise<Tenure[]> {
  return manager.query(
    `SELECT lower(t.held) AS "startedAt", upper(t.held) AS "endedAt", row_number() OVER (ORDER BY lower(t.held))::int AS place
     FROM production_tenures t WHERE t.model_id = $1 AND t.version = $2 AND lower(t.held) <= $3 ORDER BY lower(t.held)`,
    [modelId, version, at],
  );
}

function isHeld(moment: Moment): moment is HeldMoment {
  return moment.version !== null;
}

/** What happened to a version until a time; the promotion into the tenure is written a moment after its time. */
function listPastEvents(manager: EntityManager, { modelId, version }: VersionRow, at: string): Promise<PastEvent[]> {
  return manager.query(
    `SELECT e.at, e.actor, e.action, e.details FROM audit_record e
     WHERE e.model_id = $1 AND e.version = $2 AND e.action = ANY($3)
       AND (e.at <= $4 OR e.action IN ('transition.applied', 'version.registered'))
     ORDER BY e.sequence`,
    [modelId, version, PAST_ACTIONS, at],
  );
}

/** The aliases that pointed at a version at a time. */
async function listAliasesAt(manager: EntityManager, { modelId, version }: VersionRow, at: string): Promise<string[]> {
  const rows: { alias: string }[] = await manager.query(
    `SELECT newest.alias FROM (
       SELECT DISTINCT ON (e.details ->> 'alias') e.details ->> 'alias' AS alias, e.action, e.version FROM audit_record e
       WHERE e.model_id = $1 AND e.action IN ('alias.set', 'alias.deleted', 'transition.applied')
         AND e.details ? 'alias' AND e.at <= $3
       ORDER BY e.details ->> 'alias', e.sequence DESC) newest
     WHERE newest.version = $2 AND newest.action <> 'alias.deleted' ORDER BY newest.alias`,
    [modelId, version, at],
  );
  return rows.map(({ alias }) => alias);
}
