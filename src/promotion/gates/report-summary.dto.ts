import { IsCount, IsDigest, IsOneOf, IsSlice } from '../../platform/http/fields.js';
import { STATUSES, type Status, type Verdict, VERDICTS } from '../../judging/verdict/verdict.js';
import { LARGEST_COUNT } from '../../values/values.js';

/** The measure that a reader of the report looks at first. */
export class WorstMeasureResponse {
  /** The metric. */
  metric: string;

  /** The slice; `{}` is the whole. */
  @IsSlice()
  slice: Record<string, string>;

  /** PASS, FAIL, ERROR or INCONCLUSIVE. */
  @IsOneOf(STATUSES)
  status: Status;

  /** Change against the incumbent with better as positive, in units of the metric; null where nothing was compared. */
  improvement: number | null;

  /** The loss that is allowed, in units of the metric; null where the rule names none. */
  margin: number | null;

  /** Number of examples; null when nobody stated it. */
  @IsCount(0, LARGEST_COUNT)
  count: number | null;
}

/** A gate report as lists show it. */
export class ReportSummaryResponse {
  /** What the gates said. */
  @IsOneOf(VERDICTS)
  verdict: Verdict;

  /** The verdict in a sentence. */
  message: string;

  /** Digest of the report. */
  @IsDigest()
  reportDigest: string;

  /** Of the measures of the worst status, that of the smallest improvement as a share of the incumbent's value; null where nothing was measured. */
  worst: WorstMeasureResponse | null;
}
