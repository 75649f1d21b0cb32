import { EVIDENCE_LEVELS, type EvidenceLevel } from '../../judging/evidence/gate-evidence.js';
import { DIRECTIONS, type Direction, METRIC_KINDS, type MetricKind } from '../../judging/evidence/metric-definition.js';
import { STATUSES, type Status } from '../../judging/verdict/verdict.js';
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
  Shows,
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

  /** Only slices of this feature; all of them unless given. */
  @Optional()
  @IsText(1, 256)
  feature?: string;

  /** The gate report whose verdicts stand beside the rows; compared is what it was judged on, and its incumbent unless another is given. */
  @Optional()
  @IsId()
  report?: string;

  /** The transition whose gate report is meant, in place of the report. */
  @Optional()
  @IsId()
  transition?: string;

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

/** The bounds that a verdict was decided on, of challenger minus incumbent. */
export class DecisionBoundsResponse {
  /** Lower bound, in units of the metric; null where the rule looks at the other side alone. */
  lower: number | null;

  /** Upper bound, in units of the metric; null likewise. */
  upper: number | null;

  /** One-sided confidence, between 0.5 and 1. */
  @IsFiniteNumber(0, 1)
  confidence: number | null;

  /** Whether chance was held over all measures of the rule. */
  adjusted: boolean;
}

/** What a gate report says of a metric on a slice, or on small ones together. */
export class JudgedRowResponse {
  /** The worst that the rules of the report said; null where none judged it, or no report is looked at. */
  @IsOneOf(STATUSES)
  status: Status | null;

  /** Ids of the rules that judged it. */
  ruleIds: string[];

  /** The loss that is allowed, in units of the metric; null where no rule compares. */
  margin: number | null;

  /** The bounds that the verdict was decided on; null where none were computed. */
  decision: DecisionBoundsResponse | null;

  /** Rows in all that would settle it; null unless it is undecided and that is known. */
  @IsCount(0, LARGEST_COUNT)
  neededN: number | null;
}

export class ComparisonRowResponse extends JudgedRowResponse {
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

  /** Which way is better; null for a metric that nobody declared. */
  @IsOneOf(DIRECTIONS)
  direction: Direction | null;

  /** Unit of the metric; null when it has none or nobody stated it. */
  unit: string | null;

  /** What kind of number the metric is; null for one that nobody declared. */
  @IsOneOf(METRIC_KINDS)
  kind: MetricKind | null;

  /** Id of the pooled row that the slice is judged in; null when it is judged alone. */
  pooledIn: string | null;
}

/** Small slices of a feature that a rule judged as one. */
export class PooledRowResponse extends JudgedRowResponse {
  /** Identifier of the pool within the comparison. */
  id: string;

  /** The metric. */
  metric: string;

  /** The features whose small slices are taken together. */
  features: string[];

  /** The slices in it. */
  @Shows({ type: 'array', items: { $ref: '#/components/schemas/Slice' } })
  members: Record<string, string>[];

  /** Value of the challenger, in units of the metric; null when it has none. */
  challenger: number | null;

  /** Value of the incumbent, in units of the metric; null when it has none. */
  incumbent: number | null;

  /** Challenger minus incumbent, in units of the metric. */
  delta: number | null;

  /** The same with better as positive, in units of the metric. */
  improvement: number | null;

  /** Number of examples in all members. */
  @IsCount(0, LARGEST_COUNT)
  count: number | null;
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

  /** All data that both were measured on, this one included, that of the newest evaluation of the challenger first. */
  datasets: EvaluationDataset[];

  /** The gate report whose verdicts stand beside the rows; null when none is looked at. */
  @IsId()
  gateReportId: string | null;

  /** Metric by slice, worst first. */
  rows: ComparisonRowResponse[];

  /** Small slices that the report judged together, of the metric and the feature asked for. */
  pooled: PooledRowResponse[];

  /** Cursor of the rows that follow; null on the last page. */
  nextCursor: string | null;
}
