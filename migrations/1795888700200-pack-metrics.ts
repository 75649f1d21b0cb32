import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * One row for all metrics of an evaluation, with an array for each of their fields: a tenth of what a row for each metric
 * took, since nothing reads single ones. What no metric of an evaluation has is null as a whole. The previous release reads
 * the rows that go here, so it is stopped before.
 */
export class PackMetrics1795888700200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await setAside(queryRunner);
    for (const rule of RULES) await queryRunner.query(rule);
    await queryRunner.query(PACKED);
    const packed = FIELDS.map(([field, array]) => `${whole(field)} AS ${array}`).join(', ');
    await queryRunner.query(`
      INSERT INTO evaluation_metrics (evaluation_id, size, ${FIELDS.map(([, array]) => array).join(', ')})
      SELECT evaluation_id, count(*), ${packed} FROM former_evaluation_metrics GROUP BY evaluation_id`);
    await keep(queryRunner);
    await queryRunner.query(`DROP TABLE former_evaluation_metrics`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await setAside(queryRunner);
    await queryRunner.query(SINGLE);
    const [fields, arrays] = [FIELDS.map(([field]) => field), FIELDS.map(([, array]) => `p.${array}`)];
    await queryRunner.query(`
      INSERT INTO evaluation_metrics (evaluation_id, ${fields.join(', ')})
      SELECT p.evaluation_id, m.* FROM former_evaluation_metrics p, unnest(${arrays.join(', ')}) m`);
    await keep(queryRunner);
    await queryRunner.query(`DROP TABLE former_evaluation_metrics`);
    await queryRunner.query(`DROP FUNCTION metrics_are_distinct(text[], text[])`);
    await queryRunner.query(`DROP FUNCTION intervals_are_upright(double precision[], double precision[])`);
  }
}

/** Each field of a metric, with the column that holds it for all metrics of an evaluation. */
const FIELDS: readonly [field: string, array: string][] = [
  ['name', 'names'],
  ['slice_key', 'slice_keys'],
  ['value', 'metric_values'],
  ['count', 'counts'],
  ['standard_error', 'standard_errors'],
  ['ci_low', 'ci_lows'],
  ['ci_high', 'ci_highs'],
  ['ci_level', 'ci_levels'],
  ['unit', 'units'],
  ['definition', 'definitions'],
];

const whole = (field: string): string =>
  `CASE WHEN count(${field}) > 0 THEN array_agg(${field} ORDER BY name, slice_key) END`;

async function setAside(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`ALTER TABLE evaluation_metrics RENAME TO former_evaluation_metrics`);
  await queryRunner.query(
    `ALTER TABLE former_evaluation_metrics RENAME CONSTRAINT evaluation_metrics_pkey TO former_evaluation_metrics_pkey`,
  );
}

async function keep(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TRIGGER evaluation_metrics_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON evaluation_metrics FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change('evidence is immutable')`);
}

const RULES = [
  `
  CREATE FUNCTION metrics_are_distinct(names text[], slice_keys text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN cardinality(names) =
      (SELECT count(*) FROM (SELECT DISTINCT name, slice_key FROM unnest(names, slice_keys) AS m (name, slice_key)
         WHERE name IS NOT NULL AND slice_key IS NOT NULL) one)`,
  `
  CREATE FUNCTION intervals_are_upright(lows double precision[], highs double precision[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN NOT EXISTS (
      SELECT FROM unnest(lows, highs) AS m (low, high) WHERE low > high)`,
];

const sameSize = (array: string): string => `(${array} IS NULL OR cardinality(${array}) = size)`;

const PACKED = `
  CREATE TABLE evaluation_metrics (
    evaluation_id uuid NOT NULL,
    size integer NOT NULL,
    names text[] NOT NULL,
    slice_keys text[] NOT NULL,
    metric_values double precision[],
    counts bigint[],
    standard_errors double precision[],
    ci_lows double precision[],
    ci_highs double precision[],
    ci_levels double precision[],
    units text[],
    definitions text[],
    CONSTRAINT evaluation_metrics_pkey PRIMARY KEY (evaluation_id),
    CONSTRAINT evaluation_metrics_evaluation_fkey FOREIGN KEY (evaluation_id) REFERENCES evaluations (id),
    CONSTRAINT evaluation_metrics_size_check CHECK (${FIELDS.map(([, array]) => sameSize(array)).join(' AND ')}),
    CONSTRAINT evaluation_metrics_distinct_check CHECK (metrics_are_distinct(names, slice_keys)),
    CONSTRAINT evaluation_metrics_value_check CHECK ('-Infinity' < ALL (metric_values) AND 'Infinity' > ALL (metric_values)),
    CONSTRAINT evaluation_metrics_count_check CHECK (0 <= ALL (counts)),
    CONSTRAINT evaluation_metrics_error_check CHECK (0 <= ALL (standard_errors) AND 'Infinity' > ALL (standard_errors)),
    CONSTRAINT evaluation_metrics_interval_check CHECK ('-Infinity' < ALL (ci_lows) AND 'Infinity' > ALL (ci_lows)
      AND '-Infinity' < ALL (ci_highs) AND 'Infinity' > ALL (ci_highs) AND intervals_are_upright(ci_lows, ci_highs)),
    CONSTRAINT evaluation_metrics_level_check CHECK (0 < ALL (ci_levels) AND 1 > ALL (ci_levels))
  )`;

const SINGLE = `
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
  )`;
