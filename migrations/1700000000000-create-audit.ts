import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The append-only record. One chain per model keeps models from waiting for each other; the head of a chain is a row
 * that each new event locks, so sequence, position, time and hash are given in commit order inside the chain.
 */
export class CreateAudit1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE audit_events_sequence AS bigint');
    await runner.query(TABLES);
    await runner.query(INDEXES);
    await runner.query(APPEND);
    await runner.query(REFUSE);
    await runner.query(TRIGGERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_events, audit_chains');
    await runner.query('DROP FUNCTION audit_events_append(), audit_chains_advance(), audit_refuse_change()');
    await runner.query('DROP SEQUENCE audit_events_sequence');
  }
}

const TABLES = `
  CREATE TABLE audit_chains (
    chain text CONSTRAINT audit_chains_pkey PRIMARY KEY,
    position bigint NOT NULL,
    sequence bigint NOT NULL,
    hash text NOT NULL
  );
  CREATE TABLE audit_events (
    sequence bigint CONSTRAINT audit_events_pkey PRIMARY KEY,
    chain text NOT NULL,
    position bigint NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    model_id uuid,
    model text,
    version integer,
    request_id text NOT NULL,
    details jsonb NOT NULL,
    content_digest text NOT NULL CONSTRAINT audit_events_content_digest_check CHECK (content_digest ~ '^[0-9a-f]{64}$'),
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT audit_events_chain_position_key UNIQUE (chain, position)
  )`;

const INDEXES = `
  CREATE INDEX audit_events_model_idx ON audit_events (model, model_id, sequence);
  CREATE INDEX audit_events_model_id_idx ON audit_events (model_id, sequence);
  CREATE INDEX audit_events_actor_idx ON audit_events (actor, sequence);
  CREATE INDEX audit_events_action_idx ON audit_events (action, sequence);
  CREATE INDEX audit_events_request_id_idx ON audit_events (request_id);
  CREATE INDEX audit_events_at_idx ON audit_events (at)`;

/** The formula is repeated in src/record/audit/audit-chain.ts, which verifies it. */
const APPEND = `
  CREATE FUNCTION audit_events_append() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    head audit_chains%ROWTYPE;
  BEGIN
    SELECT * INTO head FROM audit_chains WHERE chain = NEW.chain FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO audit_chains (chain, position, sequence, hash) VALUES (NEW.chain, 0, 0, repeat('0', 64))
        ON CONFLICT DO NOTHING;
      SELECT * INTO head FROM audit_chains WHERE chain = NEW.chain FOR UPDATE;
    END IF;
    NEW.sequence := nextval('audit_events_sequence');
    NEW.position := head.position + 1;
    NEW.at := date_trunc('milliseconds', clock_timestamp());
    NEW.previous_hash := head.hash;
    NEW.hash := encode(sha256(convert_to(concat_ws(E'\\n', NEW.previous_hash, NEW.chain, NEW.position, NEW.sequence,
      round(extract(epoch FROM NEW.at) * 1000)::bigint, NEW.content_digest), 'UTF8')), 'hex');
    UPDATE audit_chains SET position = NEW.position, sequence = NEW.sequence, hash = NEW.hash WHERE chain = NEW.chain;
    RETURN NEW;
  END $$`;

/** A head may only be made, and only be moved one step, by the trigger above: one level deeper than a statement. */
const REFUSE = `
  CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The audit record is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE FUNCTION audit_chains_advance() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF pg_trigger_depth() < 2
      OR (TG_OP = 'INSERT' AND NEW.position <> 0)
      OR (TG_OP = 'UPDATE' AND (NEW.chain <> OLD.chain OR NEW.position <> OLD.position + 1)) THEN
      RAISE EXCEPTION 'The audit record is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$`;

const TRIGGERS = `
  CREATE TRIGGER audit_events_append BEFORE INSERT ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_events_append();
  CREATE TRIGGER audit_events_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
  CREATE TRIGGER audit_chains_advance BEFORE INSERT OR UPDATE ON audit_chains
    FOR EACH ROW EXECUTE FUNCTION audit_chains_advance();
  CREATE TRIGGER audit_chains_no_removal BEFORE DELETE OR TRUNCATE ON audit_chains
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`;
