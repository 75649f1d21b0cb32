import { MeasuringTerms } from '../evaluations/evaluations.dto.js';
import { EvaluationDataset } from '../evaluations/evidence.dto.js';
import { declareSchema } from '../../platform/http/api-schemas.js';
import {
  IsCount,
  IsCounts,
  IsDigest,
  IsFiniteNumber,
  IsNested,
  IsOneOf,
  IsTags,
  IsText,
  IsTextLists,
  IsTextOrTexts,
  IsTexts,
  IsTimestamp,
  Optional,
  Shows,
} from '../../platform/http/fields.js';
import { DECIMAL_MARKS, type Format, FORMATS, type Task, TASKS, THOUSANDS_MARKS } from './prediction-layout.js';

/** It has a name, because generators would call an unnamed item of `slices` a slice. */
const SLICE_COLUMN = declareSchema('SliceColumn', () => ({
  type: 'string',
  description: 'A column whose values make slices.',
  minLength: 1,
  maxLength: 256,
}));

export const DELIMITERS = [',', ';', '\t', '|'] as const;

export class PredictionColumns {
  /** Column with the id of each row, alike in every version's file, or a list of columns that are it together; without one nothing can be paired. `#1` is the first column, whatever its name. */
  @Optional()
  @IsTextOrTexts(1, 8, 256)
  rowId?: string | string[];

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
  @Shows({ type: 'array', items: SLICE_COLUMN })
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

  /** What separates the columns of a CSV file; unless given what its first line `sep=` states, a tab in `.tsv`, else a comma. */
  @Optional()
  @IsOneOf(DELIMITERS)
  delimiter?: string;

  /** What separates the fraction of numbers in a CSV file; a point unless given, or a comma that can be nothing else. */
  @Optional()
  @IsOneOf(DECIMAL_MARKS)
  decimal?: string;

  /** What separates thousands in numbers of a CSV file; nothing unless given. A space stands for any that does not break. */
  @Optional()
  @IsOneOf(THOUSANDS_MARKS)
  thousands?: string;

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
