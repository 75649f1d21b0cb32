import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Versions: numbered by the database, immutable in their evidence, at most one per model in Production. */
export class CreateModelVersions1700000000110 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE model_versions (
        model_id uuid NOT NULL,
        version integer NOT NULL,
        model_name text NOT NULL,
        stage text NOT NULL DEFAULT 'None',
        stage_entered_at timestamptz(3) NOT NULL,
        run_id text,
        artifact_uri text NOT NULL,
        artifact_digest text,
        dataset_name text,
        dataset_version text,
        dataset_digest text,
        git_commit text,
        framework text,
        signature jsonb,
        params jsonb NOT NULL DEFAULT '{}',
        metrics jsonb NOT NULL DEFAULT '{}',
        description text NOT NULL DEFAULT '',
        tags jsonb NOT NULL DEFAULT '{}',
        quarantined_at timestamptz(3),
        quarantined_by text,
        quarantine_reason text,
        rolled_back_at timestamptz(3),
        promoted_at timestamptz(3),
        promoted_by text,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        deleted_at timestamptz(3),
        deleted_by text,
        CONSTRAINT model_versions_pkey PRIMARY KEY (model_id, version),
        CONSTRAINT model_versions_model_fkey FOREIGN KEY (model_id, model_name)
          REFERENCES models (id, name) ON UPDATE CASCADE,
        CONSTRAINT model_versions_stage_check CHECK (stage IN ('None', 'Staging', 'Production', 'Archived')),
        CONSTRAINT model_versions_deleted_check CHECK (deleted_at IS NULL OR stage IN ('None', 'Archived'))
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX model_versions_one_production_key ON model_versions (model_name, stage) WHERE stage = 'Production'`);
    await queryRunner.query(`CREATE INDEX model_versions_stage_idx ON model_versions (model_id, stage, version)`);
    await queryRunner.query(`CREATE INDEX model_versions_run_id_idx ON model_versions (run_id)`);
    await queryRunner.query(`CREATE INDEX model_versions_tags_idx ON model_versions USING gin (tags jsonb_path_ops)`);
    await this.numberVersions(queryRunner);
    await this.guardVersions(queryRunner);
  }

  /** The lock on the model's row makes the numbers gap-free and the times ascend with them; a rolled back insert takes its number back. */
  private async numberVersions(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION number_model_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE models SET last_version = last_version + 1
          WHERE id = NEW.model_id AND deleted_at IS NULL
          RETURNING last_version, name INTO NEW.version, NEW.model_name;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'model % does not exist', NEW.model_id USING ERRCODE = 'foreign_key_violation';
        END IF;
        IF NEW.stage <> 'None' THEN
          RAISE EXCEPTION 'a version is registered in stage None' USING ERRCODE = 'restrict_violation';
        END IF;
        NEW.created_at := date_trunc('milliseconds', clock_timestamp());
        NEW.updated_at := NEW.created_at;
        NEW.stage_entered_at := NEW.created_at;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER model_versions_number BEFORE INSERT ON model_versions
      FOR EACH ROW EXECUTE FUNCTION number_model_version()`);
  }

  private async guardVersions(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION guard_model_versions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.model_id, NEW.version, NEW.run_id, NEW.artifact_uri, NEW.artifact_digest, NEW.dataset_name,
            NEW.dataset_version, NEW.dataset_digest, NEW.git_commit, NEW.framework, NEW.signature, NEW.params,
            NEW.metrics, NEW.created_at, NEW.created_by)
           IS DISTINCT FROM
           (OLD.model_id, OLD.version, OLD.run_id, OLD.artifact_uri, OLD.artifact_digest, OLD.dataset_name,
            OLD.dataset_version, OLD.dataset_digest, OLD.git_commit, OLD.framework, OLD.signature, OLD.params,
            OLD.metrics, OLD.created_at, OLD.created_by) THEN
          RAISE EXCEPTION 'evidence of version % is immutable', OLD.version USING ERRCODE = 'restrict_violation';
        END IF;
        -- A rename of the model still reaches the tombstones by the foreign key.
        IF OLD.deleted_at IS NOT NULL AND NEW.model_name = OLD.model_name THEN
          RAISE EXCEPTION 'version % is deleted', OLD.version USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER model_versions_guard BEFORE UPDATE ON model_versions
      FOR EACH ROW EXECUTE FUNCTION guard_model_versions()`);
    await queryRunner.query(`
      CREATE TRIGGER model_versions_keep BEFORE DELETE OR TRUNCATE ON model_versions FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change('a deleted version stays as a tombstone')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE model_versions`);
    await queryRunner.query(`DROP FUNCTION guard_model_versions()`);
    await queryRunner.query(`DROP FUNCTION number_model_version()`);
  }
}
