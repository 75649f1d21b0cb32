import { LARGEST_COUNT } from '../../values/values.js';
import { MeasuringTerms } from '../evaluations/evaluations.dto.js';
import { EvaluationDataset } from '../evaluations/evidence.dto.js';
import {
  IsCount,
  IsCounts,
  IsDigest,
  IsFiniteNumber,
  IsId,
  IsModelName,
  IsNested,
  IsOneOf,
  IsQueryCount,
  IsTags,
  IsText,
  IsTextLists,
  IsTexts,
  IsTimestamp,
  Optional,
} from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { FAULT_CODES, type FaultCode } from './engine/engine-fault.js';
import { type Step } from './engine/engine-task.js';
import { JOB_STATUSES, type JobSource, type JobStatus } from './jobs/job.js';
import { type Format, FORMATS, type Task, TASKS } from './prediction-layout.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

export class PredictionColumns {
  /** Column with the id of each row, the same in every version's predictions; no two rows share one. */
  @IsText(1, 256)
  rowId: string;

  /** Column with the true class or value; for a ranking the relevance, 0 or more. */
  @IsText(1, 256)
  label: string;

  /** Column with what was predicted; of binary predictions it may be left out, the score then decides. */
  @Optional()
  @IsText(1, 256)
  prediction?: string;

  /** Column with the score: of the positive class from 0 to 1, or what a ranking is ordered by, highest first. */
  @Optional()
  @IsText(1, 256)
  score?: string;

  /** Column with the weight of each row; every metric but latencies is then weighted. */
  @Optional()
  @IsText(1, 256)
  weight?: string;

  /** Column that names the user, session or query of a row; rows of one are taken as dependent. */
  @Optional()
  @IsText(1, 256)
  unit?: string;

  /** Column with the time each prediction took, in milliseconds. */
  @Optional()
  @IsText(1, 256)
  latencyMs?: string;

  /** Multiclass: the column with the probability of each class. */
  @Optional()
  @IsTags()
  probabilities?: Record<string, string>;
}

export class SubmitPredictionsRequest extends MeasuringTerms {
  /** What the predictions answer: a yes or no, one of several classes, a number, or an order. */
  @IsOneOf(TASKS)
  task: Task;

  /** The data that was predicted; versions are compared on the same dataset alone. */
  @IsNested(() => EvaluationDataset)
  dataset: EvaluationDataset;

  /** Which column of the file holds what. */
  @IsNested(() => PredictionColumns)
  columns: PredictionColumns;

  /** Columns whose every value makes a slice. */
  @Optional()
  @IsTexts(0, 32, 256)
  slices?: string[];

  /** Sets of slice columns whose every combination makes a slice, as in `[["sex", "race"]]`. */
  @Optional()
  @IsTextLists(32, 4)
  crosses?: string[][];

  /** Binary without a prediction column: a score at or above it predicts the positive class; 0.5 unless given. */
  @Optional()
  @IsFiniteNumber(0, 1)
  threshold?: number;

  /** The classes; of binary predictions the negative one first, 0 and 1 unless given. */
  @Optional()
  @IsTexts(2, 1_000, 256)
  classes?: string[];

  /** Ranking: how many of the best ranked rows of a query count; 5 and 10 unless given. */
  @Optional()
  @IsCounts(1, 10, 10_000)
  cutoffs?: number[];

  /** Format of the file; told by its name unless given. */
  @Optional()
  @IsOneOf(FORMATS)
  format?: Format;

  /** What separates the columns of a CSV file; a comma unless given. */
  @Optional()
  @IsOneOf(DELIMITERS)
  delimiter?: string;

  /** A file that the server may read, as a `file:` URL, instead of an upload. */
  @Optional()
  @IsText(1, 4_096)
  uri?: string;

  /** Digest of the file; a file with another one is refused. */
  @Optional()
  @IsDigest()
  digest?: string;

