import { problemType, type ProblemResponse } from '../../platform/http/problem.dto.js';
import { type ProblemGuide } from './problem-guide.js';

/** What the service says of a code, to people as a page and to programs as this. */
export interface ProblemPage {
  code: string;
  status: number;
  title: string;
  cause: string;
  remedy: string;
  /** Pages of codes that are met in the same places. */
  related: string[];
  /** An answer as it may come. */
  example: ProblemResponse;
}

const EXAMPLE_REQUEST_ID = '8a1f5c0e-6d2b-4b7e-9f63-2c1d0e5a7b94';

export function problemPageOf(
  code: string,
  { status, title }: { status: number; title: string },
  { cause, remedy, detail, instance, related }: ProblemGuide,
): ProblemPage {
  const type = problemType(code);
  const example = { type, title, status, detail, instance, code, requestId: EXAMPLE_REQUEST_ID };
  return { code, status, title, cause, remedy, related: related.map(problemType), example };
}
