import { EVIDENCE_LEVELS, type EvidenceLevel } from '../../judging/evidence/gate-evidence.js';
import { LARGEST_COUNT } from '../../values/values.js';
import {
  IsCount,
  IsFiniteNumber,
  IsId,
  IsOneOf,
  IsQueryCount,
  IsSlice,
  IsText,
  Optional,
} from '../../platform/http/fields.js';
import { COMPARISON_HINTS, type ComparisonHint } from '../../judging/compare-evaluations.js';
import { EvaluationDataset } from '../../measuring/evaluations/evidence.dto.js';

export class CompareVersionsQuery {
  /** The version to compare. */
  @IsQueryCount(1)
  challenger: number;

  /** The version to compare it with; the one in Production unless given. */
  @Optional()
  @IsQueryCount(1)
  incumbent?: number;

  /** Name of the dataset; that of the challenger's newest evaluation unless given. */
  @Optional()
  @IsText(1, 250)
  dataset?: string;

  /** The metric to compare; all of them unless given. */
  @Optional()
  @IsText(1, 250)
  metric?: string;

  /** How many rows to answer at most; all of them unless given. */
  @Optional()
  @IsQueryCount(1, 1_000)
  limit?: number;

  /** The `nextCursor` of the page before, of the same comparison. */
  @Optional()
  @IsText(1, 1_000)
  cursor?: string;
}

/** McNemar's test of a share that is compared row by row: whether either model alone counts as often as the other. */
export class McNemarResponse {
  /** Rows that count towards the metric by the challenger alone. */
  @IsCount(0, LARGEST_COUNT)
  onlyChallenger: number;

  /** Rows that count towards the metric by the incumbent alone. */
  @IsCount(0, LARGEST_COUNT)
  onlyIncumbent: number;

  /** Two-sided exact p, the probability of so uneven a split between equal models, from 0 to 1. */
  @IsFiniteNumber(0, 1)
  exactP: number;

  /** Two-sided mid-p, which counts half of what was seen, from 0 to 1. */
  @IsFiniteNumber(0, 1)
  midP: number;
}

export class ComparisonRowResponse {
  /** The metric. */
  metric: string;

  /** The slice; `{}` is the whole. */
  @IsSlice()
  slice: Record<string, string>;

  /** Value of the challenger, in units of the metric; null when it has none. */
  challenger: number | null;

  /** Value of the incumbent, in units of the metric; null when it has none. */
  incumbent: number | null;

  /** Challenger minus incumbent, in units of the metric. */
  delta: number | null;

  /** The same with better as positive, in units of the metric; null for a metric of unknown direction. */
  improvement: number | null;

  /** Number of examples. */
  @IsCount(0, LARGEST_COUNT)
  count: number | null;

  /** Lower end of the two-sided 95 % interval of the delta, in units of the metric. */
  lower: number | null;

  /** Upper end of the interval, in units of the metric. */
  upper: number | null;

  /** What the interval rests on: point, interval or paired. */
  @IsOneOf(EVIDENCE_LEVELS)
  evidenceLevel: EvidenceLevel;

  /** McNemar's test; null for metrics that are no share of the same rows, and without a table of both predictions. */
  mcnemar: McNemarResponse | null;

  /** better, worse, no_difference_shown, only_challenger, only_incumbent or unknown. */
  @IsOneOf(COMPARISON_HINTS)
  hint: ComparisonHint;
}

export class ComparedEvaluationsResponse {
  /** Id of the evaluation of the challenger. */
  @IsId()
  challenger: string;

  /** Id of the evaluation of the incumbent. */
  @IsId()
  incumbent: string;
}

export class ComparisonResponse {
  /** Name of the model. */
  model: string;

  /** The version compared. */
  @IsCount(1)
  challenger: number;

  /** The version it is compared with. */
  @IsCount(1)
  incumbent: number;

  /** The data both were measured on. */
  dataset: EvaluationDataset;

  /** Ids of the two evaluations. */
  evaluations: ComparedEvaluationsResponse;

  /** Metric by slice, worst first. */
  rows: ComparisonRowResponse[];

  /** Cursor of the rows that follow; null on the last page. */
  nextCursor: string | null;
}
