import { IsOneOf } from '../../platform/http/fields.js';
import { ProblemResponse } from '../../platform/http/problem.dto.js';
import { GateReportResponse } from '../gates/gates.dto.js';
import { DIFFERENCE_CAUSES, type ReportDifference } from './report-difference.js';

export class ReplayedGateReportResponse extends GateReportResponse {
  /** Whether the judgement came out as it is stored; true, since another one is answered with 409. */
  matches: boolean;
}

export class ReportDifferenceResponse {
  /** JSON Pointer into the report. */
  pointer: string;

  /** `method` when the judging or one of its methods has another version by now, so that other numbers are right; else what was stored was changed. */
  @IsOneOf(DIFFERENCE_CAUSES)
  cause: ReportDifference['cause'];

  /** JSON of what is stored there; null where nothing is. */
  stored: string | null;

  /** JSON of what comes of judging again; null where nothing does. */
  replayed: string | null;
}

/** A report that does not come out again as it is stored. */
export class ReplayProblemResponse extends ProblemResponse {
  /** Whether the judgement came out as it is stored: false. */
  matches: boolean;

  /** The first place at which it did not. */
  difference: ReportDifferenceResponse;

  /** The report as it is judged now. */
  gateReport: GateReportResponse;
}
