import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Immutable evidence: what a version measured on a dataset version, overall and per slice. */
export class CreateEvaluations1700000000140 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE evaluations (
        id uuid NOT NULL,
        model_id uuid NOT NULL,
        version integer NOT NULL,
        dataset_name text NOT NULL,
        dataset_version text NOT NULL,
        dataset_digest text,
        dataset_split text,
        evaluator text,
        environment text,
        prediction_digest text,
        evaluated_at timestamptz(3) NOT NULL,
        digest text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT evaluations_pkey PRIMARY KEY (id),
        CONSTRAINT evaluations_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version)
      )`);
    await queryRunner.query(`CREATE INDEX evaluations_version_idx ON evaluations (model_id, version, created_at, id)`);
    await queryRunner.query(`
      CREATE TABLE evaluation_metrics (
        evaluation_id uuid NOT NULL,
        name text NOT NULL,
        slice_key text NOT NULL,
        value double precision,
        count bigint,
        standard_error double precision,
        ci_low double precision,
        ci_high double precision,
        ci_level double precision,
        unit text,
        definition text,
        CONSTRAINT evaluation_metrics_pkey PRIMARY KEY (evaluation_id, name, slice_key),
        CONSTRAINT evaluation_metrics_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluations (id),
        CONSTRAINT evaluation_metrics_value_check CHECK (value > '-Infinity' AND value < 'Infinity'),
        CONSTRAINT evaluation_metrics_count_check CHECK (count >= 0),
        CONSTRAINT evaluation_metrics_error_check CHECK (standard_error >= 0 AND standard_error < 'Infinity'),
        CONSTRAINT evaluation_metrics_interval_check CHECK (ci_low > '-Infinity' AND ci_low <= ci_high AND ci_high < 'Infinity'),
        CONSTRAINT evaluation_metrics_level_check CHECK (ci_level > 0 AND ci_level < 1)
      )`);
    await queryRunner.query(`
      CREATE TABLE evaluation_pairs (
        evaluation_id uuid NOT NULL,
        position integer NOT NULL,
        incumbent_version integer NOT NULL,
        slice_key text NOT NULL,
        kind text NOT NULL,
        evidence jsonb NOT NULL,
        CONSTRAINT evaluation_pairs_pkey PRIMARY KEY (evaluation_id, position),
        CONSTRAINT evaluation_pairs_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluations (id)
      )`);
    for (const table of ['evaluations', 'evaluation_metrics', 'evaluation_pairs']) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT
        EXECUTE FUNCTION refuse_change('evidence is immutable')`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['evaluation_pairs', 'evaluation_metrics', 'evaluations'])
      await queryRunner.query(`DROP TABLE ${table}`);
  }
}
