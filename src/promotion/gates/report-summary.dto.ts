import { IsCount, IsDigest, IsId, IsOneOf, IsSlice } from '../../platform/http/fields.js';
import { STATUSES, type Status, type Verdict, VERDICTS } from '../../judging/verdict/verdict.js';
import { LARGEST_COUNT } from '../../values/values.js';
import { LIMIT_KINDS, type LimitKind } from './measure-limit.js';

/** Where a measure stands to what its rule asks for. */
export class MeasureLimitResponse {
  /** Whether it is set to the change against the incumbent, or to the value, from below or above. */
  @IsOneOf(LIMIT_KINDS)
  kind: LimitKind;

  /** The limit, in units of the metric: the smallest change with better as positive, or the smallest or largest value. */
  at: number;

  /** What is held against it, in units of the metric: the change or the value, or the bound of it that decides. */
  reached: number;

  /** How far that is within the limit, in units of the metric; less than 0 beyond it. */
  room: number;
}

/** The measure that a reader of the report looks at first. */
export class WorstMeasureResponse {
  /** The rule that measured it; null in a report that an earlier release stored. */
  ruleId: string | null;

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

  /** Where it stands to its limit; null where the rule sets none, nothing was measured, or an earlier release stored the report. */
  limit: MeasureLimitResponse | null;

  /** Number of examples; null when nobody stated it. */
  @IsCount(0, LARGEST_COUNT)
  count: number | null;
}

/** A waiver that an inconclusive verdict stands by. */
export class SummaryWaiverResponse {
  /** Identifier of the waiver. */
  @IsId()
  id: string;

  /** The rule that is waived. */
  ruleId: string;

  /** Who granted it. */
  grantedBy: string;

  /** When it ends. */
  expiresAt: Date;
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

  /** Of the measures of the worst status, that which comes closest to its limit or is furthest beyond; null where nothing was measured. */
  worst: WorstMeasureResponse | null;

  /** The waivers by which an inconclusive verdict lets the version through; absent where none do. */
  waivers?: SummaryWaiverResponse[];
}
