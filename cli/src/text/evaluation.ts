import { type EvaluationResponse } from '@stagegate/client';
import { countedText, countText, sliceText, valueText } from './numbers.js';
import { type Page } from './page.js';
import { type Cell, type Column, fields, minute, table } from './table.js';

/** Metrics of an evaluation that are shown; all of them are in its JSON. */
const SHOWN_METRICS = 60;

/** An evaluation with its metrics, those of the whole first. */
export function evaluationText(evaluation: EvaluationResponse, page: Page): string[] {
  const { metrics, metricCount } = evaluation;
  const sizeOf = (slice: object | undefined) => Object.keys(slice ?? {}).length;
  const shown = [...metrics].sort((a, b) => sizeOf(a.slice) - sizeOf(b.slice)).slice(0, SHOWN_METRICS);
  const right = (title: string): Column => ({ title, align: 'right' });
  const rows = shown.map(({ name, slice, value, count, standardError, undefined: isUndefined }): Cell[] => [
    name,
    sliceText(slice),
    isUndefined ? 'undefined' : valueText(value),
    valueText(standardError),
    countText(count),
  ]);
  return [
    fields(factsOf(evaluation), page),
    ...(rows.length > 0 ? [table(['METRIC', 'SLICE', right('VALUE'), right('ERROR'), right('N')], rows, page)] : []),
    ...(metricCount > rows.length ? [`${countedText(metricCount, 'metric')} in all; --json answers them.`] : []),
  ];
}

function factsOf(evaluation: EvaluationResponse): [string, Cell][] {
  const { id, model, version, dataset, evaluator, digest, evaluatedAt, createdAt, createdBy, pairedCount } = evaluation;
  const split = dataset.split === undefined || dataset.split === null ? '' : `, ${dataset.split}`;
  return [
    ['Evaluation', id],
    ['Version', `${model} ${version}`],
    ['Dataset', `${dataset.name}@${dataset.version}${split}`],
    ['Measured', `${minute(evaluatedAt)}${evaluator === null ? '' : ` by ${evaluator}`}`],
    ['Submitted', `${minute(createdAt)} by ${createdBy}`],
    ['Pairs', pairedCount === 0 ? 'none' : countText(pairedCount)],
    ['Digest', digest],
  ];
}

export function evaluationTable(evaluations: readonly EvaluationResponse[], page: Page): string {
  const rows = evaluations.map(({ createdAt, dataset, metricCount, pairedCount, createdBy, id }) => [
    minute(createdAt),
    `${dataset.name}@${dataset.version}`,
    metricCount,
    pairedCount,
    createdBy,
    id,
  ]);
  return table(['SUBMITTED (UTC)', 'DATASET', 'METRICS', 'PAIRS', 'BY', 'EVALUATION'], rows, page);
}
