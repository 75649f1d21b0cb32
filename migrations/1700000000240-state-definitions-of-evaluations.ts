import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Evaluations state by which definitions their labels and slices were made, since values by different ones are not comparable. */
export class StateDefinitionsOfEvaluations1700000000240 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE evaluations ADD COLUMN label_definition text, ADD COLUMN slice_definition text`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE evaluations DROP COLUMN slice_definition, DROP COLUMN label_definition`);
  }
}
