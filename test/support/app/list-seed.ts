import { type Client } from 'pg';

/** A moment that grows with `i` from the first day of 2020 to the end of 2026, over `count` rows. */
const moment = (count: number, i = 'i'): string =>
  `date_trunc('milliseconds', timestamptz '2020-01-01' + ${i} * (interval '2500 days' / ${count}))`;

/** An id whose order is that of `i`, as ids that are made one after another have. */
const id = (kind: number, i = 'i'): string =>
  `(lpad(to_hex(${kind}), 8, '0') || '-' || lpad(to_hex(${i} >> 16), 4, '0') || '-7' || lpad(to_hex((${i} >> 4) & 4095), 3, '0') || '-8000-' || lpad(to_hex(${i}), 12, '0'))::uuid`;

/** Mostly a build, sometimes one of many people, and once in a while somebody who is seldom seen. */
const person = `CASE WHEN i % 9973 = 0 THEN 'rare' WHEN i % 3 = 0 THEN 'person-' || i % 500 ELSE 'ci' END`;

/** Of every third row, what another registry said: other times, and another hand. */
const origin = (count: number): string =>
  [moment(count, `(i * 31 % ${count})`), `'there-' || i % 7`, moment(count, `(i * 37 % ${count})`)]
    .map((value) => `CASE WHEN i % 3 = 1 THEN ${value} END`)
    .join(', ');

const MODELS = 20_000;
const TRANSITIONS = 20_000;
const DATASETS = 20_000;
const EVALUATIONS = 20_000;
const JOBS = 20_000;
const TOKENS = 20_000;
const EVENTS = 30_000;
const SEGMENTS = 20_000;
/** As many as there may be. */
const WEBHOOKS = 1_000;
/** It has half of all deliveries. */
export const BUSY_WEBHOOK = '00000008-0000-7000-8000-000000000000';
/** Of the busy model: more than a page may touch. */
export const BUSY_VERSIONS = 5_000;
/** Rows that belong to the busy model: every fiftieth of the first ones. */
const owner = (i = 'i'): string => `CASE WHEN ${i} % 50 = 0 THEN 0 ELSE ${i} % ${MODELS} END`;

