import { type EntityManager } from 'typeorm';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { PAST_ACTIONS, type PastEvent, type PastVersion, versionAsItStood } from './past-version.js';
import { type VersionRow } from './version-row.js';
import { atIsToCome } from './versions.problems.js';
import { findTenureAt, type HeldMoment, type Moment } from './versions.queries.js';

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

function isHeld(moment: Moment): moment is HeldMoment {
  return moment.version !== null;
}

/** What happened to a version until a time; the promotion into the tenure is written a moment after its time. */
function listPastEvents(manager: EntityManager, { modelId, version }: VersionRow, at: string): Promise<PastEvent[]> {
  return manager.query(
    `SELECT e.at, e.actor, e.action, e.details FROM audit_events e
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
       SELECT DISTINCT ON (e.details ->> 'alias') e.details ->> 'alias' AS alias, e.action, e.version FROM audit_events e
       WHERE e.model_id = $1 AND e.action IN ('alias.set', 'alias.deleted', 'transition.applied')
         AND e.details ? 'alias' AND e.at <= $3
       ORDER BY e.details ->> 'alias', e.sequence DESC) newest
     WHERE newest.version = $2 AND newest.action <> 'alias.deleted' ORDER BY newest.alias`,
    [modelId, version, at],
  );
  return rows.map(({ alias }) => alias);
}
