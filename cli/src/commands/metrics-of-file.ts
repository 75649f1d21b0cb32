import { type EvaluationDataset, type SubmitEvaluationRequest } from '@stagegate/client';
import { readMetricsText } from '../documents.js';
import { Failure } from '../failure.js';
import { type MetricsFormat } from '../metrics-files/formats.js';
import { readMetricsFile } from '../metrics-files/metrics-file.js';
import { isObject, type LeftOut } from '../metrics-files/reading.js';

/** How a file of metrics is to be read. */
export interface MetricsOptions {
  dataset?: EvaluationDataset;
  from?: MetricsFormat;
  groups?: string[];
  count?: number;
}

/** What is sent of a file of metrics; `stagegate` is the format of the API itself. */
export interface MetricsToSend {
  format: MetricsFormat | 'stagegate';
  evaluation: SubmitEvaluationRequest;
  leftOut: LeftOut[];
}

/** The evaluation that a file holds or, of another tool, whose metrics it holds. */
export async function metricsToSend(file: string, options: MetricsOptions): Promise<MetricsToSend> {
  const { dataset, from, groups, count } = options;
  const content = await readMetricsText(file, (value) => from === undefined && isEvaluation(value));
  if (from === undefined && isEvaluation(content))
    return { format: 'stagegate', evaluation: onDataset(file, content, dataset), leftOut: [] };
  const { format, metrics, leftOut } = explained(file, () => readMetricsFile(content, { from, groups, count }));
  if (dataset === undefined)
    throw new Failure(
      'WRONG_USAGE',
      `${file} holds metrics, read as ${format}; say --dataset name@version, the data they were measured on.`,
    );
  return { format, evaluation: { dataset, metrics }, leftOut };
}

/** Whether a document is one of the API, or means to be: it says a dataset, or lists metrics as the API does. */
function isEvaluation(content: unknown): content is SubmitEvaluationRequest {
  return isObject(content) && (Array.isArray(content.metrics) || isObject(content.dataset));
}

function onDataset(
  file: string,
  document: SubmitEvaluationRequest,
  dataset?: EvaluationDataset,
): SubmitEvaluationRequest {
  if (dataset === undefined) return document;
  const own: Partial<EvaluationDataset> | undefined = document.dataset;
  if (own !== undefined && (own.name !== dataset.name || own.version !== dataset.version))
    throw new Failure(
      'INVALID_DOCUMENT',
      `${file} says it was measured on ${own.name}@${own.version}, not on ${dataset.name}@${dataset.version}.`,
    );
  return { ...document, dataset: { ...own, ...dataset } };
}

function explained<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new Failure('INVALID_DOCUMENT', `${file} cannot be read as metrics: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** What is left out, as a sentence for each reason. */
export function leftOutText(leftOut: readonly LeftOut[]): string[] {
  const reasons = [...new Set(leftOut.map(({ why }) => why))];
  return reasons.map((why) => {
    const names = leftOut.filter((one) => one.why === why).map(({ name }) => name);
    return `Left out, ${why}: ${names.join(', ')}.`;
  });
}

/** What would be sent, as YAML that can be sent in its place. */
export async function dryRunText({ format, evaluation }: MetricsToSend): Promise<string[]> {
  const { stringify } = await import('yaml');
  return [
    `# Nothing was sent; this would be, read as ${format}.`,
    stringify(evaluation, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd(),
  ];
}
