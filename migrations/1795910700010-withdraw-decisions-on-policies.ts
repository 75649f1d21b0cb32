import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A decision on a change of a policy can be taken back, as one on a transition can; the row stays, and tells that it was. */
export class WithdrawDecisionsOnPolicies1795910700010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE policy_change_approvals ADD COLUMN withdrawn_at timestamptz(3)');
    await runner.query('DROP TRIGGER policy_change_approvals_keep ON policy_change_approvals');
    await runner.query(keep('DELETE OR TRUNCATE'));
    await runner.query(`
      CREATE FUNCTION guard_decisions_on_policies() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR
           (NEW.id, NEW.policy_change_id, NEW.decision, NEW.decided_by, NEW.roles, NEW.groups, NEW.comment, NEW.decided_at, NEW.expires_at)
           IS DISTINCT FROM
           (OLD.id, OLD.policy_change_id, OLD.decision, OLD.decided_by, OLD.roles, OLD.groups, OLD.comment, OLD.decided_at, OLD.expires_at) THEN
          RAISE EXCEPTION 'policy_change_approvals is append-only: % is not allowed', TG_OP USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER policy_change_approvals_guard BEFORE UPDATE ON policy_change_approvals FOR EACH ROW
      EXECUTE FUNCTION guard_decisions_on_policies()`);
    await runner.query(guardOf(` AND (OLD.status <> 'rejected' OR NEW.status <> 'awaiting_approval')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guardOf());
    await runner.query('DROP TRIGGER policy_change_approvals_guard ON policy_change_approvals');
    await runner.query('DROP FUNCTION guard_decisions_on_policies()');
    await runner.query('DROP TRIGGER policy_change_approvals_keep ON policy_change_approvals');
    await runner.query('DELETE FROM policy_change_approvals WHERE withdrawn_at IS NOT NULL');
    await runner.query(keep('UPDATE OR DELETE OR TRUNCATE'));
    await runner.query('ALTER TABLE policy_change_approvals DROP COLUMN withdrawn_at');
  }
}

const keep = (what: string): string => `
  CREATE TRIGGER policy_change_approvals_keep BEFORE ${what} ON policy_change_approvals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`;

/** The guard of changes, whose outcome is final, where there is a condition only if it holds. */
const guardOf = (condition = ''): string => `
      CREATE OR REPLACE FUNCTION guard_policy_changes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'awaiting_approval'${condition} THEN
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
      END $$`;
