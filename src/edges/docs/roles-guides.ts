import { guidesAt } from './problem-guide.js';

/** Who has which role, and what roles give. */
export const ROLES_GUIDES = {
  ...guidesAt('/api/v1/roles', {
    INVALID_ROLE_NAME: [
      'The name has blanks or other marks in it, is too long, or reads like a built-in role.',
      'Name the role with letters, digits and ._- alone, such as release-manager.',
      'The name of a role has 1 to 100 letters and digits, with ._- inside, and reads like none of the built-in roles in any case or script.',
      ['ROLE_BUILT_IN'],
    ],
    ROLE_NOT_FOUND: [
      'No role of this name is built in, and none was defined.',
      'Find its name in GET /api/v1/roles, or define it by PUT /api/v1/roles/{role} first.',
      "There is no role 'release-manager'. GET /api/v1/roles lists those there are.",
      ['ROLE_BINDING_NOT_FOUND'],
    ],
    ROLE_BUILT_IN: [
      'The roles viewer, contributor, approver and admin mean the same in every registry.',
      'Define a role of your own with the permissions that you want, and bind that.',
      "The role 'approver' is built in and does not change. Define one of your own under another name.",
      ['INVALID_ROLE_NAME'],
    ],
    ROLE_IN_USE: [
      'A role binding gives the role to somebody, or a token that stands carries it.',
      'Find them in GET /api/v1/role-bindings and GET /api/v1/tokens, and delete or revoke them first.',
      "The role 'release-manager' is still given by a role binding. Delete the bindings and revoke the tokens first.",
      ['ROLE_NOT_FOUND'],
    ],
    RIGHTS_EXCEEDED: [
      'A token, a role binding, a role or a new name of a model would let somebody do what the caller may not do there.',
      'Give only what GET /api/v1/me/permissions says that you have, for those models or wider, or ask somebody who has it.',
      'Nobody gives rights that they lack themselves, there or wider. You lack: policy:write.',
      ['FORBIDDEN'],
    ],
    LAST_ADMINISTRATOR: [
      'No other role binding and no token that stands lets anybody bind roles in the whole registry.',
      'Bind the role admin to somebody else first. Whoever runs the service makes a token of an administrator by npm run token at any time.',
      'After this change nobody could bind roles in the registry any more. Bind the role admin, or another that may, to somebody first.',
      ['ROLE_IN_USE'],
    ],
  }),
  ...guidesAt('/api/v1/role-bindings', {
    ROLE_BINDING_NOT_FOUND: [
      'No role binding has this id, it ended with its model, or it is of a model whose bindings the caller does not manage.',
      'Find the id in GET /api/v1/role-bindings.',
      "There is no role binding '01936b2e-0000-7000-8000-000000000000'.",
      ['ROLE_NOT_FOUND'],
    ],
    ROLE_BINDING_EXISTS: [
      'The same subject or group has this role for the same models already.',
      'Nothing is left to do; the detail names the binding.',
      'Role binding 01936b2e-0000-7000-8000-000000000000 gives this role to the same holder for the same models already.',
      ['ROLE_BINDING_NOT_FOUND'],
    ],
  }),
};
