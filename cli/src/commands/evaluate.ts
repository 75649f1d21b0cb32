import { existsSync, openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import {
  type EvaluationResponse,
  getEvaluation,
  predictionJobEnd,
  type PredictionJobResponse,
  submitEvaluation,
  type SubmitPredictionsRequest,
  uploadPredictions,
} from '@stagegate/client';
import { type Command, Option } from 'commander';
import { readDocument } from '../documents.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { withProgress } from '../progress.js';
import { action, type Session } from '../session.js';
import { METRICS_FORMATS } from '../metrics-files/formats.js';
import { count, dataset, names } from '../parsers.js';
import { type MetricsOptions } from './metrics-of-file.js';
import { countedText } from '../text/numbers.js';
import { modelArgument, versionArgument } from './options.js';

const PREDICTIONS = /\.(parquet|csv|tsv|ndjson|jsonl)(\.(gz|zst))?$/i;

interface EvaluateOptions extends MetricsOptions {
  predictions?: string;
  wait: boolean;
  dryRun?: true;
}

export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('Submits an evaluation: metrics from a file, or predictions for the service to measure')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .argument(
      '<file>',
      'metrics as YAML or JSON, or as another tool wrote them; with --predictions the task, dataset, columns and slices',
    )
    .option('--dataset <name@version>', 'the data that metrics of another tool were measured on', dataset)
    .addOption(
      new Option('--from <format>', 'the format of another tool, recognised unless given').choices(METRICS_FORMATS),
    )
    .option('--groups <columns>', 'columns of a table that tell its groups apart, recognised unless given', names)
    .option('--count <rows>', 'how many examples were measured, where the file does not say', count)
    .option('--dry-run', 'shows what would be sent, and sends nothing')
    .option('--predictions <file>', 'predictions row by row: Parquet, CSV or NDJSON')
    .option('--no-wait', 'leaves the measuring to the service, and answers the job')
    .action(action(evaluate));
}

async function evaluate(
  session: Session,
  options: EvaluateOptions,
  model: string,
  version: number,
  file: string,
): Promise<ExitCode> {
  const path = { model, version };
  if (options.predictions === undefined) return evaluateMetrics(session, options, path, file);
  const unfit = ['dataset', 'from', 'groups', 'count', 'dryRun'].find((name) => name in options);
  if (unfit !== undefined)
    throw new Failure(
      'WRONG_USAGE',
      `--${unfit === 'dryRun' ? 'dry-run' : unfit} is for metrics; with --predictions ${file} says all.`,
    );
  const request = await readDocument<SubmitPredictionsRequest>(file);
  const job = await measure(session, path, request, options.predictions, options.wait);
  if (job.status !== 'succeeded') return answerJob(session, job);
  const { client } = session;
  answerEvaluation(session, await getEvaluation({ client, path: { id: job.evaluationId! } }), job.warnings);
  return EXIT.done;
}

/** Submits the metrics of a file, those of other tools too. */
async function evaluateMetrics(
  session: Session,
  options: EvaluateOptions,
  path: { model: string; version: number },
  file: string,
): Promise<ExitCode> {
  if (PREDICTIONS.test(file) && options.dataset === undefined)
    throw new Failure(
      'WRONG_USAGE',
      `${file} holds predictions; say --predictions ${file}, and name the file that describes them. Of metrics, say --dataset name@version.`,
    );
  // Read only when it is needed, as the formats of other tools are many.
  const { dryRunText, leftOutText, metricsToSend } = await import('./metrics-of-file.js');
  const found = await metricsToSend(file, options);
  if (options.dryRun) {
    const text = await dryRunText(found);
    session.answerDocument(found, () => text);
  } else {
    const stored = await submitEvaluation({ client: session.client, path, body: found.evaluation });
    const answer = found.format === 'stagegate' ? stored : { ...stored, leftOut: found.leftOut };
    answerEvaluation(session, answer);
  }
  leftOutText(found.leftOut).forEach((line) => session.note(line));
  return EXIT.done;
}

async function measure(
  session: Session,
  path: { model: string; version: number },
  request: SubmitPredictionsRequest,
  predictions: string,
  wait: boolean,
): Promise<PredictionJobResponse> {
  const { client } = session;
  const file = await fileOf(predictions);
  return withProgress(session, `Sending ${predictions}`, async (say) => {
    const job = await uploadPredictions({ client, path, request, file, filename: basename(predictions) });
    if (!wait) return job;
    return predictionJobEnd({ client, id: job.id, onProgress: (now) => say(progressOf(now)) });
  });
}

/** The file, read from disk as it is sent. */
async function fileOf(path: string): Promise<Blob> {
  if (!existsSync(path)) throw new Failure('UNREADABLE_FILE', `${path} cannot be read: there is no such file.`);
  return openAsBlob(path);
}

function progressOf({ status, step, rowsRead, rowsTotal }: PredictionJobResponse): string {
  if (status === 'queued') return 'Waiting for its turn';
  const share = rowsTotal ? ` ${Math.floor((100 * rowsRead) / rowsTotal)} %` : '';
  return step === 'reading' ? `Reading${share}` : `${step ?? 'starting'}`;
}

function answerJob(session: Session, job: PredictionJobResponse): ExitCode {
  const isOpen = job.status === 'queued' || job.status === 'running';
  const { code, detail } = job.error ?? { code: job.status.toUpperCase(), detail: 'The job ended without a result.' };
  session.answer(job, () => (isOpen ? `Job ${job.id} is ${job.status}.` : `${code} ${detail}`));
  return isOpen ? EXIT.done : EXIT.other;
}

function answerEvaluation(session: Session, evaluation: EvaluationResponse, warnings: readonly string[] = []): void {
  const { model, version, metrics, dataset, id, paired } = evaluation;
  const slices = new Set(metrics.map(({ slice }) => JSON.stringify(slice ?? {}))).size;
  const pairs =
    paired.length === 0
      ? ''
      : `, paired with version ${[...new Set(paired.map((one) => one.incumbentVersion))].join(', ')}`;
  session.answer(evaluation, () => [
    `Evaluated ${model} ${version} on ${dataset.name}@${dataset.version}: ${countedText(metrics.length, 'metric')}, ${countedText(slices, 'slice')}${pairs}.`,
    `Evaluation ${id}`,
  ]);
  for (const warning of warnings) session.note(`Warning: ${warning}`);
}
