/** SQL that adds an evaluation with one metric, `x` on the whole, whose arrays are these, or those given in their place. */
export function insertMetricsOf(arrays: Record<string, string>): string {
  const columns: Record<string, string> = { size: '1', names: '{x}', slice_keys: '{"{}"}', ...arrays };
  const values = Object.values(columns).map((value) => `'${value}'`);
  return `WITH e AS (
      INSERT INTO evaluations (id, model_id, version, dataset_name, dataset_version, evaluated_at, digest, created_at, created_by)
      SELECT gen_random_uuid(), model_id, version, 'd', '1', now(), 'x', now(), 'x' FROM evaluations LIMIT 1 RETURNING id)
    INSERT INTO evaluation_metrics (evaluation_id, ${Object.keys(columns).join(', ')}) SELECT id, ${values.join(', ')} FROM e`;
}
