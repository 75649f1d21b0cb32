import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Jobs that measure prediction files, the folders that hold the files, and the predictions that were kept. */
export class CreatePredictionJobs1700000000200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE prediction_stores (
        id uuid NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        CONSTRAINT prediction_stores_pkey PRIMARY KEY (id)
      )`);
    await queryRunner.query(`
      CREATE TABLE prediction_jobs (
        id uuid NOT NULL,
        model_id uuid NOT NULL,
        version integer NOT NULL,
        status text NOT NULL,
        step text,
        request jsonb NOT NULL,
        source jsonb NOT NULL,
        store_id uuid NOT NULL,
        rows_read bigint NOT NULL DEFAULT 0,
        rows_total bigint,
        evaluation_id uuid,
        error jsonb,
        warnings text[] NOT NULL DEFAULT '{}',
        attempts integer NOT NULL DEFAULT 0,
        lease_owner uuid,
        lease_expires_at timestamptz(3),
        request_id text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        started_at timestamptz(3),
        finished_at timestamptz(3),
        CONSTRAINT prediction_jobs_pkey PRIMARY KEY (id),
        CONSTRAINT prediction_jobs_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version),
        CONSTRAINT prediction_jobs_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluations (id),
        CONSTRAINT prediction_jobs_store_fkey FOREIGN KEY (store_id) REFERENCES prediction_stores (id),
        CONSTRAINT prediction_jobs_status_check CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
        CONSTRAINT prediction_jobs_outcome_check CHECK ((status = 'succeeded') = (evaluation_id IS NOT NULL) AND (status = 'failed') = (error IS NOT NULL)),
        CONSTRAINT prediction_jobs_lease_check CHECK ((status = 'running') = (lease_owner IS NOT NULL) AND (lease_owner IS NULL) = (lease_expires_at IS NULL)),
        CONSTRAINT prediction_jobs_rows_check CHECK (rows_read >= 0 AND rows_total >= 0)
      )`);
    await queryRunner.query(
      `CREATE INDEX prediction_jobs_open_idx ON prediction_jobs (created_at, id) WHERE status IN ('queued', 'running')`,
    );
    await queryRunner.query(`CREATE INDEX prediction_jobs_version_idx ON prediction_jobs (model_id, version, id)`);
    await queryRunner.query(`
      CREATE TABLE stored_predictions (
        id uuid NOT NULL,
        model_id uuid NOT NULL,
        version integer NOT NULL,
        evaluation_id uuid NOT NULL,
        dataset_name text NOT NULL,
        dataset_version text NOT NULL,
        dataset_digest text,
        dataset_split text,
        spec jsonb NOT NULL,
        store_id uuid NOT NULL,
        rows bigint NOT NULL,
        bytes bigint NOT NULL,
        prediction_digest text NOT NULL,
        file_digest text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        CONSTRAINT stored_predictions_pkey PRIMARY KEY (id),
        CONSTRAINT stored_predictions_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version),
        CONSTRAINT stored_predictions_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluations (id),
        CONSTRAINT stored_predictions_store_fkey FOREIGN KEY (store_id) REFERENCES prediction_stores (id),
        CONSTRAINT stored_predictions_size_check CHECK (rows > 0 AND bytes > 0)
      )`);
    await queryRunner.query(
      `CREATE INDEX stored_predictions_dataset_idx ON stored_predictions (model_id, version, dataset_name, created_at, id)`,
    );
    await queryRunner.query(`
      CREATE TRIGGER stored_predictions_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON stored_predictions FOR EACH STATEMENT
      EXECUTE FUNCTION refuse_change('evidence is immutable')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['stored_predictions', 'prediction_jobs', 'prediction_stores'])
      await queryRunner.query(`DROP TABLE ${table}`);
  }
}
