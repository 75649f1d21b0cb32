import { type Session } from '../duckdb.engine.js';
import { engineFault } from '../engine-fault.js';
import { type EngineLimits } from '../engine-task.js';
import { numberIn } from '../groups.js';
import { columnsToLoad, type LoadedColumn } from './loaded-columns.js';
import {
  ARE_IDS_WHOLE,
  type ColumnRefusal,
  FIND_DUPLICATE_ID,
  findFaults,
  loadRaw,
  readValue,
  refusalsOf,
  sortRows,
} from './loading-sql.js';
import { type PredictionSpec } from '../../prediction-layout.js';
import { lineOf } from './source.engine.js';
import { servesAs, type SourceFile } from './source-sql.js';
import { sliceColumn } from '../sql-text.js';

/** Reads the file into the table `rows`, refusing it at the first bad row; answers how many rows there are. */
export async function loadFile(
  session: Session,
  source: SourceFile,
  spec: PredictionSpec,
  limits: EngineLimits,
): Promise<number> {
  const loaded = columnsToLoad(spec, source);
  checkColumns(loaded, source);
  await session.run(loadRaw(source, loaded, limits.rows));
  const rows = await checkRows(session, source, loaded, limits);
  await checkIds(session, source);
  await makeSliceTypes(session, 'raw', spec, limits);
  const { whole } = await session.row(ARE_IDS_WHOLE);
  await session.run(sortRows(loaded, whole === true, spec));
  await session.run('DROP TABLE raw');
  return rows;
}

function checkColumns(loaded: readonly LoadedColumn[], source: SourceFile): void {
  for (const { from, needs } of loaded) {
    const column = source.columns.find(({ name }) => name === from);
    if (column === undefined) {
      const names = source.columns.map(({ name }) => name);
      const known = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
      throw engineFault('UNKNOWN_COLUMN', `The file has no column '${from}'; it has ${known}.`, { column: from });
    }
    if (source.format === 'parquet' && !servesAs(column.type, needs)) {
      const detail = `Column '${from}' is of type ${column.type}, which cannot serve as ${needs}.`;
      throw engineFault('WRONG_COLUMN_TYPE', detail, { column: from });
    }
  }
}

async function checkRows(
  session: Session,
  source: SourceFile,
  loaded: readonly LoadedColumn[],
  limits: EngineLimits,
): Promise<number> {
  const refusals = refusalsOf(loaded);
  const found = await session.row(findFaults(refusals));
  const rows = numberIn(found, 'n');
  if (rows === 0) throw engineFault('EMPTY_FILE', 'The file has no rows.');
  const first = refusals
    .map((refusal, index) => ({ refusal, row: found[`f${index}`] }))
    .filter(({ row }) => row !== null)
    .sort((a, b) => Number(a.row) - Number(b.row))[0];
  if (first) await refuseRow(session, source, loaded, first.refusal, Number(first.row));
  if (rows > limits.rows) throw engineFault('TOO_MANY_ROWS', `The file has more than ${limits.rows} rows.`);
  return rows;
}

async function refuseRow(
  session: Session,
  source: SourceFile,
  loaded: readonly LoadedColumn[],
  { code, from, says }: ColumnRefusal,
  row: number,
): Promise<never> {
  const found = await session.find(readValue(source, loaded, from, row));
  const line = await lineOf(source, row);
  const value = found?.value === null || found === undefined ? 'the empty value' : `'${String(found.value)}'`;
  const where = `${source.format === 'parquet' ? 'Row' : 'Line'} ${line}`;
  throw engineFault(code, `${where}: ${value} in column '${from}' ${says}.`, { line, column: from });
}

async function checkIds(session: Session, source: SourceFile): Promise<void> {
  const { n, different } = await session.row('SELECT count(*) AS n, count(DISTINCT row_id) AS different FROM raw');
  if (n === different) return;
  const { id, second } = await session.row(FIND_DUPLICATE_ID);
  const line = await lineOf(source, Number(second));
  const where = `${source.format === 'parquet' ? 'Row' : 'Line'} ${line}`;
  throw engineFault('DUPLICATE_ROW_ID', `${where}: the id '${String(id)}' was given to an earlier row.`, { line });
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
      const detail = `With column '${name}' there are more than ${limits.slices} slices; slice by a coarser value.`;
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
        `With the cross ${cross.join(' × ')} there are more than ${limits.slices} slices.`,
      );
    }
  }
}
