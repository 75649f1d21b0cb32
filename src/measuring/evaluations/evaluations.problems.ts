import { type Problem, problemKind } from '../../platform/http/problem.js';

const notFound = problemKind(404, 'EVALUATION_NOT_FOUND', 'The evaluation does not exist');

export function evaluationNotFound(id: string): Problem {
  return notFound(`There is no evaluation '${id}'.`);
}
