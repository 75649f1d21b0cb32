import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Versions know their model by its key alone, so that a rename is a change of one row. The previous release reads the name
 * that goes here, so it is stopped before.
 */
export class KeyVersionsByModel1795888700100 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX model_versions_one_production_key`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX model_versions_one_production_key ON model_versions (model_id, stage) WHERE stage = 'Production'`,
    );
    await queryRunner.query(`ALTER TABLE model_versions DROP CONSTRAINT model_versions_model_fkey`);
    await queryRunner.query(
      `ALTER TABLE model_versions ADD CONSTRAINT model_versions_model_fkey FOREIGN KEY (model_id) REFERENCES models (id)`,
    );
    await queryRunner.query(`ALTER TABLE models DROP CONSTRAINT models_id_name_key`);
    await queryRunner.query(numbering('last_version INTO NEW.version'));
    await queryRunner.query(guard('OLD.deleted_at IS NOT NULL'));
    await queryRunner.query(`ALTER TABLE model_versions DROP COLUMN model_name`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE model_versions ADD COLUMN model_name text`);
    await queryRunner.query(`ALTER TABLE model_versions DISABLE TRIGGER USER`);
    await queryRunner.query(`UPDATE model_versions v SET model_name = m.name FROM models m WHERE m.id = v.model_id`);
    await queryRunner.query(`ALTER TABLE model_versions ENABLE TRIGGER USER`);
    await queryRunner.query(`ALTER TABLE model_versions ALTER COLUMN model_name SET NOT NULL`);
    await queryRunner.query(numbering('last_version, name INTO NEW.version, NEW.model_name'));
    await queryRunner.query(
      guard(
        'OLD.deleted_at IS NOT NULL AND NEW.model_name = OLD.model_name',
        '        -- A rename of the model still reaches the tombstones by the foreign key.\n',
      ),
    );
    await queryRunner.query(`ALTER TABLE models ADD CONSTRAINT models_id_name_key UNIQUE (id, name)`);
    await queryRunner.query(`ALTER TABLE model_versions DROP CONSTRAINT model_versions_model_fkey`);
    await queryRunner.query(`
      ALTER TABLE model_versions ADD CONSTRAINT model_versions_model_fkey FOREIGN KEY (model_id, model_name)
        REFERENCES models (id, name) ON UPDATE CASCADE`);
    await queryRunner.query(`DROP INDEX model_versions_one_production_key`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX model_versions_one_production_key ON model_versions (model_name, stage) WHERE stage = 'Production'`,
    );
  }
}

/** The function that numbers versions, as it was made, but for what it takes over from the model. */
const numbering = (returned: string): string => `
      CREATE OR REPLACE FUNCTION number_model_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE models SET last_version = last_version + 1
          WHERE id = NEW.model_id AND deleted_at IS NULL
          RETURNING ${returned};
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
      END $$`;

/** The function that keeps a version as it was registered, but for the case in which a tombstone refuses a change. */
const guard = (isRefused: string, remark = ''): string => `
      CREATE OR REPLACE FUNCTION guard_model_versions() RETURNS trigger LANGUAGE plpgsql AS $$
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
${remark}        IF ${isRefused} THEN
          RAISE EXCEPTION 'version % is deleted', OLD.version USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`;
