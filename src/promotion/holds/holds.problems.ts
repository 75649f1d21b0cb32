import { type Problem, problemKind } from '../../platform/http/problem.js';

const notFound = problemKind(404, 'HOLD_NOT_FOUND', 'The model is not on hold');
const byPersons = problemKind(403, 'PERSON_REQUIRED', 'A person has to do this');

export function holdNotFound(model: string): Problem {
  return notFound(`Model '${model}' is not on hold.`);
}

/** A service asked for what a person has to answer for. */
export function personRequired(detail: string): Problem {
  return byPersons(detail);
}
