import { type Problem, problemKind } from '../../platform/http/problem.js';

const notFound = problemKind(404, 'ALIAS_NOT_FOUND', 'The alias does not exist');
const invalid = problemKind(400, 'INVALID_ALIAS', 'The path holds no alias that can be set');
const isProtected = problemKind(409, 'ALIAS_PROTECTED', 'The alias goes with Production');

export function aliasNotFound(model: string, alias: string): Problem {
  return notFound(`Model '${model}' has no alias '${alias}'.`);
}

export function aliasIsInvalid(detail: string): Problem {
  return invalid(detail, { errors: [{ in: 'path', pointer: '/alias', detail }] });
}

export function championIsProtected(): Problem {
  return isProtected(
    'champion mirrors Production and cannot be deleted; archive the version to leave Production empty.',
  );
}
