import { type Problem, problemKind } from '../../platform/http/problem.js';

const running = problemKind(429, 'VERIFICATION_RUNNING', 'Another verification is running');
const tooOften = problemKind(429, 'VERIFICATION_TOO_SOON', 'The caller asks for verifications too often');

const notFound = problemKind(404, 'VERIFICATION_NOT_FOUND', 'The verification does not exist');
const underWay = problemKind(409, 'VERIFICATION_UNDER_WAY', 'Another verification is under way');

export function verificationNotFound(id: string): Problem {
  return notFound(`There is no verification '${id}'; one that ended is kept for some days.`);
}

export function verificationUnderWay(): Problem {
  return underWay(
    'A verification of another part of the record is under way; the registry runs one at a time.',
    retryIn(5),
  );
}

/** One of another scope is under way, and a process walks once at a time. */
export function verificationRuns(): Problem {
  return running('A verification of another part of the record is running. Ask again when it has ended.', retryIn(5));
}

export function verificationTooSoon(seconds: number): Problem {
  return tooOften(
    `Your last verification took long, and the next may begin after as long a rest. Try again in ${seconds} s.`,
    retryIn(seconds),
  );
}

function retryIn(seconds: number): { headers: Record<string, string> } {
  return { headers: { 'Retry-After': String(seconds) } };
}
