import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * No model takes the name of a deleted one that had versions: its version 1 would be the second of that name. The trigger runs
 * after the row is changed: then the unique index has waited for a deletion under way.
 */
export class KeepNamesOfDeletedModels1700000000210 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION keep_name_of_deleted_model() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM models WHERE name = NEW.name AND deleted_at IS NOT NULL AND last_version > 0) THEN
          RAISE EXCEPTION 'versions of a deleted model % exist', NEW.name
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'models_deleted_name_kept';
        END IF;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER models_keep_deleted_name AFTER UPDATE OF name ON models
      FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION keep_name_of_deleted_model()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER models_keep_deleted_name ON models`);
    await queryRunner.query(`DROP FUNCTION keep_name_of_deleted_model()`);
  }
}
