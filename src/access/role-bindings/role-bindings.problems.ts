import { type Problem, problemKind } from '../../platform/http/problem.js';

const ROLE_BINDING_NOT_FOUND = problemKind(404, 'ROLE_BINDING_NOT_FOUND', 'The role binding does not exist');
const ROLE_BINDING_EXISTS = problemKind(409, 'ROLE_BINDING_EXISTS', 'There is such a role binding');

export function roleBindingNotFound(id: string): Problem {
  return ROLE_BINDING_NOT_FOUND(`There is no role binding '${id}'.`);
}

export function roleBindingExists(id: string): Problem {
  return ROLE_BINDING_EXISTS(`Role binding ${id} gives this role to the same holder for the same models already.`);
}
