import { type Session } from '../duckdb.engine.js';
import { engineFault } from '../engine-fault.js';
import { type EngineLimits } from '../engine-task.js';
import { numberIn } from '../groups.js';
import { namedColumns, type PredictionSpec } from '../../prediction-layout.js';
import { literals, sliceColumn } from '../sql-text.js';
import { servesAs } from './column-types.js';
import { withDecimalCommas } from './commas.engine.js';
import { columnsToLoad, type LoadedColumn } from './loaded-columns.js';
import {
  ARE_IDS_WHOLE,
  FIND_DUPLICATE_ID,
  findFaults,
  type IdKind,
  loadRaw,
  readValue,
  refusalsOf,
  type RowRefusal,
  sortRows,
} from './loading-sql.js';
import { looksLikeNumber, marksHint } from './number-marks.js';
import { readingFile } from './reading-faults.js';
import { lineOf, withLaterKeys } from './source.engine.js';
import { columnOf, shownName, type SourceFile } from './source-sql.js';

/** Reads the file into the table `rows`, refusing it at the first bad row; answers how many rows there are. */
export async function loadFile(
  session: Session,
  file: SourceFile,
  spec: PredictionSpec,
  limits: EngineLimits,
): Promise<{ rows: number; warnings: string[] }> {
  const known = await withLaterKeys(session, file, namedColumns(spec));
  const { source, warnings } = await withDecimalCommas(session, known, spec);
  const loaded = columnsToLoad(spec, source);
  checkTypes(loaded, source);
  checkHeader(spec, source);
  await readingFile(source.format, () => session.run(loadRaw(source, loaded, limits.rows)));
  const rows = await checkRows(session, source, loaded, limits);
  const ids = await checkIds(session, source, loaded);
  await makeSliceTypes(session, 'raw', spec, limits);
  await session.run(sortRows(loaded, ids, spec));
  await session.run('DROP TABLE raw');
  return { rows, warnings: [...warnings, ...(await warnOfMissing(session, source, spec))] };
}

/**
 * A first line of numbers is a row, where columns are asked for by place because the file has no header. Numbers that count the
 * columns are the names of a frame that was given none.
 */
function checkHeader({ columns }: PredictionSpec, source: SourceFile): void {
  if (source.format !== 'csv') return;
  const asked = [columns.label, columns.prediction, columns.score].filter((name) => name !== undefined);
  const found = asked.map((name) => ({ ...columnOf(source, name), asked: name }));
  if (found.some(({ name, asked: by }) => name === by || !looksLikeNumber(name))) return;
  if (found.every(({ name, place }) => name === String(place))) return;
  const line = source.linesBefore + 1;
  const detail = `Line ${line} looks like data, '${found[0]!.name}' where a name is expected; the file needs a header. If that is the name of a column, ask for it by name.`;
  throw engineFault('MALFORMED_FILE', detail, { line });
}

/** Words for a missing value that stay values of a slice, since they may be names, too. */
async function warnOfMissing(session: Session, source: SourceFile, spec: PredictionSpec): Promise<string[]> {
  if (source.format === 'parquet') return [];
  const warnings: string[] = [];
  for (const [index, name] of spec.slices.entries()) {
    const { list } = await session.row(
      `SELECT list_filter(enum_range(NULL::slice_${sliceColumn(index)})::VARCHAR[], v -> v IN (${literals(MISSING_WORDS)})) AS list`,
    );
    const words = (list as string[]).map((word) => `'${word}'`).join(', ');
    if (words !== '')
      warnings.push(
        `Values of '${name}' are ${words}: if that means that there is none, leave them empty, so that they are the slice __null__.`,
      );
  }
  return warnings;
}

const MISSING_WORDS = ['NA', 'N/A', '#N/A', '<NA>', 'NULL', 'null', 'None', 'NaN', 'NaT'];

function checkTypes(loaded: readonly LoadedColumn[], source: SourceFile): void {
  if (source.format !== 'parquet') return;
  for (const { from, needs } of loaded) {
    if (servesAs(from.type, needs)) continue;
    const detail = `The column ${shownName(from)} is of type ${from.type}, which cannot serve as ${needs}.`;
    throw engineFault('WRONG_COLUMN_TYPE', detail, { column: from.name });
  }
}

