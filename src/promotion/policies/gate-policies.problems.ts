import { type Problem, type ProblemError, problemKind } from '../../platform/http/problem.js';
import { type PolicyError } from '../../judging/policy/policy-error.js';

const invalidPolicy = problemKind(422, 'INVALID_POLICY', 'The gate policy is not valid');
const revisionNotFound = problemKind(404, 'POLICY_REVISION_NOT_FOUND', 'The policy has no such revision');

export function policyIsInvalid(errors: readonly PolicyError[]): Problem {
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return invalidPolicy(`${errors[0]?.detail ?? 'The policy is not valid.'}${more}`, {
    errors: errors.map(toProblemError),
  });
}

export function policyRevisionNotFound(scope: string, revision: number): Problem {
  return revisionNotFound(`The gate policy of ${scope} has no revision ${revision}.`);
}

function toProblemError({ pointer, code, detail }: PolicyError): ProblemError {
  return { pointer, code, detail };
}
