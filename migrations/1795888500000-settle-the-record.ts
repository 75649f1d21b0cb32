import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Readers in the order of the sequence must not pass an event that is not committed yet. A transaction says, before it draws
 * its first sequence, above which one it draws, by a lock that all may hold at once and that ends with the transaction.
 */
export class SettleTheRecord1795888500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(append(DECLARED, FLOOR));
    await runner.query(SETTLED);
    for (const [name, place] of INDEXES) await runner.query(`CREATE INDEX ${name} ON ${place}`);
    await runner.query('DROP INDEX audit_events_model_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX audit_events_model_idx ON audit_events (model, model_id, sequence)');
    for (const [name] of [...INDEXES].reverse()) await runner.query(`DROP INDEX ${name}`);
    await runner.query(append('', ''));
    await runner.query('DROP FUNCTION audit_settled_sequence()');
  }
}

/** The first of the numbers that the locks stand under; the upper bits of a sequence are added to it. */
const LOCKS = 734210000;

const DECLARED = `
    floor bigint;`;

/** A transaction holds one such lock; one whose savepoint was rolled back has lost both lock and setting, and takes another. */
const FLOOR = `
    IF coalesce(current_setting('stagegate.audit_floor', true), '') = '' THEN
      floor := coalesce(pg_sequence_last_value('audit_events_sequence'), 0);
      PERFORM pg_advisory_xact_lock_shared((${LOCKS} + (floor >> 31))::integer, (floor & 2147483647)::integer);
      PERFORM set_config('stagegate.audit_floor', floor::text, true);
    END IF;`;

/** The formula is repeated in src/record/audit/audit-chain.ts, which verifies it. */
const append = (declared: string, beforeDrawing: string): string => `
  CREATE OR REPLACE FUNCTION audit_events_append() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    head audit_chains%ROWTYPE;${declared}
  BEGIN
    SELECT * INTO head FROM audit_chains WHERE chain = NEW.chain FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO audit_chains (chain, position, sequence, hash) VALUES (NEW.chain, 0, 0, repeat('0', 64))
        ON CONFLICT DO NOTHING;
      SELECT * INTO head FROM audit_chains WHERE chain = NEW.chain FOR UPDATE;
    END IF;${beforeDrawing}
    NEW.sequence := nextval('audit_events_sequence');
    NEW.position := head.position + 1;
    NEW.at := date_trunc('milliseconds', clock_timestamp());
    NEW.previous_hash := head.hash;
    NEW.hash := encode(sha256(convert_to(concat_ws(E'\\n', NEW.previous_hash, NEW.chain, NEW.position, NEW.sequence,
      round(extract(epoch FROM NEW.at) * 1000)::bigint, NEW.content_digest), 'UTF8')), 'hex');
    UPDATE audit_chains SET position = NEW.position, sequence = NEW.sequence, hash = NEW.hash WHERE chain = NEW.chain;
    RETURN NEW;
  END $$`;

/**
 * The highest sequence that no event can come below or at any more. What was drawn is read before the locks: who draws
 * later draws above it. Events are read by a later statement, whose snapshot has what the holders of vanished locks wrote.
 */
const SETTLED = `
  CREATE FUNCTION audit_settled_sequence() RETURNS bigint LANGUAGE plpgsql AS $$
  DECLARE
    drawn bigint;
    unsettled bigint;
  BEGIN
    drawn := coalesce(pg_sequence_last_value('audit_events_sequence'), 0);
    SELECT min(((held.classid::bigint - ${LOCKS}) << 31) | held.objid::bigint) INTO unsettled FROM pg_locks held
      WHERE held.locktype = 'advisory' AND held.objsubid = 2 AND held.classid::bigint BETWEEN ${LOCKS} AND ${LOCKS} + 65535
        AND held.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
    RETURN least(drawn, unsettled);
  END $$`;

/** What an event speaks of, so that each object finds its own event. */
const OBJECT = `(coalesce(details ->> 'transitionId', details ->> 'evaluationId', details ->> 'id'))`;

const INDEXES: readonly [name: string, place: string][] = [
  ['audit_events_object_idx', `audit_events (${OBJECT}, action) WHERE ${OBJECT} IS NOT NULL`],
  ['audit_events_model_action_idx', 'audit_events (model_id, action, sequence)'],
  ['audit_events_model_version_idx', 'audit_events (model_id, version, sequence)'],
  ['audit_events_name_idx', 'audit_events (model, sequence)'],
  ['audit_events_renamed_to_idx', `audit_events ((details ->> 'to'), sequence) WHERE action = 'model.renamed'`],
];