async function checkRows(
  session: Session,
  source: SourceFile,
  loaded: readonly LoadedColumn[],
  limits: EngineLimits,
): Promise<number> {
  const refusals = refusalsOf(source, loaded);
  const found = await session.row(findFaults(refusals));
  const rows = numberIn(found, 'n');
  if (rows === 0) throw engineFault('EMPTY_FILE', 'The file has no rows.');
  const first = refusals
    .map((refusal, index) => ({ refusal, row: found[`f${index}`] }))
    .filter(({ row }) => row !== null)
    .sort((a, b) => Number(a.row) - Number(b.row))[0];
  if (first) await refuseRow(session, source, first.refusal, Number(first.row));
  if (rows > limits.rows) throw engineFault('TOO_MANY_ROWS', `The file has more than ${limits.rows} rows.`);
  return rows;
}

async function refuseRow(
  session: Session,
  source: SourceFile,
  { code, from, says }: RowRefusal,
  row: number,
): Promise<never> {
  const { where, line } = await placeOf(source, row);
  if (from === null) throw engineFault(code, `${where}: ${says}.`, { line });
  const found = await readingFile(source.format, () => session.find(readValue(source, from, row)));
  const written = found?.value === null || found === undefined ? '' : String(found.value);
  const value = written === '' ? 'the empty value' : `'${written}'`;
  const hint = source.format === 'csv' ? marksHint(source.marks, written) : '';
  const detail = `${where}: ${value} in column ${shownName(from)} ${says}${hint}.`;
  throw engineFault(code, detail, { line, column: from.name });
}

async function placeOf(source: SourceFile, row: number): Promise<{ where: string; line: number }> {
  const line = await lineOf(source, row);
  return { where: `${source.format === 'parquet' ? 'Row' : 'Line'} ${line}`, line };
}

async function checkIds(session: Session, source: SourceFile, loaded: readonly LoadedColumn[]): Promise<IdKind> {
  if (!loaded.some(({ as }) => as === 'row_id')) return 'place';
  const { n, different } = await session.row('SELECT count(*) AS n, count(DISTINCT row_id) AS different FROM raw');
  if (n !== different) {
    const { id, second } = await session.row(FIND_DUPLICATE_ID);
    const { where, line } = await placeOf(source, Number(second));
    throw engineFault('DUPLICATE_ROW_ID', `${where}: the id '${String(id)}' was given to an earlier row.`, { line });
  }
  const { whole } = await session.row(ARE_IDS_WHOLE);
  return whole === true ? 'whole' : 'text';
}

/** Gives each slice column a type of its own values, within the bound on all slices together. */
export async function makeSliceTypes(
  session: Session,
  table: string,
  spec: PredictionSpec,
  limits: EngineLimits,
): Promise<void> {
  let slices = 1;
  for (const [index, name] of spec.slices.entries()) {
    const values = `SELECT DISTINCT ${sliceColumn(index)} AS value FROM ${table}`;
    const { n } = await session.row(`SELECT count(*) AS n FROM (${values} LIMIT ${limits.slices + 1})`);
    slices += Number(n);
    if (slices > limits.slices) {
      const detail = `With the column '${name}' there are more than ${limits.slices} slices; slice by a coarser value.`;
      throw engineFault('TOO_MANY_SLICES', detail, { column: name });
    }
    await session.run(`CREATE TYPE slice_${sliceColumn(index)} AS ENUM (${values} ORDER BY value)`);
  }
  for (const cross of spec.crosses) {
    const columns = cross.map((name) => sliceColumn(spec.slices.indexOf(name))).join(', ');
    const { n } = await session.row(
      `SELECT count(*) AS n FROM (SELECT DISTINCT ${columns} FROM ${table} LIMIT ${limits.slices + 1})`,
    );
    slices += Number(n);
    if (slices > limits.slices) {
      throw engineFault(
        'TOO_MANY_SLICES',
        `With the cross ${cross.map((name) => `'${name}'`).join(' × ')} there are more than ${limits.slices} slices.`,
      );
    }
  }
}
