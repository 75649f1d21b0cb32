import { type Problem, problemKind } from '../../platform/http/problem.js';
import { type GateReportResponse } from '../gates/gates.dto.js';
import { type ReportDifference } from './report-difference.js';

const differs = problemKind(409, 'REPLAY_DIFFERS', 'The judgement does not come out as it is stored');

export function replayDiffers(id: string, difference: ReportDifference, gateReport: GateReportResponse): Problem {
  const { pointer, cause } = difference;
  const why =
    cause === 'method'
      ? 'The judging has another version since.'
      : 'The report, or what it was judged on, was changed.';
  return differs(
    `Gate report '${id}' does not come out again as it is stored, first at ${pointer || 'its root'}. ${why}`,
    {
      extensions: { matches: false, difference, gateReport },
    },
  );
}
