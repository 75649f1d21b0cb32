import { type Problem, problemKind } from '../http/problem.js';

const atToCome = problemKind(400, 'AT_TO_COME', 'The time is to come');

export function atIsToCome(at: string): Problem {
  const detail = `${at} is to come; nobody knows yet what will be so then.`;
  return atToCome(detail, { errors: [{ in: 'query', pointer: '/at', detail }] });
}
