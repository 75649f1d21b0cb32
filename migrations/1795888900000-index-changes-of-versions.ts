import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The versions of a model by their last change, however many it has. Deleted ones are in it as well: an index of all that a
 * look-up for the latest version asks for would be read in its place, and all versions of the model sorted.
 */
export class IndexChangesOfVersions1795888900000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX model_versions_updated_at_idx ON model_versions (model_id, updated_at, version)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX model_versions_updated_at_idx');
  }
}
