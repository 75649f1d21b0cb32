import pg from 'pg';
import { type History } from './history.js';
import { findViolation } from './linearizable.js';
import { type Ledger } from './people.js';

/** Counts of what must not be in the database, whatever happened to it. */
const BROKEN = `
  SELECT
    (SELECT count(*) FROM (SELECT FROM model_versions WHERE stage = 'Production' GROUP BY model_id HAVING count(*) > 1) twice)
      AS "models with two versions in Production",
    (SELECT count(*) FROM model_versions v WHERE (v.stage = 'Production') <> EXISTS (SELECT FROM production_tenures t
       WHERE t.model_id = v.model_id AND t.version = v.version AND upper_inf(t.held)))
      AS "versions whose stage and tenure differ",
    (SELECT count(*) FROM production_tenures one JOIN production_tenures other
       ON other.model_id = one.model_id AND other.version <> one.version AND other.held && one.held)
      AS "tenures that overlap",
    (SELECT count(*) FROM model_versions v WHERE NOT EXISTS (SELECT FROM audit_events e
       WHERE e.model_id = v.model_id AND e.version = v.version AND e.action = 'version.registered'))
      AS "versions without an event",
    (SELECT count(*) FROM transitions t WHERE t.status = 'applied' AND NOT EXISTS (SELECT FROM audit_events e
       WHERE e.details ->> 'transitionId' = t.id::text))
      AS "transitions without an event",
    (SELECT count(*) FROM models m WHERE m.last_version <> (SELECT count(*) FROM model_versions v WHERE v.model_id = m.id))
      AS "models whose numbers have gaps"`;

const VERSIONS = `SELECT artifact_uri AS key, count(*)::int AS times FROM model_versions GROUP BY artifact_uri`;
const TRANSITIONS = `SELECT reason AS key, count(*)::int AS times FROM transitions WHERE status = 'applied' GROUP BY reason`;

/** All that went wrong, in sentences; a run without one held. */
export async function violations(databaseUrl: string, history: History, ledger: Ledger): Promise<string[]> {
  const sql = new pg.Client(databaseUrl);
  await sql.connect();
  try {
    return [
      ...ledger.wrong,
      ...unorderable(history),
      ...(await brokenRows(sql)),
      ...lost('version', ledger.versions, await effects(sql, VERSIONS), (key) => `s3://${key}`),
      ...lost('transition', ledger.transitions, await effects(sql, TRANSITIONS), (key) => key),
    ];
  } finally {
    await sql.end();
  }
}

function unorderable(history: History): string[] {
  return history.models.flatMap((model) => {
    const stuck = findViolation(history.of(model));
    return stuck ? [`What callers saw of ${model} has no order; it breaks at ${JSON.stringify(stuck)}.`] : [];
  });
}

/** Rows that must not be in the database, whatever was done. */
export async function contradictions(databaseUrl: string): Promise<string[]> {
  const sql = new pg.Client(databaseUrl);
  await sql.connect();
  return brokenRows(sql).finally(() => sql.end());
}

async function brokenRows(sql: pg.Client): Promise<string[]> {
  const { rows } = await sql.query<Record<string, string>>(BROKEN);
  return Object.entries(rows[0]!).flatMap(([what, count]) => (count === '0' ? [] : [`${count} ${what}`]));
}

async function effects(sql: pg.Client, query: string): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ key: string; times: number }>(query);
  return new Map(rows.map(({ key, times }) => [key, times]));
}

/** What was acknowledged is there once, and nothing is there twice. */
function lost(
  noun: string,
  acknowledged: readonly { key: string }[],
  found: ReadonlyMap<string, number>,
  nameOf: (key: string) => string,
): string[] {
  const missing = acknowledged.filter(({ key }) => !found.has(nameOf(key)));
  const twice = [...found].filter(([, times]) => times > 1);
  return [
    ...missing.map(({ key }) => `An acknowledged ${noun} is lost: ${key}.`),
    ...twice.map(([key, times]) => `A ${noun} happened ${times} times: ${key}.`),
  ];
}
