import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Changes of gate policies that need approval, and the decisions on them. */
export class CreatePolicyChanges1795910300020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE policy_changes (
        id uuid NOT NULL,
        scope text NOT NULL,
        model_id uuid,
        source json NOT NULL,
        digest text NOT NULL,
        based_on json NOT NULL,
        approval_demand json NOT NULL,
        status text NOT NULL,
        requested_by text NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        settled_at timestamptz(3),
        settled_by text,
        outcome_code text,
        outcome_detail text,
        revision integer,
        CONSTRAINT policy_changes_pkey PRIMARY KEY (id),
        CONSTRAINT policy_changes_model_fkey FOREIGN KEY (model_id) REFERENCES models (id),
        CONSTRAINT policy_changes_scope_check CHECK (scope = coalesce(model_id::text, 'registry')),
        CONSTRAINT policy_changes_status_check
          CHECK (status IN ('awaiting_approval', 'applied', 'rejected', 'cancelled', 'stale')),
        CONSTRAINT policy_changes_settled_check CHECK ((status = 'awaiting_approval') = (settled_at IS NULL)),
        CONSTRAINT policy_changes_revision_check CHECK ((status = 'applied') = (revision IS NOT NULL))
      )`);
    await queryRunner.query(`CREATE INDEX policy_changes_scope_idx ON policy_changes (scope, id)`);
    await queryRunner.query(`CREATE INDEX policy_changes_status_idx ON policy_changes (status, id)`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX policy_changes_one_open_key ON policy_changes (scope) WHERE status = 'awaiting_approval'`);
    await queryRunner.query(`
      CREATE TABLE policy_change_approvals (
        id uuid NOT NULL,
        policy_change_id uuid NOT NULL,
        decision text NOT NULL,
        decided_by text NOT NULL,
        roles text[] NOT NULL,
        groups text[] NOT NULL,
        comment text,
        decided_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3),
        CONSTRAINT policy_change_approvals_pkey PRIMARY KEY (id),
        CONSTRAINT policy_change_approvals_change_fkey FOREIGN KEY (policy_change_id) REFERENCES policy_changes (id),
        CONSTRAINT policy_change_approvals_decision_check CHECK (decision IN ('approve', 'reject'))
      )`);
    await queryRunner.query(
      `CREATE INDEX policy_change_approvals_change_idx ON policy_change_approvals (policy_change_id, id)`,
    );
    await this.guard(queryRunner);
  }

  private async guard(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION guard_policy_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'awaiting_approval' THEN
          RAISE EXCEPTION 'policy change % is final', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.scope, NEW.model_id, NEW.source::text, NEW.digest, NEW.based_on::text, NEW.approval_demand::text,
            NEW.requested_by, NEW.requested_at)
           IS DISTINCT FROM
           (OLD.id, OLD.scope, OLD.model_id, OLD.source::text, OLD.digest, OLD.based_on::text, OLD.approval_demand::text,
            OLD.requested_by, OLD.requested_at) THEN
          RAISE EXCEPTION 'what policy change % asks for is immutable', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER policy_changes_guard BEFORE UPDATE ON policy_changes FOR EACH ROW EXECUTE FUNCTION guard_policy_changes()`);
    await queryRunner.query(`
      CREATE TRIGGER policy_changes_keep BEFORE DELETE OR TRUNCATE ON policy_changes FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change()`);
    await queryRunner.query(`
      CREATE TRIGGER policy_change_approvals_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_change_approvals
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE policy_change_approvals`);
    await queryRunner.query(`DROP TABLE policy_changes`);
    await queryRunner.query(`DROP FUNCTION guard_policy_changes()`);
  }
}
