import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Jobs that gates began are named by the evidence they compute, so that it is computed once however many ask for it. */
export class NameJobsByEvidence1700000000220 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE prediction_jobs ADD COLUMN evidence_key text`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX prediction_jobs_evidence_idx ON prediction_jobs (evidence_key)
       WHERE evidence_key IS NOT NULL AND status <> 'cancelled'`,
    );
    await queryRunner.query(`CREATE INDEX stored_predictions_evaluation_idx ON stored_predictions (evaluation_id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX stored_predictions_evaluation_idx`);
    await queryRunner.query(`DROP INDEX prediction_jobs_evidence_idx`);
    await queryRunner.query(`ALTER TABLE prediction_jobs DROP COLUMN evidence_key`);
  }
}
