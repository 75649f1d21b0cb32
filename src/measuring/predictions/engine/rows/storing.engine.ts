import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { type Session } from '../duckdb.engine.js';
import { type KeptRows } from '../engine-task.js';
import { type PredictionSpec } from '../../prediction-layout.js';
import { literal, probabilityColumn } from '../sql-text.js';

/** Keeps the rows as a compact Parquet file in order of their ids. */
export async function store(session: Session, path: string): Promise<Omit<KeptRows, 'predictionDigest'>> {
  await session.run(`COPY rows TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return { fileDigest: `sha256:${hash.digest('hex')}`, fileBytes: statSync(path).size };
}

/**
 * Digest of what was predicted: ids, predictions and scores column by column in order of the ids, whatever file, format
 * or order they came in. Neither labels nor latencies belong to it.
 */
export async function digestPredictions(session: Session, spec: PredictionSpec, count: number): Promise<string> {
  const hash = createHash('sha256').update(`stagegate predictions 1 ${spec.task} ${count}\n`);
  for await (const ids of session.texts('SELECT CAST(row_id AS VARCHAR) FROM rows ORDER BY CAST(row_id AS VARCHAR)')) {
    hash.update(`${ids.join('\0')}\0`);
  }
  const inOrder = 'FROM rows ORDER BY CAST(row_id AS VARCHAR)';
  if (spec.task === 'multiclass') {
    for await (const classes of session.texts(`SELECT prediction ${inOrder}`)) hash.update(`${classes.join('\0')}\0`);
  }
  for (const column of numbersOf(spec)) {
    const values = new Float64Array(count);
    await session.fill(`SELECT CAST(${column} AS DOUBLE) + 0.0 ${inOrder}`, [values]);
    hash.update(values);
  }
  return `sha256:${hash.digest('hex')}`;
}

function numbersOf({ task, columns }: PredictionSpec): string[] {
  const probabilities = Object.keys(columns.probabilities ?? {})
    .map((name, index) => ({ name, column: probabilityColumn(index) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const predicted = task === 'binary' || task === 'regression' ? ['prediction'] : [];
  return [...predicted, ...(columns.score ? ['score'] : []), ...probabilities.map(({ column }) => column)];
}
