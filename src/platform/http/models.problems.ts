import { type Problem, problemKind } from './problem.js';

const notFound = problemKind(404, 'MODEL_NOT_FOUND', 'The model does not exist');

/** The same answer for a model that is not there and for one that the caller may not know of. */
export function modelNotFound(name: string): Problem {
  return notFound(`There is no model '${name}'.`);
}
