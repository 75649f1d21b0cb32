import { type StatedDataset } from '../../../judging/evidence/stated-evidence.js';
import { type JobTable } from '../../../platform/jobs/job-table.js';
import { COMMA, type FileForm, type Format, type PredictionSpec } from '../prediction-layout.js';

/** Prediction jobs stand in a table of their own, with what the API says of them. */
export const PREDICTION_JOBS: JobTable = {
  name: 'prediction_jobs',
  place: 'q.store_id',
  after: `(q.source->>'after')::uuid`,
};

/** What was asked for, as the job keeps it. */
export interface JobRequest {
  dataset: StatedDataset;
  spec: PredictionSpec;
  evaluatedAt?: string;
  evaluator?: string;
  environment?: string;
  labelDefinition?: string;
  sliceDefinition?: string;
  /** Versions to be compared with; null is the one in Production when the job ends. */
  compareWith: number[] | null;
}

export const SOURCE_KINDS = ['upload', 'uri', 'stored'] as const satisfies readonly JobSource['kind'][];

/** Where the predictions of a job come from. */
export type JobSource =
  | ({ kind: 'upload'; name: string | null; bytes: number; digest: string } & FileForm)
  | ({
      kind: 'uri';
      uri: string;
      bytes: number;
      /** As stated by the caller; the file is refused when it is another. */
      digest: string | null;
    } & FileForm)
  | ({ kind: 'stored'; predictionsId: string; rowsId: string } & RecomputedSource);

/** What a job is held to that a judgement began, since no person vouches for what it computes. */
interface RecomputedSource {
  /** Ids of rows must be shown to name the same examples in both files. */
  provesExamples?: boolean;
  /** Nothing may come of it without the comparisons it was begun for. */
  needsComparison?: boolean;
  /** The job that has to end before. */
  after?: string | null;
}

/** What separates the columns of a CSV file of this name, unless something else says so. */
export function delimiterOfName(name: string): string {
  return /\.tsv$/.test(withoutCompression(name)) ? '\t' : COMMA;
}

function withoutCompression(name: string): string {
  return name.toLowerCase().replace(/\.(gz|gzip|zst|zstd)$/, '');
}

/** The format a file name tells, under the suffix of a compression or none. */
export function formatOfName(name: string): Format | null {
  const plain = withoutCompression(name);
  if (/\.(parquet|pq)$/.test(plain)) return 'parquet';
  if (/\.(csv|tsv)$/.test(plain)) return 'csv';
  return /\.(ndjson|jsonl)$/.test(plain) ? 'ndjson' : null;
}
