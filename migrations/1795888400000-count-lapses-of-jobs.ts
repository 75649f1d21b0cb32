import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Attempts that fell silent are told apart from those that failed: a service that ends says nothing about the job. */
export class CountLapsesOfJobs1795888400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['jobs', 'prediction_jobs'])
      await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN lapses integer NOT NULL DEFAULT 0`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['prediction_jobs', 'jobs']) await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN lapses`);
  }
}