const SEED = `
  INSERT INTO models (id, name, description, owner, tags, last_version, created_at, created_by, updated_at, deleted_at, deleted_by,
      origin_created_at, origin_created_by, origin_updated_at)
    SELECT ${id(1)}, 'model-' || i, 'Number ' || i,
      CASE WHEN i % 9973 = 0 THEN 'rare' ELSE 'team-' || i % 20 END,
      jsonb_build_object('team', CASE WHEN i % 9973 = 0 THEN 'rare' ELSE 'team-' || i % 20 END), 2,
      ${moment(MODELS)}, ${person}, ${moment(MODELS, `(i * 7919 % ${MODELS})`)},
      CASE WHEN i % 40 = 39 THEN ${moment(MODELS)} END, CASE WHEN i % 40 = 39 THEN 'ci' END, ${origin(MODELS)}
    FROM generate_series(0, ${MODELS - 1}) i;
  INSERT INTO model_versions (model_id, version, stage, stage_entered_at, artifact_uri, run_id, dataset_name,
      dataset_version, created_at, created_by, updated_at, tags, params, origin_created_at, origin_created_by, origin_updated_at)
    SELECT ${id(1, 'model')}, version,
      CASE WHEN model % 40 = 39 THEN 'None' WHEN version = 2 AND model % 2 = 0 THEN 'Production' WHEN model % 4999 = 1 THEN 'Staging'
        WHEN version = 1 AND model % 3 = 0 THEN 'Archived' ELSE 'None' END,
      ${moment(MODELS)}, 's3://models/' || i, 'run-' || i, 'adult', '1', ${moment(MODELS)}, ${person}, ${moment(MODELS)},
      CASE WHEN i % 9973 = 0 THEN '{"team": "rare"}' ELSE '{}' END::jsonb,
      CASE i % 3 WHEN 0 THEN jsonb_build_object('lr', i % 89 / 89.0) WHEN 1 THEN jsonb_build_object('lr', 'text ' || i) ELSE '{}' END,
      ${origin(MODELS)}
    FROM (SELECT model AS i, model, version FROM generate_series(0, ${MODELS - 1}) model, generate_series(1, 2) version
      UNION ALL SELECT version, 0, version FROM generate_series(3, ${BUSY_VERSIONS}) version) v;
  INSERT INTO transitions (id, model_id, version, from_stage, to_stage, kind, status, requested_by, requested_at,
      pinned_generation, settled_at)
    SELECT ${id(2)}, ${id(1, `CASE WHEN i % 5 = 0 THEN 0 ELSE i END`)}, 1 + i % 2, 'Staging',
      CASE WHEN i % 4001 = 0 THEN 'None' WHEN i % 5 < 3 THEN 'Staging' ELSE 'Production' END,
      CASE WHEN i % 4001 = 0 THEN 'rollback' WHEN i % 401 = 0 THEN 'demote' ELSE 'promote' END,
      CASE WHEN i % 6007 = 1 THEN 'awaiting_approval' WHEN i % 8009 = 0 THEN 'stale' WHEN i % 997 = 0 THEN 'cancelled' WHEN i % 5 = 0 THEN 'refused' ELSE 'applied' END,
      ${person}, ${moment(TRANSITIONS)}, 1, CASE WHEN i % 6007 = 1 THEN NULL ELSE ${moment(TRANSITIONS)} END
    FROM generate_series(0, ${TRANSITIONS - 1}) i;
  INSERT INTO dataset_versions (id, name, version, digest, row_count, inventory, created_at, created_by)
    SELECT ${id(3)}, 'dataset-' || i % 1500, CASE WHEN i % 9973 = 0 THEN 'rare' ELSE (i / 1500)::text END, 'digest-' || i, 1,
      '{}', ${moment(DATASETS)}, ${person}
    FROM generate_series(0, ${DATASETS - 1}) i;
  INSERT INTO evaluations (id, model_id, version, dataset_name, dataset_version, evaluator, evaluated_at, digest, created_at, created_by)
    SELECT ${id(4)}, ${id(1, owner())}, 1, 'adult', i::text, 'sklearn', ${moment(EVALUATIONS)}, 'x', ${moment(EVALUATIONS)}, ${person}
    FROM generate_series(0, ${EVALUATIONS - 1}) i;
  INSERT INTO evaluation_metrics (evaluation_id, size, names, slice_keys, metric_values)
    SELECT id, 1, '{accuracy}', '{"{}"}', '{0.5}' FROM evaluations WHERE model_id = ${id(1, '0')};
  INSERT INTO version_metrics (model_id, version, measured_at, evaluation_id, dataset_name, dataset_version, metrics)
    SELECT model_id, version, ${moment(BUSY_VERSIONS, 'version')} + of * interval '1 day', ${id(4, '(version * 2 + of)')}, 'adult', of::text,
      jsonb_build_object('auc', (version * 7919 % 9973) / 9973.0 - of / 10.0)
    FROM model_versions, generate_series(1, 2) of WHERE version % 5 > 0;
  INSERT INTO prediction_stores (id, seen_at) VALUES (${id(5, '1')}, now());
  INSERT INTO prediction_jobs (id, model_id, version, status, request, source, store_id, evaluation_id, error, request_id, created_at,
      created_by, lease_owner, lease_expires_at)
    SELECT ${id(6)}, ${id(1, owner())}, 1 + i % 2, status, '{}', '{}', ${id(5, '1')},
      CASE WHEN status = 'succeeded' THEN ${id(4)} END, CASE WHEN status = 'failed' THEN '{}'::jsonb END, 'request-' || i,
      ${moment(JOBS)}, ${person}, CASE WHEN status = 'running' THEN ${id(6)} END, CASE WHEN status = 'running' THEN now() END
    FROM (SELECT i, CASE WHEN i > ${JOBS} - 20 THEN 'queued' WHEN i > ${JOBS} - 24 THEN 'running' WHEN i % 401 = 0 THEN 'failed'
      WHEN i % 7 = 0 THEN 'cancelled' ELSE 'succeeded' END AS status FROM generate_series(0, ${JOBS - 1}) i) job;
  INSERT INTO tokens (id, subject, roles, digest, issued_at, issued_by, expires_at)
    SELECT ${id(7)}, ${person}, ARRAY['viewer'], 'digest-' || i, ${moment(TOKENS)}, ${person}, ${moment(TOKENS)} + interval '1 day'
    FROM generate_series(0, ${TOKENS - 1}) i;
  INSERT INTO sessions (id, digest, token_id, subject, started_at, last_seen_at, idle_until, ends_at, address)
    SELECT ${id(7)}, 'digest-' || i, ${id(7)}, ${person}, now(), now(), now() + interval '1 hour', now() + interval '1 day', '::1'
    FROM generate_series(0, ${TOKENS - 1}) i;
  INSERT INTO role_bindings (id, subject, group_name, role, model_id, created_at, created_by)
    SELECT ${id(8)}, CASE WHEN i % 2 = 0 THEN ${person} END, CASE WHEN i % 2 = 1 THEN 'group-' || i % 500 END,
      CASE WHEN i = 7 THEN 'rare' ELSE 'viewer' END, ${id(1, owner())}, ${moment(TOKENS)}, ${person}
    FROM generate_series(0, ${TOKENS - 1}) i;
  INSERT INTO gate_policy_revisions (scope, revision, model_id, source, policy, digest, created_at, created_by)
    SELECT ${id(1, 'model')}::text, revision, ${id(1, 'model')}, '{}', '{}', 'x', ${moment(MODELS)}, ${person}
    FROM (SELECT i, i AS model, 1 AS revision FROM generate_series(1, ${MODELS - 1}) i
      UNION ALL SELECT i, 0, i FROM generate_series(1, 400) i) r;
  INSERT INTO audit_events (sequence, chain, position, at, actor, action, model_id, model, version, request_id, details, content_digest,
      previous_hash, hash)
    SELECT i, ${id(1, owner())}, i, ${moment(EVENTS)}, ${person},
      CASE WHEN i % 9973 = 0 THEN 'token.revoked' WHEN i % 2 = 0 THEN 'version.registered' ELSE 'evaluation.submitted' END,
      ${id(1, owner())}, 'model-' || ${owner()}, 1 + i % 3, 'request-' || i, '{}', repeat('0', 64), 'x', 'x'
    FROM generate_series(1, ${EVENTS}) i;
  INSERT INTO audit_segments (number, first, last, events, size, digest, last_at, file_digest, seal, archived_at)
    SELECT i, i * 10 - 9, i * 10, 10, i * 10, 'x', ${moment(SEGMENTS)}, 'x', 'x', ${moment(SEGMENTS)} FROM generate_series(1, ${SEGMENTS}) i;
  INSERT INTO audit_archived_events (sequence, chain, position, at, actor, action, details, content_digest, hash)
    SELECT i, 'registry', i, ${moment(SEGMENTS)}, 'ci', 'version.registered', '{}', sha256('x'), sha256('x')
    FROM generate_series(1, ${SEGMENTS} * 10) i;
  INSERT INTO webhooks (id, url, format, types, model, sealed_secrets, position, created_at, created_by)
    SELECT ${id(8)}, 'https://example.org/', 'cloudevents', '{*}', CASE WHEN i % 2 = 0 THEN 'model-' || i END, '', ${EVENTS},
      ${moment(WEBHOOKS)}, ${person}
    FROM generate_series(0, ${WEBHOOKS - 1}) i;
  INSERT INTO webhook_deliveries (id, webhook_id, sequence, chain, action, status, attempts, created_at)
    SELECT ${id(9)}, ${id(8, '(i % 2)')}, i, ${id(1, owner())}, 'version.registered',
      CASE WHEN i % 4001 = 0 THEN 'dead' WHEN i > ${EVENTS} - 200 THEN 'waiting' ELSE 'delivered' END, 1, ${moment(EVENTS)}
    FROM generate_series(1, ${EVENTS}) i;
  INSERT INTO webhook_lanes (webhook_id, chain) SELECT DISTINCT webhook_id, chain FROM webhook_deliveries;`;

/** Fills the tables behind the lists with tens of thousands of rows; answers the id of the busy model. */
export async function seedLists(client: Client): Promise<string> {
  // Triggers give numbers, refuse what is not one step after another, and look up every row that another names.
  await client.query(
    `BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL synchronous_commit = off; ${SEED} COMMIT`,
  );
  await client.query('VACUUM ANALYZE');
  const { rows } = await client.query(`SELECT id FROM models WHERE name = 'model-0'`);
  return rows[0].id;
}
