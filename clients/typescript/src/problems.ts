import {
  type GateReportResponse,
  type ProblemErrorResponse,
  type ProblemResponse,
  type TransitionProblemResponse,
  type TransitionResponse,
} from './generated/index.js';

/** Whatever the client throws, except what the caller's own signal aborted. */
export class StagegateError extends Error {
  override name = 'StagegateError';
}

/** The service could not be reached, or the connection broke; `cause` says how. */
export class ConnectionError extends StagegateError {
  override name = 'ConnectionError';
}

/** The service was silent for longer than the timeout; whether it did what was asked is unknown. */
export class TimeoutError extends ConnectionError {
  override name = 'TimeoutError';

  constructor(
    /** The timeout in milliseconds. */
    readonly timeout: number,
  ) {
    super(`The service was silent for ${timeout / 1000} s.`);
  }
}

/** An answer that no Stagegate gives, such as a proxy's page; `body` is its text or parsed JSON. */
export class UnexpectedAnswerError extends StagegateError {
  override name = 'UnexpectedAnswerError';

  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly retryAfterMs: number | null,
  ) {
    super(`The answer ${status} is none of Stagegate's.`);
  }
}

/** An answer that says no; branch on the class for its family, or on `code` for the kind. */
export class ProblemError extends StagegateError {
  override name = 'ProblemError';
  /** Stable name of the kind, such as MODEL_NOT_FOUND; the service lists all at /docs/problems. */
  readonly code: string;
  /** The HTTP status. */
  readonly status: number;
  /** Every fault of the request, each with its JSON Pointer; empty unless the request was at fault. */
  readonly errors: readonly ProblemErrorResponse[];
  /** Names the request in the service's log and audit record. */
  readonly requestId: string;

  constructor(
    /** The whole answer (RFC 9457). */
    readonly problem: ProblemResponse,
    /** How long the service asks to wait before a repetition, in milliseconds; null when it does not say. */
    readonly retryAfterMs: number | null,
  ) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId;
  }
}

/** 400, 413, 415, 422 and their like: the request as it stands will never be taken. */
export class InvalidRequestError extends ProblemError {
  override name = 'InvalidRequestError';
}

/** 401: the token is missing, invalid, expired or revoked. */
export class UnauthenticatedError extends ProblemError {
  override name = 'UnauthenticatedError';
}

/** 403: the caller is known and may not do this. */
export class ForbiddenError extends ProblemError {
  override name = 'ForbiddenError';
}

/** 404: it does not exist, or nothing stands where it was looked for (STAGE_EMPTY). */
export class NotFoundError extends ProblemError {
  override name = 'NotFoundError';
}

/** 409: the state of the registry is in the way. */
export class ConflictError extends ProblemError {
  override name = 'ConflictError';
  /** The recorded transition, or the open one in the way; undefined when there is none. */
  readonly transition: TransitionResponse | undefined = (this.problem as TransitionProblemResponse).transition;
}

/** Something moved since it was looked at: Production, policy, evidence, stage, artifact, or the ETag of If-Match; ask anew. */
export class StaleError extends ConflictError {
  override name = 'StaleError';
}

/** 412: the resource changed since its ETag was read. */
export class PreconditionFailedError extends StaleError {
  override name = 'PreconditionFailedError';
}

/** 422 GATES_REFUSED: the gates said no, and the refusal is on record. */
export class GatesRefusedError extends ProblemError {
  override name = 'GatesRefusedError';
  /** Every rule's and measure's outcome with its reason; undefined when the version was refused before it was judged. */
  readonly gateReport: GateReportResponse | undefined = (this.problem as TransitionProblemResponse).gateReport;
  /** The transition as it was recorded. */
  readonly transition: TransitionResponse | undefined = (this.problem as TransitionProblemResponse).transition;
}

/** The service is busy or has failed, and repetitions did not help. */
export class UnavailableError extends ProblemError {
  override name = 'UnavailableError';
}

/** 429: too much at once; nothing was done. */
export class TooManyRequestsError extends UnavailableError {
  override name = 'TooManyRequestsError';
}

/** 500 and above: the service failed, or cannot work at the moment. */
export class ServiceError extends UnavailableError {
  override name = 'ServiceError';
}

type ProblemClass = new (problem: ProblemResponse, retryAfterMs: number | null) => ProblemError;

const CLASS_OF_STATUS: Readonly<Record<number, ProblemClass>> = {
  401: UnauthenticatedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  429: TooManyRequestsError,
};

const CLASS_OF_CODE: Readonly<Record<string, ProblemClass>> = {
  GATES_REFUSED: GatesRefusedError,
  STALE_INCUMBENT: StaleError,
  STALE_POLICY: StaleError,
  STALE_EVIDENCE: StaleError,
  STALE_STAGE: StaleError,
  ARTIFACT_DIGEST_MISMATCH: StaleError,
};

function classOf({ code, status, ...rest }: ProblemResponse): ProblemClass {
  if (Object.hasOwn(CLASS_OF_CODE, code)) return CLASS_OF_CODE[code]!;
  if (status === 409 && (rest as TransitionProblemResponse).transition?.status === 'stale') return StaleError;
  return CLASS_OF_STATUS[status] ?? (status >= 500 ? ServiceError : InvalidRequestError);
}

function isProblem(body: unknown): body is ProblemResponse {
  const { code, status, detail } = Object(body) as Partial<ProblemResponse>;
  return typeof code === 'string' && typeof status === 'number' && typeof detail === 'string';
}

/** Reads the header Retry-After, seconds or a date, as milliseconds from now. */
export function retryAfterMs(headers: Headers, now = Date.now()): number | null {
  const value = headers.get('Retry-After');
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** What a call throws: of an answer its class of problem, of a failed connection a `ConnectionError`. */
export function toError(cause: unknown, response: Response | undefined, request: Request): unknown {
  if (response !== undefined) {
    const wait = retryAfterMs(response.headers);
    return isProblem(cause)
      ? new (classOf(cause))(cause, wait)
      : new UnexpectedAnswerError(response.status, cause, wait);
  }
  if (request.signal.aborted || cause instanceof StagegateError) return cause;
  return new ConnectionError(`${new URL(request.url).origin} cannot be reached.`, { cause });
}
