import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What MLflow's client says of a version beyond its artifact and run; as immutable as all else of a registration. */
export class KeepWhatMlflowTells1795890400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE model_versions ADD COLUMN source text, ADD COLUMN run_link text, ADD COLUMN logged_model_id text`);
    await queryRunner.query(guard(['source', 'run_link', 'logged_model_id']));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(guard([]));
    await queryRunner.query(`
      ALTER TABLE model_versions DROP COLUMN logged_model_id, DROP COLUMN run_link, DROP COLUMN source`);
  }
}

/** The function that keeps a version as it was registered, with further columns that never change. */
const guard = (columns: readonly string[]): string => {
  const all = (row: 'NEW' | 'OLD'): string => columns.map((column) => `, ${row}.${column}`).join('');
  return `
      CREATE OR REPLACE FUNCTION guard_model_versions() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.model_id, NEW.version, NEW.run_id, NEW.artifact_uri, NEW.artifact_digest, NEW.dataset_name,
            NEW.dataset_version, NEW.dataset_digest, NEW.git_commit, NEW.framework, NEW.signature, NEW.params,
            NEW.metrics, NEW.created_at, NEW.created_by${all('NEW')})
           IS DISTINCT FROM
           (OLD.model_id, OLD.version, OLD.run_id, OLD.artifact_uri, OLD.artifact_digest, OLD.dataset_name,
            OLD.dataset_version, OLD.dataset_digest, OLD.git_commit, OLD.framework, OLD.signature, OLD.params,
            OLD.metrics, OLD.created_at, OLD.created_by${all('OLD')}) THEN
          RAISE EXCEPTION 'evidence of version % is immutable', OLD.version USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.deleted_at IS NOT NULL THEN
          RAISE EXCEPTION 'version % is deleted', OLD.version USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`;
};