  /** Versions to compare with on the same rows; the one in Production unless given, none for an empty list. */
  @Optional()
  @IsCounts(0, 10)
  compareWith?: number[];

  /** When it was measured; the time of the result unless given. */
  @Optional()
  @IsTimestamp()
  evaluatedAt?: string;

  /** What predicted, such as sklearn-1.2; the engine that measured unless given. */
  @Optional()
  @IsText(1, 250)
  evaluator?: string;
}

export class EvaluateStoredPredictionsRequest {
  /** The data to be measured on; rows and labels come from predictions kept on it. */
  @IsNested(() => EvaluationDataset)
  dataset: EvaluationDataset;

  /** The version whose kept predictions say rows, labels and slices; unless given, the last one measured on the dataset. */
  @Optional()
  @IsCount(1)
  rowsOf?: number;

  /** Versions to compare with on the same rows; the one in Production unless given, none for an empty list. */
  @Optional()
  @IsCounts(0, 10)
  compareWith?: number[];
}

export class ListPredictionJobsQuery extends ListQuery {
  /** Only jobs of the model of this name. */
  @Optional()
  @IsModelName()
  model?: string;

  /** Only jobs of this version number. */
  @Optional()
  @IsQueryCount(1)
  version?: number;

  /** Only jobs that stand here. */
  @Optional()
  @IsOneOf(JOB_STATUSES)
  status?: JobStatus;
}

export class PredictionJobError {
  /** Stable name of the reason; programs branch on it. */
  @IsOneOf(Object.keys(FAULT_CODES))
  code: FaultCode;

  /** What is wrong, for people. */
  detail: string;

  /** Line of the file at fault, counted from 1 with its header; of a Parquet file the row, of zstd text the record. */
  @IsCount(1, LARGEST_COUNT)
  line?: number;

  /** Column at fault. */
  column?: string;
}

export class PredictionSource {
  /** An uploaded file, one the server reads, or predictions that were kept. */
  kind: JobSource['kind'];

  /** Name or URI of the file; null when it had none. */
  name: string | null;

  /** Format of the file. */
  format: Format;

  /** Size of the file in bytes; null when it is not read yet. */
  @IsCount(0, LARGEST_COUNT)
  bytes: number | null;

  /** Digest of the file; null when it is not read yet. */
  @IsDigest()
  digest: string | null;
}

export class PredictionJobResponse {
  /** Identifier of the job. */
  @IsId()
  id: string;

  /** Name of the model. */
  model: string;

  /** The version that predicted. */
  @IsCount(1)
  version: number;

  /** Where the job stands. */
  @IsOneOf(JOB_STATUSES)
  status: JobStatus;

  /** What a running job does now. */
  step: Step | null;

  /** What the predictions answer. */
  @IsOneOf(TASKS)
  task: Task;

  /** The data that was predicted. */
  dataset: EvaluationDataset;

  /** Where the predictions come from. */
  source: PredictionSource;

  /** Rows read so far. */
  @IsCount(0, LARGEST_COUNT)
  rowsRead: number;

  /** Rows there are; null while that is not known. */
  @IsCount(0, LARGEST_COUNT)
  rowsTotal: number | null;

  /** The evaluation that came of it; null until the job succeeded. */
  @IsId()
  evaluationId: string | null;

  /** Why the job failed; null unless it did. */
  error: PredictionJobError | null;

  /** What could not be computed besides, such as a comparison. */
  warnings: string[];

  /** How often the job was begun; more than once when a process ended amid it. */
  @IsCount(0)
  attempts: number;

  /** When it was submitted. */
  createdAt: Date;

  /** Who submitted it. */
  createdBy: string;

  /** When it was begun first. */
  startedAt: Date | null;

  /** When it ended. */
  finishedAt: Date | null;
}

export class PredictionJobPage {
  /** The jobs of this page, newest first. */
  items: PredictionJobResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}
