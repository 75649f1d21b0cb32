import { type MigrationInterface, type QueryRunner } from 'typeorm';

const KINDS = ['promote', 'demote', 'archive', 'restore', 'rollback'];

/**
 * Transitions that pass the gates in an emergency, with the ticket and what they bypass, and the review that each opens as it is
 * applied. A transition of the kind says all of that, and no other one does.
 */
export class CreateOverrides1795910200020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE transitions ADD COLUMN override json`);
    await runner.query(kindCheck([...KINDS, 'override']));
    await runner.query(`
      ALTER TABLE transitions ADD CONSTRAINT transitions_override_check CHECK ((kind = 'override') = (override IS NOT NULL))`);
    await runner.query(guard(['approval_demand::text', 'override::text']));
    await runner.query(`
      CREATE TABLE reviews (
        id uuid CONSTRAINT reviews_pkey PRIMARY KEY,
        transition_id uuid NOT NULL CONSTRAINT reviews_transition_key UNIQUE
          CONSTRAINT reviews_transition_fkey REFERENCES transitions (id),
        model_id uuid NOT NULL CONSTRAINT reviews_model_fkey REFERENCES models (id),
        version integer NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        opened_by text NOT NULL,
        due_at timestamptz(3) NOT NULL,
        closed_at timestamptz(3),
        closed_by text,
        outcome text,
        comment text,
        CONSTRAINT reviews_closed_check CHECK (
          (closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL))
      )`);
    await runner.query(`CREATE INDEX reviews_open_idx ON reviews (model_id, due_at) WHERE closed_at IS NULL`);
    await runner.query(`CREATE INDEX reviews_model_idx ON reviews (model_id, id)`);
    await runner.query(`CREATE INDEX reviews_due_at_idx ON reviews (due_at, id)`);
    await runner.query(`
      CREATE TRIGGER reviews_guard BEFORE UPDATE ON reviews
      FOR EACH ROW EXECUTE FUNCTION guard_outcome('closed_at', 'closed_by', 'outcome', 'comment')`);
    await runner.query(`
      CREATE TRIGGER reviews_keep BEFORE DELETE OR TRUNCATE ON reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reviews');
    await runner.query(guard(['approval_demand::text']));
    await runner.query('ALTER TABLE transitions DROP COLUMN override');
    await runner.query(kindCheck(KINDS));
  }
}

function kindCheck(kinds: readonly string[]): string {
  const list = kinds.map((kind) => `'${kind}'`).join(', ');
  return `ALTER TABLE transitions DROP CONSTRAINT transitions_kind_check,
    ADD CONSTRAINT transitions_kind_check CHECK (kind IN (${list}))`;
}

/** The guard of what a transition was asked for, with further columns in it. */
function guard(columns: readonly string[]): string {
  const further = (row: string): string => columns.map((column) => `, ${row}.${column}`).join('');
  return `
      CREATE OR REPLACE FUNCTION guard_transitions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'awaiting_approval' THEN
          RAISE EXCEPTION 'transition % is final', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.model_id, NEW.version, NEW.from_stage, NEW.to_stage, NEW.kind, NEW.reason, NEW.alias, NEW.requested_by,
            NEW.requested_at, NEW.gate_report_id, NEW.pinned_incumbent, NEW.pinned_generation, NEW.pinned_policy_digest,
            NEW.pinned_evidence_digest, NEW.pinned_artifact_digest${further('NEW')})
           IS DISTINCT FROM
           (OLD.id, OLD.model_id, OLD.version, OLD.from_stage, OLD.to_stage, OLD.kind, OLD.reason, OLD.alias, OLD.requested_by,
            OLD.requested_at, OLD.gate_report_id, OLD.pinned_incumbent, OLD.pinned_generation, OLD.pinned_policy_digest,
            OLD.pinned_evidence_digest, OLD.pinned_artifact_digest${further('OLD')}) THEN
          RAISE EXCEPTION 'what transition % was asked for is immutable', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`;
}
