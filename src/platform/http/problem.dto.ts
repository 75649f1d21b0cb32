import { type Permission } from '../access/permission.js';
import { IsCount, IsMatching } from './fields.js';
import { type Problem, type ProblemPlace } from './problem.js';

const PROBLEM_CODE = /^[A-Z][A-Z0-9_]*$/;

/** One fault of a request. */
export class ProblemErrorResponse {
  /** The part of the request that the pointer leads into. */
  in: ProblemPlace;

  /** JSON Pointer (RFC 6901) to the faulty value. */
  pointer: string;

  /** What the value must be. */
  detail: string;

  /** Stable name of the broken rule. */
  code?: string;
}

/** Every error, after RFC 9457; the media type is application/problem+json. */
export class ProblemResponse {
  /** Where this kind of problem is explained. */
  type: string;

  /** The same short sentence for every problem of this code. */
  title: string;

  /** The HTTP status, repeated. */
  @IsCount(400, 599)
  status: number;

  /** What happened this time and what to do about it. */
  detail: string;

  /** The path that was asked for. */
  instance: string;

  /** Stable name of the problem; programs branch on it. */
  @IsMatching(PROBLEM_CODE, 'must be UPPER_SNAKE_CASE')
  code: string;

  /** Every fault of the request that was found. */
  errors?: ProblemErrorResponse[];

  /** Of FORBIDDEN: the permission that the caller lacks, whichever role would give it. */
  permission?: Permission;

  /** Names the request in the service's log and in the audit record. */
  requestId: string;
}

/** The page that explains a code, on this service. */
export function problemType(code: string): string {
  return `/docs/problems/${code}`;
}

export function toProblemResponse(problem: Problem, instance: string, requestId: string): ProblemResponse {
  return {
    type: problemType(problem.code),
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    instance,
    code: problem.code,
    ...(problem.errors && { errors: problem.errors.map((error) => ({ in: 'body', ...error })) }),
    requestId,
    ...problem.extensions,
  };
}
