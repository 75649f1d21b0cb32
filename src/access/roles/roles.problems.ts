import { type Problem, problemKind } from '../../platform/http/problem.js';

const INVALID_ROLE_NAME = problemKind(400, 'INVALID_ROLE_NAME', 'The path holds no name of a role');
const RIGHTS_EXCEEDED = problemKind(403, 'RIGHTS_EXCEEDED', 'The caller gives rights that it lacks');
const ROLE_NOT_FOUND = problemKind(404, 'ROLE_NOT_FOUND', 'The role does not exist');
const ROLE_BUILT_IN = problemKind(409, 'ROLE_BUILT_IN', 'The role is built in');
const ROLE_IN_USE = problemKind(409, 'ROLE_IN_USE', 'Somebody has the role');
const LAST_ADMINISTRATOR = problemKind(409, 'LAST_ADMINISTRATOR', 'Nobody would be left to bind roles');

export function invalidRoleName(): Problem {
  const detail =
    'The name of a role has 1 to 100 letters and digits, with ._- inside, and reads like none of the built-in roles in any case or script.';
  return INVALID_ROLE_NAME(detail, { errors: [{ in: 'path', pointer: '/role', detail }] });
}

/** Nobody gives what they lack: by a token, a binding, a role or a trust rule. */
export function rightsExceeded(lacked: readonly string[]): Problem {
  return RIGHTS_EXCEEDED(
    `Nobody gives rights that they lack themselves, there or wider. You lack: ${lacked.join(', ')}.`,
  );
}

export function roleNotFound(name: string): Problem {
  return ROLE_NOT_FOUND(`There is no role '${name}'. GET /api/v1/roles lists those there are.`);
}

export function roleIsBuiltIn(name: string): Problem {
  return ROLE_BUILT_IN(
    `The role '${name}' is built in and does not change. Define one of your own under another name.`,
  );
}

export function roleInUse(name: string, by: string): Problem {
  return ROLE_IN_USE(
    `The role '${name}' is still given by ${by}. Delete the bindings and trust rules and revoke the tokens first.`,
  );
}

export function lastAdministrator(): Problem {
  return LAST_ADMINISTRATOR(
    'After this change nobody could bind roles in the registry any more. Bind the role admin, or another that may, to somebody first.',
  );
}
