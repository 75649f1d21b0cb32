import { type Problem, problemKind } from '../../platform/http/problem.js';

const noEvidence = problemKind(404, 'EVIDENCE_NOT_FOUND', 'There is no evidence to compare');

const otherReport = problemKind(400, 'REPORT_OF_OTHER_VERSIONS', 'The gate report is not of this comparison');

/** A report that judged others is no key to this comparison. */
export function reportOfOtherVersions(detail: string, parameter: 'report' | 'transition'): Problem {
  return otherReport(detail, { errors: [{ in: 'query', pointer: `/${parameter}`, detail }] });
}

export function evidenceNotFound(detail: string, remediation: string): Problem {
  return noEvidence(`${detail.charAt(0).toUpperCase()}${detail.slice(1)}. ${remediation}`);
}
