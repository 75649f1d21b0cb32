import { type Session } from '../duckdb.engine.js';
import { type StoredRef } from '../engine-task.js';
import { literal, sliceColumn } from '../sql-text.js';

/**
 * The rows of a kept file, as a subquery in the normal form that files have now: earlier releases kept ids, slices and classes
 * as their formats wrote them. Ids that are whole numbers are kept as such, and need none.
 */
export async function keptRows(session: Session, { path, spec }: StoredRef): Promise<string> {
  const file = `read_parquet(${literal(path)}, hive_partitioning=false)`;
  const first = await session.find(`SELECT typeof(row_id) AS type FROM ${file} LIMIT 1`);
  const texts = [
    ...(first?.type === 'VARCHAR' ? ['row_id'] : []),
    ...(spec.columns.unit === undefined ? [] : ['unit']),
    ...spec.slices.map((_, index) => sliceColumn(index)),
  ];
  const classes = spec.task === 'multiclass' ? ['label', 'prediction'] : [];
  const plain = [
    ...texts.map((name) => `plain_text(${name}) AS ${name}`),
    ...classes.map((name) => `plain_class(${name}) AS ${name}`),
  ];
  return `(SELECT *${plain.length === 0 ? '' : ` REPLACE (${plain.join(', ')})`} FROM ${file})`;
}
