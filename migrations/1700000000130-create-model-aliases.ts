import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Free aliases; champion is not among them, since it is read off the Production version. */
export class CreateModelAliases1700000000130 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE model_aliases (
        model_id uuid NOT NULL,
        alias text NOT NULL,
        version integer NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        updated_by text NOT NULL,
        CONSTRAINT model_aliases_pkey PRIMARY KEY (model_id, alias),
        CONSTRAINT model_aliases_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version),
        CONSTRAINT model_aliases_alias_check CHECK (lower(alias) NOT IN ('champion', 'latest') AND alias !~* '^v[0-9]+$')
      )`);
    await queryRunner.query(`CREATE INDEX model_aliases_version_idx ON model_aliases (model_id, version)`);
    await queryRunner.query(`
      CREATE FUNCTION drop_aliases_of_deleted_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM model_aliases WHERE model_id = NEW.model_id AND version = NEW.version;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER model_versions_aliases AFTER UPDATE OF deleted_at ON model_versions FOR EACH ROW
      WHEN (NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION drop_aliases_of_deleted_version()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER model_versions_aliases ON model_versions`);
    await queryRunner.query(`DROP FUNCTION drop_aliases_of_deleted_version()`);
    await queryRunner.query(`DROP TABLE model_aliases`);
  }
}
