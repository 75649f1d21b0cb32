import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Events that were archived leave their content and keep their place: what a chain is verified by, and what the service itself goes
 * on telling. Only the owner of the table may remove an event, only all of a segment at once, and only for what stays of it.
 */
export class ArchiveTheRecord1795910730000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const [name, place] of INDEXES) await runner.query(`CREATE INDEX ${name} ON audit_archived_events ${place}`);
    await runner.query(VIEW);
    await runner.query(FUNCTIONS);
    await runner.query('DROP TRIGGER audit_events_no_change ON audit_events');
    await runner.query(TRIGGERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ archived }] = (await runner.query('SELECT count(*)::int AS archived FROM audit_segments')) as [
      { archived: number },
    ];
    if (archived > 0) throw new Error('Events were archived: without this migration the record would lack them.');
    await runner.query('DROP VIEW audit_record');
    await runner.query('DROP TRIGGER audit_events_removal ON audit_events');
    await runner.query('DROP TRIGGER audit_events_no_change ON audit_events');
    await runner.query('DROP TABLE audit_archived_events, audit_segments');
    await runner.query(
      'DROP FUNCTION audit_refuse_removal(), audit_refuse_invented(), audit_refuse_others(), audit_is_owner(oid)',
    );
    await runner.query(`
      CREATE TRIGGER audit_events_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`);
  }
}

const TABLES = `
  CREATE TABLE audit_segments (
    number integer CONSTRAINT audit_segments_pkey PRIMARY KEY CONSTRAINT audit_segments_number_check CHECK (number > 0),
    first bigint NOT NULL,
    last bigint NOT NULL CONSTRAINT audit_segments_last_key UNIQUE,
    events bigint NOT NULL,
    size bigint NOT NULL,
    digest text NOT NULL,
    last_at timestamptz NOT NULL,
    file_digest text NOT NULL,
    seal text NOT NULL,
    archived_at timestamptz(3) NOT NULL
  );
  CREATE TABLE audit_archived_events (
    sequence bigint CONSTRAINT audit_archived_events_pkey PRIMARY KEY,
    chain text NOT NULL,
    position bigint NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    model_id uuid,
    model text,
    version integer,
    details jsonb NOT NULL,
    content_digest bytea NOT NULL CONSTRAINT audit_archived_events_content_digest_check CHECK (octet_length(content_digest) = 32),
    hash bytea NOT NULL CONSTRAINT audit_archived_events_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT audit_archived_events_chain_position_key UNIQUE (chain, position)
  )`;

const OBJECT = `(coalesce(details ->> 'transitionId', details ->> 'evaluationId', details ->> 'id'))`;

const GOVERNED = `(coalesce(details ->> 'freezeId', details ->> 'holdId', details ->> 'signatureId', details ->> 'role'))`;

const INDEXES: readonly [name: string, place: string][] = [
  ['audit_archived_events_model_action_idx', '(model_id, action, sequence)'],
  ['audit_archived_events_action_idx', '(action, sequence)'],
  ['audit_archived_events_name_idx', '(model, sequence)'],
  ['audit_archived_events_object_idx', `(${OBJECT}, action) WHERE ${OBJECT} IS NOT NULL`],
  ['audit_archived_events_governed_idx', `(${GOVERNED}, action) WHERE ${GOVERNED} IS NOT NULL`],
];

/** All events, those that were archived with what is left of them. */
const VIEW = `
  CREATE VIEW audit_record AS
    SELECT sequence, chain, position, at, actor, action, model_id, model, version, details, content_digest, hash, false AS is_archived
      FROM audit_events
    UNION ALL
    SELECT sequence, chain, position, at, actor, action, model_id, model, version, details,
      encode(content_digest, 'hex'), encode(hash, 'hex'), true FROM audit_archived_events`;

const FUNCTIONS = `
  CREATE FUNCTION audit_is_owner(of oid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_has_role(current_user, c.relowner, 'USAGE') FROM pg_class c WHERE c.oid = of
  $$;
  CREATE FUNCTION audit_refuse_others() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT audit_is_owner(TG_RELID) THEN
      RAISE EXCEPTION 'Only the owner of % may archive.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE FUNCTION audit_refuse_invented() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM added a LEFT JOIN audit_events e ON e.sequence = a.sequence AND e.chain = a.chain
        AND e.position = a.position AND e.at = a.at AND e.actor = a.actor AND e.action = a.action
        AND e.model_id IS NOT DISTINCT FROM a.model_id AND e.model IS NOT DISTINCT FROM a.model
        AND e.version IS NOT DISTINCT FROM a.version AND e.details @> a.details
        AND decode(e.content_digest, 'hex') = a.content_digest AND decode(e.hash, 'hex') = a.hash
        WHERE e.sequence IS NULL) THEN
      RAISE EXCEPTION 'What stays of an archived event is what it was.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE FUNCTION audit_refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    segment audit_segments%ROWTYPE;
  BEGIN
    SELECT * INTO segment FROM audit_segments ORDER BY number DESC LIMIT 1;
    IF NOT audit_is_owner(TG_RELID) OR segment.last IS NULL
      OR (SELECT count(*) FROM gone) <> segment.events
      OR EXISTS (SELECT FROM gone g LEFT JOIN audit_archived_events a ON a.sequence = g.sequence
        AND a.sequence BETWEEN segment.first AND segment.last AND a.hash = decode(g.hash, 'hex') WHERE a.sequence IS NULL)
      OR EXISTS (SELECT FROM audit_events e WHERE e.sequence <= segment.last) THEN
      RAISE EXCEPTION 'The audit record is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
  END $$`;

const TRIGGERS = `
  CREATE TRIGGER audit_events_no_change BEFORE UPDATE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
  CREATE TRIGGER audit_events_removal AFTER DELETE ON audit_events REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_removal();
  CREATE TRIGGER audit_segments_owner BEFORE INSERT ON audit_segments
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_others();
  CREATE TRIGGER audit_segments_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_segments
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
  CREATE TRIGGER audit_archived_events_owner BEFORE INSERT ON audit_archived_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_others();
  CREATE TRIGGER audit_archived_events_invented AFTER INSERT ON audit_archived_events REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_invented();
  CREATE TRIGGER audit_archived_events_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_archived_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`;
