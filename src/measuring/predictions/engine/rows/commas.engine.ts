import { type Session } from '../duckdb.engine.js';
import { numberIn } from '../groups.js';
import { columnOf, fromSource, type SourceFile, writtenIn } from './source-sql.js';
import { countCommas, PLAIN_MARKS } from './number-marks.js';
import { readingFile } from './reading-faults.js';
import { COMMA, type PredictionSpec } from '../../prediction-layout.js';

/**
 * The file as its commas show it to be: where something else parts the columns, and the request states no mark, a comma
 * that can part nothing but a fraction says that all of them do. Commas that could part thousands are left for the request to
 * tell.
 */
export async function withDecimalCommas(
  session: Session,
  source: SourceFile,
  spec: PredictionSpec,
): Promise<{ source: SourceFile; warnings: string[] }> {
  const asStated = { source, warnings: [] };
  if (source.format !== 'csv' || source.delimiter === COMMA || source.marks !== PLAIN_MARKS) return asStated;
  const numbers = numberColumns(spec).map((name) => columnOf(source, name));
  if (numbers.length === 0) return asStated;
  const sql = `SELECT ${countCommas(numbers.map(writtenIn))} FROM ${fromSource(source, numbers)}`;
  const found = await readingFile('csv', () => session.row(sql));
  if (numberIn(found, 'fractions') === 0 || numberIn(found, 'points') > 0) return asStated;
  const warning = 'Numbers were read with a decimal comma, which the request did not state.';
  return { source: { ...source, marks: { ...source.marks, decimal: ',' } }, warnings: [warning] };
}

function numberColumns({ task, columns }: PredictionSpec): string[] {
  const { label, prediction, score, weight, latencyMs, probabilities } = columns;
  const classes = task === 'multiclass' ? [] : [label, prediction];
  return [...classes, score, weight, latencyMs, ...Object.values(probabilities ?? {})].filter(
    (name) => name !== undefined,
  );
}
