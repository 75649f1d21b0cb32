import { MISSING } from '../../../../judging/evidence/slice-key.js';
import { type FaultCode } from '../engine-fault.js';
import { plainClassName, idColumns, type PredictionSpec } from '../../prediction-layout.js';
import { isWholeNumberType } from './column-types.js';
import {
  binaryClassOf,
  classOf,
  columnOf,
  numberOf,
  type SourceColumn,
  type SourceFile,
  textOf,
} from './source-sql.js';
import { literal, plainClass, probabilityColumn, sliceColumn } from '../sql-text.js';

const LONGEST_TEXT = 256;
/** Errors are summed to their fourth power, and weights to their second, which no double may exceed. */
const LARGEST_NUMBER = 1e45;

/** A reason to refuse a row. */
export interface Refusal {
  code: FaultCode;
  /** Condition over the loaded table. */
  when: string;
  /** What is wrong, after "the … in column …". */
  says: string;
}

/** A column of the file and what it becomes inside the engine. */
export interface LoadedColumn {
  /** Name inside the engine. */
  as: string;
  /** The column of the file. */
  from: SourceColumn;
  /** Expression over the file. */
  value: string;
  needs: 'number' | 'text';
  refusals: Refusal[];
}

/** What a column holds that several roles share: where it is, and the code of its refusals. */
interface Role {
  as: string;
  from: SourceColumn;
  code: FaultCode;
}

/** Every column that a specification names, in a fixed order. */
export function columnsToLoad(spec: PredictionSpec, source: SourceFile): LoadedColumn[] {
  const { columns } = spec;
  const at = (name: string) => columnOf(source, name);
  const loaded = [...rowIdColumns(idColumns(spec).map(at), source), labelColumn(spec, source)];
  if (columns.prediction !== undefined) loaded.push(predictionColumn(spec, at(columns.prediction), source));
  if (columns.score !== undefined) loaded.push(scoreColumn(spec, at(columns.score), source));
  if (columns.weight !== undefined)
    loaded.push(atLeastZero({ as: 'weight', from: at(columns.weight), code: 'INVALID_WEIGHT' }, source));
  if (columns.latencyMs !== undefined)
    loaded.push(atLeastZero({ as: 'latency', from: at(columns.latencyMs), code: 'INVALID_LATENCY' }, source));
  if (columns.unit !== undefined) loaded.push(unitColumn(at(columns.unit), source));
  Object.values(columns.probabilities ?? {}).forEach((from, index) => {
    loaded.push(probabilityOf(probabilityColumn(index), at(from), source));
  });
  spec.slices.forEach((from, index) => loaded.push(sliceOf(sliceColumn(index), at(from), source)));
  return loaded;
}

/** Names of the parts of an id inside the engine; the rows are kept without them. */
const ID_PART = /^id_part_\d+$/;

/** Whether a column is kept once the rows are checked. */
export function isKept({ as }: LoadedColumn): boolean {
  return !ID_PART.test(as);
}

/** The id of each row: one column, or a JSON list of the texts of several, which no other parts can make. */
function rowIdColumns(from: readonly SourceColumn[], source: SourceFile): LoadedColumn[] {
  if (from.length === 0) return [];
  if (from.length === 1) return [rowIdColumn('row_id', from[0]!, source)];
  const parts = from.map((column, index) => rowIdColumn(`id_part_${index}`, column, source));
  const texts = parts.map(({ value }) => `CAST(${value} AS VARCHAR)`).join(', ');
  const value = `CAST(to_json([${texts}]) AS VARCHAR)`;
  return [...parts, { as: 'row_id', from: from[0]!, value, needs: 'text', refusals: [] }];
}

function rowIdColumn(as: string, from: SourceColumn, source: SourceFile): LoadedColumn {
  const isMissing: Refusal = { code: 'MISSING_ROW_ID', when: `${as} IS NULL`, says: 'cannot be an id' };
  if (source.format === 'parquet' && isWholeNumberType(from.type)) {
    return { as, from, value: `CAST(v${from.place} AS BIGINT)`, needs: 'text', refusals: [isMissing] };
  }
  return { as, from, value: textOf(source, from), needs: 'text', refusals: [isMissing, unfit(as, 'INVALID_ROW_ID')] };
}

function unitColumn(from: SourceColumn, source: SourceFile): LoadedColumn {
  const isMissing: Refusal = {
    code: 'MISSING_UNIT',
    when: `unit IS NULL OR ${isNotANumber('unit')}`,
    says: 'cannot be a unit',
  };
  const refusals = [isMissing, unfit('unit', 'INVALID_UNIT')];
  return { as: 'unit', from, value: textOf(source, from), needs: 'text', refusals };
}

function labelColumn(spec: PredictionSpec, source: SourceFile): LoadedColumn {
  const from = columnOf(source, spec.columns.label);
  const code = 'INVALID_LABEL';
  if (spec.task === 'binary' || spec.task === 'multiclass') {
    const column = classColumn(spec, { as: 'label', from, code }, source);
    return { ...column, refusals: [...column.refusals, ...improbable(spec)] };
  }
  const refusal: Refusal =
    spec.task === 'ranking'
      ? { code, when: `${notFinite('label')} OR label < 0`, says: 'is not a relevance of 0 or more' }
      : { code, when: notFinite('label'), says: 'is not a finite number' };
  const refusals = [refusal, tooLarge('label')];
  return { as: 'label', from, value: numberOf(source, from), needs: 'number', refusals };
}

