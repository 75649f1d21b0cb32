import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Requested changes of stage with what they were pinned to, and the approvals they gathered. */
export class CreateTransitions1700000000160 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE transitions (
        id uuid NOT NULL,
        model_id uuid NOT NULL,
        version integer NOT NULL,
        from_stage text NOT NULL,
        to_stage text NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        reason text,
        alias text,
        requested_by text NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        gate_report_id uuid,
        pinned_incumbent integer,
        pinned_generation integer NOT NULL,
        pinned_policy_digest text,
        pinned_evidence_digest text,
        pinned_artifact_digest text,
        displaced_version integer,
        settled_at timestamptz(3),
        settled_by text,
        outcome_code text,
        outcome_detail text,
        CONSTRAINT transitions_pkey PRIMARY KEY (id),
        CONSTRAINT transitions_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version),
        CONSTRAINT transitions_gate_report_fkey FOREIGN KEY (gate_report_id) REFERENCES gate_reports (id),
        CONSTRAINT transitions_kind_check CHECK (kind IN ('promote', 'demote', 'archive', 'restore', 'rollback')),
        CONSTRAINT transitions_status_check
          CHECK (status IN ('applied', 'refused', 'awaiting_approval', 'rejected', 'cancelled', 'stale')),
        CONSTRAINT transitions_settled_check CHECK ((status = 'awaiting_approval') = (settled_at IS NULL))
      )`);
    await queryRunner.query(`CREATE INDEX transitions_model_idx ON transitions (model_id, id)`);
    await queryRunner.query(`CREATE INDEX transitions_status_idx ON transitions (status, id)`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX transitions_one_open_key ON transitions (model_id, version, to_stage) WHERE status = 'awaiting_approval'`);
    await queryRunner.query(`
      CREATE TABLE transition_approvals (
        id uuid NOT NULL,
        transition_id uuid NOT NULL,
        gate_report_digest text NOT NULL,
        decision text NOT NULL,
        decided_by text NOT NULL,
        roles text[] NOT NULL,
        comment text,
        decided_at timestamptz(3) NOT NULL,
        CONSTRAINT transition_approvals_pkey PRIMARY KEY (id),
        CONSTRAINT transition_approvals_transition_fkey FOREIGN KEY (transition_id) REFERENCES transitions (id),
        CONSTRAINT transition_approvals_person_key UNIQUE (transition_id, decided_by),
        CONSTRAINT transition_approvals_decision_check CHECK (decision IN ('approve', 'reject'))
      )`);
    await this.guard(queryRunner);
  }

  private async guard(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION guard_transitions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'awaiting_approval' THEN
          RAISE EXCEPTION 'transition % is final', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.model_id, NEW.version, NEW.from_stage, NEW.to_stage, NEW.kind, NEW.reason, NEW.alias, NEW.requested_by,
            NEW.requested_at, NEW.gate_report_id, NEW.pinned_incumbent, NEW.pinned_generation, NEW.pinned_policy_digest,
            NEW.pinned_evidence_digest, NEW.pinned_artifact_digest)
           IS DISTINCT FROM
           (OLD.id, OLD.model_id, OLD.version, OLD.from_stage, OLD.to_stage, OLD.kind, OLD.reason, OLD.alias, OLD.requested_by,
            OLD.requested_at, OLD.gate_report_id, OLD.pinned_incumbent, OLD.pinned_generation, OLD.pinned_policy_digest,
            OLD.pinned_evidence_digest, OLD.pinned_artifact_digest) THEN
          RAISE EXCEPTION 'what transition % was asked for is immutable', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER transitions_guard BEFORE UPDATE ON transitions FOR EACH ROW EXECUTE FUNCTION guard_transitions()`);
    await queryRunner.query(`
      CREATE TRIGGER transitions_keep BEFORE DELETE OR TRUNCATE ON transitions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await queryRunner.query(`
      CREATE TRIGGER transition_approvals_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON transition_approvals FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE transition_approvals`);
    await queryRunner.query(`DROP TABLE transitions`);
    await queryRunner.query(`DROP FUNCTION guard_transitions()`);
  }
}
