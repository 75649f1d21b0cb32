import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the token of a machine that asked for a measurement stood for, so that the record tells it of the outcome as well. */
export class KeepClaimsOfPredictionJobs1795923000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE prediction_jobs ADD COLUMN claims jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE prediction_jobs DROP COLUMN claims`);
  }
}
