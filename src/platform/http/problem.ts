import { type Pointer } from '../../values/pointer.js';

/** Parts of a request that a fault can lie in. */
export const PROBLEM_PLACES = ['body', 'query', 'path', 'header'] as const;
export type ProblemPlace = (typeof PROBLEM_PLACES)[number];

/** One fault of a request, with the place it was found. */
export interface ProblemError {
  /** JSON Pointer (RFC 6901) into the body, or `/name` of a query or path parameter. */
  pointer: Pointer;
  detail: string;
  code?: string;
  /** Where the pointer points into; a body unless said otherwise. */
  in?: ProblemPlace;
}

export interface ProblemOptions {
  status: number;
  /** Stable, UPPER_SNAKE_CASE; programs branch on it. */
  code: string;
  /** The same short sentence for every problem of this code. */
  title: string;
  /** What happened this time and what to do about it; public. */
  detail: string;
  errors?: ProblemError[];
  /** Further members of the answer, such as `gateReport`. */
  extensions?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** An answer other than success that the caller is meant to read; everything else thrown is a 500. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: ProblemError[];
  readonly extensions?: Record<string, unknown>;
  readonly headers?: Record<string, string>;

  constructor(options: ProblemOptions, cause?: unknown) {
    super(options.detail, { cause });
    this.name = 'Problem';
    this.status = options.status;
    this.code = options.code;
    this.title = options.title;
    this.detail = options.detail;
    this.errors = options.errors;
    this.extensions = options.extensions;
    this.headers = options.headers;
  }
}

export type ProblemDetails = Pick<ProblemOptions, 'errors' | 'extensions' | 'headers'>;
export type ProblemFactory = (detail: string, more?: ProblemDetails, cause?: unknown) => Problem;

/** Every code this program can answer with; the documentation lists it. */
const kinds = new Map<string, { status: number; title: string }>();

/**
 * Declares a code once and returns the function that makes its problems:
 * `const MODEL_NOT_FOUND = problemKind(404, 'MODEL_NOT_FOUND', 'The model does not exist')`.
 */
export function problemKind(status: number, code: string, title: string): ProblemFactory {
  if (kinds.has(code)) throw new Error(`The problem ${code} is declared twice.`);
  kinds.set(code, { status, title });
  return (detail, more = {}, cause) => new Problem({ status, code, title, detail, ...more }, cause);
}

export function problemKinds(): ReadonlyMap<string, { status: number; title: string }> {
  return kinds;
}
