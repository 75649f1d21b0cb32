import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What evaluations measured over the whole of their dataset, beside the versions, so that these are searched and sorted by
 * it: the packed evidence has it among the slices, and would be unpacked for every version of a model. A trigger writes it,
 * so no way to submit evidence can forget it. The newest evaluation of a dataset mostly measures what the one before did,
 * whose row goes then; a version has as many rows as it has datasets.
 */
export class KeepNewestMetrics1795890100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE version_metrics (
        model_id uuid NOT NULL,
        version integer NOT NULL,
        measured_at timestamptz(3) NOT NULL,
        evaluation_id uuid NOT NULL,
        dataset_name text NOT NULL,
        dataset_version text NOT NULL,
        metrics jsonb NOT NULL,
        CONSTRAINT version_metrics_pkey PRIMARY KEY (model_id, version, measured_at, evaluation_id),
        CONSTRAINT version_metrics_version_fkey FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version)
      )`);
    await queryRunner.query(`
      CREATE FUNCTION whole_metrics(names text[], slice_keys text[], metric_values double precision[]) RETURNS jsonb
        LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
          SELECT jsonb_object_agg(m.name, m.value) FROM unnest(names, slice_keys, metric_values) AS m (name, slice_key, value)
          WHERE m.slice_key = '{}')`);
    await queryRunner.query(`
      CREATE FUNCTION measures_all_of(newer jsonb, older jsonb) RETURNS boolean
        LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN newer ?& ARRAY(SELECT jsonb_object_keys(older))`);
    await this.followEvaluations(queryRunner);
    await this.keepExisting(queryRunner);
  }

  private async followEvaluations(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION keep_newest_metrics() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        whole jsonb := whole_metrics(NEW.names, NEW.slice_keys, NEW.metric_values);
        measured evaluations;
      BEGIN
        IF whole IS NULL THEN
          RETURN NULL;
        END IF;
        SELECT * INTO measured FROM evaluations WHERE id = NEW.evaluation_id;
        DELETE FROM version_metrics former USING (
          SELECT f.measured_at, f.evaluation_id FROM version_metrics f
          WHERE f.model_id = measured.model_id AND f.version = measured.version
            AND f.dataset_name = measured.dataset_name AND f.dataset_version = measured.dataset_version
          ORDER BY f.measured_at DESC, f.evaluation_id DESC LIMIT 1) newest
        WHERE former.model_id = measured.model_id AND former.version = measured.version
          AND former.measured_at = newest.measured_at AND former.evaluation_id = newest.evaluation_id
          AND (newest.measured_at, newest.evaluation_id) < (measured.created_at, measured.id)
          AND measures_all_of(whole, former.metrics);
        INSERT INTO version_metrics (model_id, version, measured_at, evaluation_id, dataset_name, dataset_version, metrics)
        VALUES (measured.model_id, measured.version, measured.created_at, measured.id, measured.dataset_name,
          measured.dataset_version, whole);
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER evaluation_metrics_newest AFTER INSERT ON evaluation_metrics FOR EACH ROW
      EXECUTE FUNCTION keep_newest_metrics()`);
  }

  /** Once the trigger is there nothing is submitted beside this migration, and so nothing missed between the two. */
  private async keepExisting(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      WITH whole AS (
        SELECT e.*, whole_metrics(p.names, p.slice_keys, p.metric_values) AS metrics
        FROM evaluations e JOIN evaluation_metrics p ON p.evaluation_id = e.id),
      placed AS (
        SELECT w.*, first_value(w.metrics) OVER newest AS newest, row_number() OVER newest AS place FROM whole w
        WHERE w.metrics IS NOT NULL
        WINDOW newest AS (
          PARTITION BY w.model_id, w.version, w.dataset_name, w.dataset_version ORDER BY w.created_at DESC, w.id DESC))
      INSERT INTO version_metrics (model_id, version, measured_at, evaluation_id, dataset_name, dataset_version, metrics)
      SELECT model_id, version, created_at, id, dataset_name, dataset_version, metrics FROM placed
      WHERE place = 1 OR NOT measures_all_of(newest, metrics)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER evaluation_metrics_newest ON evaluation_metrics');
    await queryRunner.query('DROP FUNCTION keep_newest_metrics()');
    await queryRunner.query('DROP TABLE version_metrics');
    await queryRunner.query('DROP FUNCTION measures_all_of(jsonb, jsonb)');
    await queryRunner.query('DROP FUNCTION whole_metrics(text[], text[], double precision[])');
  }
}
