import { type Problem, type ProblemError, problemKind } from '../http/problem.js';
import { type PolicyError } from './policy-error.js';

const invalidPolicy = problemKind(422, 'INVALID_POLICY', 'The gate policy is not valid');
const revisionNotFound = problemKind(404, 'POLICY_REVISION_NOT_FOUND', 'The policy has no such revision');
const reportNotFound = problemKind(404, 'GATE_REPORT_NOT_FOUND', 'The gate report does not exist');

export function policyIsInvalid(errors: readonly PolicyError[]): Problem {
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return invalidPolicy(`${errors[0]?.detail ?? 'The policy is not valid.'}${more}`, {
    errors: errors.map(toProblemError),
  });
}

export function policyRevisionNotFound(scope: string, revision: number): Problem {
  return revisionNotFound(`The gate policy of ${scope} has no revision ${revision}.`);
}

export function gateReportNotFound(id: string): Problem {
  return reportNotFound(`There is no gate report '${id}'.`);
}

function toProblemError({ pointer, code, detail }: PolicyError): ProblemError {
  return { pointer, code, detail };
}

const noEvidence = problemKind(404, 'EVIDENCE_NOT_FOUND', 'There is no evidence to compare');

export function evidenceNotFound(detail: string, remediation: string): Problem {
  return noEvidence(`${detail.charAt(0).toUpperCase()}${detail.slice(1)}. ${remediation}`);
}
