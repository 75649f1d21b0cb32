import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A decision on a transition stays as it was given and may end once: withdrawn, expired, dismissed with its request, or because
 * its person left. A rejected transition may be open again, which is what the withdrawal of its veto does.
 */
export class EndDecisions1795910300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE transition_approvals
        ADD COLUMN groups text[] NOT NULL DEFAULT '{}',
        ADD COLUMN expires_at timestamptz(3),
        ADD COLUMN ended_at timestamptz(3),
        ADD COLUMN ended_as text,
        ADD CONSTRAINT transition_approvals_ended_check CHECK ((ended_at IS NULL) = (ended_as IS NULL)),
        ADD CONSTRAINT transition_approvals_ended_as_check
          CHECK (ended_as IN ('withdrawn', 'expired', 'dismissed', 'revoked')),
        DROP CONSTRAINT transition_approvals_person_key`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX transition_approvals_person_key ON transition_approvals (transition_id, decided_by)
      WHERE ended_at IS NULL`);
    await queryRunner.query(`CREATE INDEX transition_approvals_transition_idx ON transition_approvals (transition_id)`);
    await queryRunner.query(`DROP TRIGGER transition_approvals_keep ON transition_approvals`);
    await queryRunner.query(`
      CREATE TRIGGER transition_approvals_keep BEFORE DELETE OR TRUNCATE ON transition_approvals FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change()`);
    await queryRunner.query(`
      CREATE FUNCTION guard_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR
           (NEW.id, NEW.transition_id, NEW.gate_report_digest, NEW.decision, NEW.decided_by, NEW.roles, NEW.comment,
            NEW.decided_at, NEW.groups, NEW.expires_at)
           IS DISTINCT FROM
           (OLD.id, OLD.transition_id, OLD.gate_report_digest, OLD.decision, OLD.decided_by, OLD.roles, OLD.comment,
            OLD.decided_at, OLD.groups, OLD.expires_at) THEN
          RAISE EXCEPTION 'transition_approvals is append-only: % is not allowed', TG_OP USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER transition_approvals_guard BEFORE UPDATE ON transition_approvals FOR EACH ROW
      EXECUTE FUNCTION guard_decisions()`);
    await queryRunner.query(guardOf(` AND (OLD.status <> 'rejected' OR NEW.status <> 'awaiting_approval')`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(guardOf());
    await queryRunner.query(`DROP TRIGGER transition_approvals_guard ON transition_approvals`);
    await queryRunner.query(`DROP FUNCTION guard_decisions()`);
    await queryRunner.query(`DROP TRIGGER transition_approvals_keep ON transition_approvals`);
    await queryRunner.query(`DELETE FROM transition_approvals WHERE ended_at IS NOT NULL`);
    await queryRunner.query(`
      CREATE TRIGGER transition_approvals_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON transition_approvals FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change()`);
    await queryRunner.query(`DROP INDEX transition_approvals_transition_idx`);
    await queryRunner.query(`DROP INDEX transition_approvals_person_key`);
    await queryRunner.query(`
      ALTER TABLE transition_approvals
        ADD CONSTRAINT transition_approvals_person_key UNIQUE (transition_id, decided_by),
        DROP CONSTRAINT transition_approvals_ended_as_check,
        DROP CONSTRAINT transition_approvals_ended_check,
        DROP COLUMN ended_as,
        DROP COLUMN ended_at,
        DROP COLUMN expires_at,
        DROP COLUMN groups`);
  }
}

/** The guard of transitions, whose outcome is final, where there is a condition only if it holds. */
function guardOf(condition = ''): string {
  return `
      CREATE OR REPLACE FUNCTION guard_transitions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'awaiting_approval'${condition} THEN
          RAISE EXCEPTION 'transition % is final', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.model_id, NEW.version, NEW.from_stage, NEW.to_stage, NEW.kind, NEW.reason, NEW.alias, NEW.requested_by,
            NEW.requested_at, NEW.gate_report_id, NEW.pinned_incumbent, NEW.pinned_generation, NEW.pinned_policy_digest,
            NEW.pinned_evidence_digest, NEW.pinned_artifact_digest, NEW.approval_demand::text, NEW.override::text)
           IS DISTINCT FROM
           (OLD.id, OLD.model_id, OLD.version, OLD.from_stage, OLD.to_stage, OLD.kind, OLD.reason, OLD.alias, OLD.requested_by,
            OLD.requested_at, OLD.gate_report_id, OLD.pinned_incumbent, OLD.pinned_generation, OLD.pinned_policy_digest,
            OLD.pinned_evidence_digest, OLD.pinned_artifact_digest, OLD.approval_demand::text, OLD.override::text) THEN
          RAISE EXCEPTION 'what transition % was asked for is immutable', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`;
}
