import { type FaultCode } from '../engine-fault.js';
import { NULL_SLICE, type PredictionSpec } from '../../prediction-layout.js';
import { binaryClassOf, classOf, isWholeNumberType, numberOf, type SourceFile, textOf } from './source-sql.js';
import { identifier, literal, literals, probabilityColumn, sliceColumn } from '../sql-text.js';

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
  /** Name in the file. */
  from: string;
  /** Expression over the file. */
  value: string;
  needs: 'number' | 'text';
  refusals: Refusal[];
}

/** Every column that a specification names, in a fixed order. */
export function columnsToLoad(spec: PredictionSpec, source: SourceFile): LoadedColumn[] {
  const { columns } = spec;
  const loaded = [rowIdColumn(columns.rowId, source), labelColumn(spec, source)];
  if (columns.prediction !== undefined) loaded.push(predictionColumn(spec, columns.prediction, source));
  if (columns.score !== undefined) loaded.push(scoreColumn(spec, columns.score, source));
  if (columns.weight !== undefined) loaded.push(atLeastZero('weight', columns.weight, source, 'INVALID_WEIGHT'));
  if (columns.latencyMs !== undefined)
    loaded.push(atLeastZero('latency', columns.latencyMs, source, 'INVALID_LATENCY'));
  if (columns.unit !== undefined) {
    const refusals: Refusal[] = [{ code: 'MISSING_UNIT', when: unfit('unit'), says: 'is missing or too long' }];
    loaded.push({ as: 'unit', from: columns.unit, value: textOf(source, columns.unit), needs: 'text', refusals });
  }
  Object.values(columns.probabilities ?? {}).forEach((from, index) => {
    loaded.push(probabilityOf(probabilityColumn(index), from, source));
  });
  spec.slices.forEach((from, index) => loaded.push(sliceOf(sliceColumn(index), from, source)));
  return loaded;
}

function rowIdColumn(from: string, source: SourceFile): LoadedColumn {
  const type = source.columns.find(({ name }) => name === from)?.type ?? 'VARCHAR';
  const isWhole = source.format === 'parquet' && isWholeNumberType(type);
  const value = isWhole ? `CAST(${identifier(from)} AS BIGINT)` : textOf(source, from);
  const when = isWhole ? 'row_id IS NULL' : unfit('row_id');
  const says = `is missing or longer than ${LONGEST_TEXT} characters`;
  return { as: 'row_id', from, value, needs: 'text', refusals: [{ code: 'MISSING_ROW_ID', when, says }] };
}

function labelColumn(spec: PredictionSpec, source: SourceFile): LoadedColumn {
  const from = spec.columns.label;
  const code = 'INVALID_LABEL';
  if (spec.task === 'binary' || spec.task === 'multiclass') return classColumn(spec, 'label', from, source, code);
  const refusal =
    spec.task === 'ranking'
      ? { code, when: `${notFinite('label')} OR label < 0`, says: 'is not a relevance of 0 or more' }
      : { code, when: notFinite('label'), says: 'is not a finite number' };
  return {
    as: 'label',
    from,
    value: numberOf(source, from),
    needs: 'number',
    refusals: [refusal as Refusal, tooLarge('label')],
  };
}

function predictionColumn(spec: PredictionSpec, from: string, source: SourceFile): LoadedColumn {
  const code = 'INVALID_PREDICTION';
  if (spec.task !== 'regression') return classColumn(spec, 'prediction', from, source, code);
  const refusals: Refusal[] = [
    { code, when: notFinite('prediction'), says: 'is not a finite number' },
    tooLarge('prediction'),
  ];
  return { as: 'prediction', from, value: numberOf(source, from), needs: 'number', refusals };
}

function classColumn(
  spec: PredictionSpec,
  as: string,
  from: string,
  source: SourceFile,
  code: FaultCode,
): LoadedColumn {
  const { task, classes } = spec;
  if (task === 'binary') {
    const says = `is not one of the classes ${classes?.join(', ') ?? '0, 1; name others as classes of the request'}`;
    const refusals = [{ code, when: `${as} IS NULL`, says }];
    return { as, from, value: binaryClassOf(source, from, classes), needs: 'text', refusals };
  }
  const outside = classes ? ` OR ${as} NOT IN (${literals(classes)})` : '';
  const says = classes ? `is not one of the classes ${classes.join(', ')}` : 'is missing or too long';
  return {
    as,
    from,
    value: classOf(source, from),
    needs: 'text',
    refusals: [{ code, when: unfit(as) + outside, says }],
  };
}

function scoreColumn(spec: PredictionSpec, from: string, source: SourceFile): LoadedColumn {
  const refusals: Refusal[] = [{ code: 'INVALID_SCORE', when: notFinite('score'), says: 'is not a finite number' }];
  if (spec.task === 'binary') {
    const when = 'isfinite(score) AND (score < 0 OR score > 1)';
    refusals.push({ code: 'SCORE_OUT_OF_RANGE', when, says: 'lies outside 0 to 1' });
  }
  return { as: 'score', from, value: numberOf(source, from), needs: 'number', refusals };
}

function atLeastZero(as: string, from: string, source: SourceFile, code: FaultCode): LoadedColumn {
  const refusals: Refusal[] = [
    { code, when: `${notFinite(as)} OR ${as} < 0`, says: 'is not a number of 0 or more' },
    tooLarge(as),
  ];
  return { as, from, value: numberOf(source, from), needs: 'number', refusals };
}

function probabilityOf(as: string, from: string, source: SourceFile): LoadedColumn {
  const says = 'is not a probability from 0 to 1';
  const refusals: Refusal[] = [
    { code: 'INVALID_PROBABILITY', when: `${notFinite(as)} OR ${as} < 0 OR ${as} > 1`, says },
  ];
  return { as, from, value: numberOf(source, from), needs: 'number', refusals };
}

function sliceOf(as: string, from: string, source: SourceFile): LoadedColumn {
  const value = `coalesce(left(nfc_normalize(${textOf(source, from)}), ${LONGEST_TEXT + 1}), ${literal(NULL_SLICE)})`;
  const says = `is longer than ${LONGEST_TEXT} characters or holds the character U+0000`;
  return { as, from, value, needs: 'text', refusals: [{ code: 'INVALID_SLICE_VALUE', when: unfit(as), says }] };
}

function notFinite(as: string): string {
  return `${as} IS NULL OR NOT isfinite(${as})`;
}

function tooLarge(as: string): Refusal {
  const when = `isfinite(${as}) AND abs(${as}) > ${LARGEST_NUMBER}`;
  return {
    code: 'VALUE_OUT_OF_RANGE',
    when,
    says: `is beyond ±${LARGEST_NUMBER}, the largest number that is measured`,
  };
}

function unfit(as: string): string {
  return `${as} IS NULL OR length(${as}) > ${LONGEST_TEXT} OR contains(${as}, chr(0))`;
}
