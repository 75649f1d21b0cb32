import { existsSync, openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import {
  type EvaluationResponse,
  getEvaluation,
  predictionJobEnd,
  type PredictionJobResponse,
  submitEvaluation,
  type SubmitEvaluationRequest,
  type SubmitPredictionsRequest,
  uploadPredictions,
} from '@stagegate/client';
import { type Command } from 'commander';
import { readDocument } from '../documents.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { withProgress } from '../progress.js';
import { action, type Session } from '../session.js';
import { modelArgument, versionArgument } from './options.js';

const PREDICTIONS = /\.(parquet|csv|ndjson|jsonl)(\.(gz|zst))?$/i;

interface EvaluateOptions {
  predictions?: string;
  wait: boolean;
}

export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('Submits an evaluation: metrics from a file, or predictions for the service to measure')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .argument('<file>', 'metrics as YAML or JSON; with --predictions the task, dataset, columns and slices instead')
    .option('--predictions <file>', 'predictions row by row: Parquet, CSV or NDJSON')
    .option('--no-wait', 'leaves the measuring to the service, and answers the job')
    .action(action(evaluate));
}

async function evaluate(
  session: Session,
  { predictions, wait }: EvaluateOptions,
  model: string,
  version: number,
  file: string,
): Promise<ExitCode> {
  const { client } = session;
  const path = { model, version };
  if (PREDICTIONS.test(file))
    throw new Error(`${file} holds predictions; say --predictions ${file}, and name the file that describes them.`);
  if (predictions === undefined) {
    const body = readDocument<SubmitEvaluationRequest>(file);
    answerEvaluation(session, await submitEvaluation({ client, path, body }));
    return EXIT.done;
  }
  const request = readDocument<SubmitPredictionsRequest>(file);
  const job = await measure(session, path, request, predictions, wait);
  if (job.status !== 'succeeded') return answerJob(session, job);
  answerEvaluation(session, await getEvaluation({ client, path: { id: job.evaluationId! } }), job.warnings);
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
  if (!existsSync(path)) throw new Error(`${path} cannot be read: there is no such file.`);
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
    `Evaluated ${model} ${version} on ${dataset.name}@${dataset.version}: ${counted(metrics.length, 'metric')}, ${counted(slices, 'slice')}${pairs}.`,
    `Evaluation ${id}`,
  ]);
  for (const warning of warnings) session.note(`Warning: ${warning}`);
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
