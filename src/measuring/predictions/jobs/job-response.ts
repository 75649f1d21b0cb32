import { type JobSource } from './job.js';
import { type PredictionJob } from './prediction-job.entity.js';
import { DEFAULT_CUTOFFS, DEFAULT_THRESHOLD, type PredictionSpec } from '../prediction-layout.js';
import {
  type PredictionJobResponse,
  type PredictionSource,
  type SubmitPredictionsRequest,
} from '../predictions.dto.js';

/** A job with the name its model has now. */
export type JobRow = PredictionJob & { model: string };

export function toJobResponse(job: JobRow): PredictionJobResponse {
  const { id, model, version, status, request, rowsRead, rowsTotal, evaluationId, error, warnings, attempts } = job;
  const { createdAt, createdBy, startedAt, finishedAt } = job;
  return {
    id,
    model,
    version,
    status,
    step: status === 'running' ? job.step : null,
    task: request.spec.task,
    dataset: request.dataset,
    source: toSource(job.source),
    rowsRead,
    rowsTotal,
    evaluationId,
    error,
    warnings,
    attempts,
    createdAt,
    createdBy,
    startedAt,
    finishedAt,
  };
}

function toSource(source: JobSource): PredictionSource {
  if (source.kind === 'stored') {
    return { kind: 'stored', name: source.predictionsId, format: 'parquet', bytes: null, digest: null };
  }
  const { kind, format, bytes, digest } = source;
  return { kind, name: kind === 'uri' ? source.uri : source.name, format, bytes, digest };
}

/** The specification that a request states, with what it leaves out. */
export function toSpec(request: SubmitPredictionsRequest): PredictionSpec {
  const { task, slices, crosses, classes, cutoffs, threshold } = request;
  const columns = JSON.parse(JSON.stringify(request.columns)) as PredictionSpec['columns'];
  const scored = task === 'binary' && columns.prediction === undefined;
  return {
    task,
    columns,
    slices: slices ?? [],
    crosses: crosses ?? [],
    threshold: threshold ?? (scored ? DEFAULT_THRESHOLD : null),
    classes: classes ?? null,
    cutoffs: cutoffs ?? (task === 'ranking' ? [...DEFAULT_CUTOFFS] : []),
  };
}
