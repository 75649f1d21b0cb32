import { type Problem, problemKind } from '../http/problem.js';

const invalidKey = problemKind(400, 'INVALID_IDEMPOTENCY_KEY', 'The idempotency key is no key');
const keyReused = problemKind(422, 'IDEMPOTENCY_KEY_REUSED', 'The idempotency key belongs to another request');
const inFlight = problemKind(409, 'IDEMPOTENCY_KEY_IN_FLIGHT', 'The first request with this key is under way');

const answerSealed = problemKind(409, 'IDEMPOTENCY_ANSWER_SEALED', 'The first answer cannot be read any more');

export function keyIsInvalid(): Problem {
  const detail = 'An idempotency key holds 1 to 255 visible ASCII characters.';
  return invalidKey(detail, { errors: [{ in: 'header', pointer: '/Idempotency-Key', detail }] });
}

export function keyIsReused(key: string, hours: number): Problem {
  return keyReused(
    `The key '${key}' was used with another path or body in the last ${hours} hours. Use a new key for a new request.`,
  );
}

export function keyIsInFlight(key: string, cause: unknown): Problem {
  return inFlight(
    `The first request with the key '${key}' has no answer yet. Try again soon.`,
    { headers: { 'Retry-After': '1' } },
    cause,
  );
}

export function answerIsSealed(key: string, status: number): Problem {
  return answerSealed(
    `The request with the key '${key}' was answered with ${status}, but the secret of the service changed since, and its ` +
      'answer cannot be read. Nothing was done again; look at what the first request did.',
  );
}
