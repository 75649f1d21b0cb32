import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A large answer is kept with references in place of what is stored elsewhere; null for one that is kept whole. */
export class KeepPartsOfAnswersOnce1795888600010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE idempotency_keys ADD COLUMN stored_parts jsonb`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Without its parts an answer cannot be given again.
    await queryRunner.query(`DELETE FROM idempotency_keys WHERE stored_parts IS NOT NULL`);
    await queryRunner.query(`ALTER TABLE idempotency_keys DROP COLUMN stored_parts`);
  }
}
