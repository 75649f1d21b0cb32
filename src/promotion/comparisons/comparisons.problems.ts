import { type Problem, problemKind } from '../../platform/http/problem.js';

const noEvidence = problemKind(404, 'EVIDENCE_NOT_FOUND', 'There is no evidence to compare');

export function evidenceNotFound(detail: string, remediation: string): Problem {
  return noEvidence(`${detail.charAt(0).toUpperCase()}${detail.slice(1)}. ${remediation}`);
}
