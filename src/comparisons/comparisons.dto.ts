import { IsQueryCount, IsText, Optional } from '../http/fields.js';
import { EvaluationDataset } from '../evaluations/evaluations.dto.js';

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
}

export class ComparisonRowResponse {
  /** The metric. */
  metric: string;

  /** The slice; `{}` is the whole. */
  slice: Record<string, string>;

  /** Value of the challenger; null when it has none. */
  challenger: number | null;

  /** Value of the incumbent; null when it has none. */
  incumbent: number | null;

  /** Challenger minus incumbent. */
  delta: number | null;

  /** The same with better as positive; null for a metric of unknown direction. */
  improvement: number | null;

  /** Number of examples. */
  count: number | null;

  /** Lower end of the two-sided 95 % interval of the delta. */
  lower: number | null;

  /** Upper end of the interval. */
  upper: number | null;

  /** What the interval rests on: point, interval or paired. */
  evidenceLevel: string;

  /** better, worse, no_difference_shown, only_challenger, only_incumbent or unknown. */
  hint: string;
}

export class ComparisonResponse {
  /** Name of the model. */
  model: string;

  /** The version compared. */
  challenger: number;

  /** The version it is compared with. */
  incumbent: number;

  /** The data both were measured on. */
  dataset: EvaluationDataset;

  /** Ids of the two evaluations. */
  evaluations: Record<string, string>;

  /** Metric by slice, worst first. */
  rows: ComparisonRowResponse[];
}