function predictionColumn(spec: PredictionSpec, from: SourceColumn, source: SourceFile): LoadedColumn {
  const code = 'INVALID_PREDICTION';
  if (spec.task !== 'regression') return classColumn(spec, { as: 'prediction', from, code }, source);
  const refusals: Refusal[] = [
    { code, when: notFinite('prediction'), says: 'is not a finite number' },
    tooLarge('prediction'),
  ];
  return { as: 'prediction', from, value: numberOf(source, from), needs: 'number', refusals };
}

function classColumn(spec: PredictionSpec, { as, from, code }: Role, source: SourceFile): LoadedColumn {
  const { task, classes } = spec;
  const stated = classes?.map((one) => `'${one}'`).join(', ');
  const outside = `is not one of the classes ${stated ?? '0, 1; name others as classes of the request'}`;
  if (task === 'binary') {
    const refusals = [{ code, when: `${as} IS NULL`, says: outside }];
    return { as, from, value: binaryClassOf(source, from, classes), needs: 'text', refusals };
  }
  const known = classes?.map(plainClass).join(', ');
  const refusals: Refusal[] = [{ code, when: `${as} IS NULL`, says: 'cannot be a class' }, unfit(as, code)];
  if (!statedClasses(spec).includes(NOT_A_NUMBER))
    refusals.push({ code, when: isNotANumber(as), says: 'is no class unless classes names it' });
  if (known !== undefined) refusals.unshift({ code, when: `${as} IS NULL OR ${as} NOT IN (${known})`, says: outside });
  return { as, from, value: classOf(source, from), needs: 'text', refusals };
}

/** A label that none of the probabilities is of would make the log-loss that of a probability of 0. */
function improbable({ columns }: PredictionSpec): Refusal[] {
  const names = Object.keys(columns.probabilities ?? {});
  if (names.length === 0) return [];
  const when = `label IS NOT NULL AND label NOT IN (${names.map(plainClass).join(', ')})`;
  const says = `is a class without a column in probabilities, which has ${names.map((name) => `'${name}'`).join(', ')}`;
  return [{ code: 'INVALID_LABEL', when, says }];
}

/** Classes that the request names, in their normal form. */
function statedClasses({ classes, columns }: PredictionSpec): string[] {
  return [...(classes ?? []), ...Object.keys(columns.probabilities ?? {})].map(plainClassName);
}

/** What writers put where a column of numbers has none. */
const NOT_A_NUMBER = 'NaN';

function isNotANumber(as: string): string {
  return `${as} = ${literal(NOT_A_NUMBER)}`;
}

function scoreColumn(spec: PredictionSpec, from: SourceColumn, source: SourceFile): LoadedColumn {
  const refusals: Refusal[] = [{ code: 'INVALID_SCORE', when: notFinite('score'), says: 'is not a finite number' }];
  const number = numberOf(source, from);
  if (spec.task !== 'binary') return { as: 'score', from, value: number, needs: 'number', refusals };
  const when = 'isfinite(score) AND (score < 0 OR score > 1)';
  refusals.push({ code: 'SCORE_OUT_OF_RANGE', when, says: 'lies outside 0 to 1' });
  return { as: 'score', from, value: `within_unit(${number})`, needs: 'number', refusals };
}

function atLeastZero({ as, from, code }: Role, source: SourceFile): LoadedColumn {
  const refusals: Refusal[] = [
    { code, when: `${notFinite(as)} OR ${as} < 0`, says: 'is not a number of 0 or more' },
    tooLarge(as),
  ];
  return { as, from, value: numberOf(source, from), needs: 'number', refusals };
}

function probabilityOf(as: string, from: SourceColumn, source: SourceFile): LoadedColumn {
  const says = 'is not a probability from 0 to 1';
  const when = `${notFinite(as)} OR ${as} < 0 OR ${as} > 1`;
  const refusals: Refusal[] = [{ code: 'INVALID_PROBABILITY', when, says }];
  return { as, from, value: `within_unit(${numberOf(source, from)})`, needs: 'number', refusals };
}

function sliceOf(as: string, from: SourceColumn, source: SourceFile): LoadedColumn {
  const isNumber = from.type === 'FLOAT' || from.type === 'DOUBLE';
  const text = isNumber ? `nullif(${textOf(source, from)}, ${literal(NOT_A_NUMBER)})` : textOf(source, from);
  const value = `coalesce(left(nfc_normalize(${text}), ${LONGEST_TEXT + 1}), ${literal(MISSING)})`;
  return { as, from, value, needs: 'text', refusals: [unfit(as, 'INVALID_SLICE_VALUE')] };
}

function notFinite(as: string): string {
  return `${as} IS NULL OR NOT isfinite(${as})`;
}

function tooLarge(as: string): Refusal {
  const when = `isfinite(${as}) AND abs(${as}) > ${LARGEST_NUMBER}`;
  const says = `is beyond ±${LARGEST_NUMBER}, the largest number that is measured`;
  return { code: 'VALUE_OUT_OF_RANGE', when, says };
}

function unfit(as: string, code: FaultCode): Refusal {
  const when = `length(${as}) > ${LONGEST_TEXT} OR contains(${as}, chr(0))`;
  return { code, when, says: `is longer than ${LONGEST_TEXT} characters or holds the character U+0000` };
}
