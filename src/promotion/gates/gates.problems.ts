import { type Problem, problemKind } from '../../platform/http/problem.js';

const reportNotFound = problemKind(404, 'GATE_REPORT_NOT_FOUND', 'The gate report does not exist');

export function gateReportNotFound(id: string): Problem {
  return reportNotFound(`There is no gate report '${id}'.`);
}
