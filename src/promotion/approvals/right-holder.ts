/** What is left of the rights by which somebody decided, in the JSON that the database builds. */
export interface HolderRow {
  /** Whether the person may not decide any more: every token is revoked, or no role that is left lets them. */
  isOut: boolean;
  /** Roles of the decision that neither a token nor a role binding gives any more. */
  lostRoles: string[];
  /** Groups of the decision that the identity provider no longer counts the person among. */
  lostGroups: string[];
}

/** Of the roles and groups of a decision those that its person has still. */
export function rightsLeft({
  roles,
  groups,
  holder,
}: {
  roles: readonly string[];
  groups: readonly string[];
  holder: HolderRow | null;
}): { roles: string[]; groups: string[] } {
  return {
    roles: roles.filter((role) => !holder?.lostRoles.includes(role)),
    groups: groups.filter((group) => !holder?.lostGroups.includes(group)),
  };
}
