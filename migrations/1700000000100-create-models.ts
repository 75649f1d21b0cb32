import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Models, whose rows are locked by every command on them and whose tombstones keep a name's numbering. */
export class CreateModels1700000000100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% of % is refused: %', TG_OP, TG_TABLE_NAME, coalesce(TG_ARGV[0], 'its rows are immutable')
          USING ERRCODE = 'restrict_violation';
      END $$`);
    await queryRunner.query(`
      CREATE TABLE models (
        id uuid NOT NULL,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        owner text,
        tags jsonb NOT NULL DEFAULT '{}',
        last_version integer NOT NULL DEFAULT 0,
        generation integer NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        deleted_at timestamptz(3),
        deleted_by text,
        CONSTRAINT models_pkey PRIMARY KEY (id),
        CONSTRAINT models_id_name_key UNIQUE (id, name),
        CONSTRAINT models_name_check CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$'),
        CONSTRAINT models_last_version_check CHECK (last_version >= 0)
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX models_live_name_key ON models (name) WHERE deleted_at IS NULL`);
    await queryRunner.query(`CREATE INDEX models_tags_idx ON models USING gin (tags jsonb_path_ops)`);
    await queryRunner.query(`
      CREATE FUNCTION guard_models() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.deleted_at IS NOT NULL THEN
          RAISE EXCEPTION 'model % is deleted', OLD.name USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.id <> OLD.id OR NEW.created_at <> OLD.created_at OR NEW.created_by <> OLD.created_by THEN
          RAISE EXCEPTION 'identity and creation of model % are immutable', OLD.name USING ERRCODE = 'restrict_violation';
        END IF;
        -- Only the triggers of model_versions (depth 2 and deeper) count versions and changes of Production.
        IF pg_trigger_depth() < 2 AND (NEW.last_version, NEW.generation) IS DISTINCT FROM (OLD.last_version, OLD.generation) THEN
          RAISE EXCEPTION 'version numbers of model % are assigned by the database', OLD.name USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(
      `CREATE TRIGGER models_guard BEFORE UPDATE ON models FOR EACH ROW EXECUTE FUNCTION guard_models()`,
    );
    await queryRunner.query(`
      CREATE TRIGGER models_keep BEFORE DELETE OR TRUNCATE ON models FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change('a deleted model stays as a tombstone')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE models`);
    await queryRunner.query(`DROP FUNCTION guard_models()`);
    await queryRunner.query(`DROP FUNCTION refuse_change()`);
  }
}
