import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A name that is used again after a deletion goes on counting where it was, whoever inserts the model. The trigger runs
 * after the row is in: then the unique index has waited for a deletion under way, and its last numbers can be seen.
 */
export class ContinueNumbersOfNames1700000000190 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX models_deleted_name_idx ON models (name) WHERE deleted_at IS NOT NULL`);
    await queryRunner.query(`
      CREATE FUNCTION continue_numbers_of_name() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        reached integer;
      BEGIN
        SELECT coalesce(max(last_version), 0) INTO reached FROM models WHERE name = NEW.name AND deleted_at IS NOT NULL;
        IF NEW.last_version <> reached THEN
          UPDATE models SET last_version = reached WHERE id = NEW.id;
        END IF;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER models_continue_numbers AFTER INSERT ON models
      FOR EACH ROW EXECUTE FUNCTION continue_numbers_of_name()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER models_continue_numbers ON models`);
    await queryRunner.query(`DROP FUNCTION continue_numbers_of_name()`);
    await queryRunner.query(`DROP INDEX models_deleted_name_idx`);
  }
}
