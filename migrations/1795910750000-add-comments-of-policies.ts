import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Why a policy was changed, beside its revision and beside a change of it that awaits approval. */
export class AddCommentsOfPolicies1795910750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE gate_policy_revisions ADD COLUMN comment text');
    await runner.query('ALTER TABLE policy_changes ADD COLUMN comment text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE policy_changes DROP COLUMN comment');
    await runner.query('ALTER TABLE gate_policy_revisions DROP COLUMN comment');
  }
}
