import { type Client } from './generated/client/index.js';
import {
  getPredictionJob,
  type PredictionJobResponse,
  submitPredictions,
  type SubmitPredictionsRequest,
} from './generated/index.js';

export interface UploadPredictions {
  client: Client;
  path: { model: string; version: number };
  /** What the file holds: task, dataset, columns, slices. */
  request: SubmitPredictionsRequest;
  /** Parquet, CSV or NDJSON; in Node.js `openAsBlob` reads it from disk as it is sent. */
  file: Blob;
  filename: string;
  signal?: AbortSignal;
}

/** Sends a file of predictions to be measured, and answers the job that measures it. */
export async function uploadPredictions(upload: UploadPredictions): Promise<PredictionJobResponse> {
  const { client, path, request, file, filename, signal } = upload;
  const form = () => {
    const body = new FormData();
    body.append('request', new Blob([JSON.stringify(request)], { type: 'application/json' }), 'request.json');
    body.append('file', file, filename);
    return body;
  };
  // The form brings its own Content-Type, with the boundary.
  const headers: Record<string, unknown> = { 'Content-Type': null };
  return submitPredictions({ client, path, body: request, bodySerializer: form, headers, signal });
}

export interface WaitOptions {
  client: Client;
  id: string;
  /** Told of the job each time it was asked for. */
  onProgress?: (job: PredictionJobResponse) => void;
  /** Time between two questions in milliseconds; 500 unless given. */
  intervalMs?: number;
  signal?: AbortSignal;
}

/** Waits until a job has ended, however it ended: its `status` tells. */
export async function predictionJobEnd(options: WaitOptions): Promise<PredictionJobResponse> {
  const { client, id, onProgress, intervalMs = 500, signal } = options;
  for (;;) {
    const job = await getPredictionJob({ client, path: { id }, signal });
    onProgress?.(job);
    if (job.status !== 'queued' && job.status !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}
