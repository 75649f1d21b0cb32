import { IsSomeOf, IsText, Optional } from '../../platform/http/fields.js';
import { type Permission, PERMISSIONS } from '../../platform/access/permission.js';

const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

export class SetRoleRequest {
  /** What the role gives. Nobody gives what they lack themselves. */
  @IsSomeOf(PERMISSION_NAMES)
  permissions: Permission[];

  /** What the role is for; empty unless given. */
  @Optional()
  @IsText(0, 2_000)
  description?: string;
}

export class RoleResponse {
  /** The name of the role. */
  role: string;

  /** What the role gives, in the order of the alphabet. */
  permissions: Permission[];

  /** What the role is for; empty when nobody said. */
  description: string;

  /** Whether the role is one of the service, which do not change. */
  isBuiltIn: boolean;

  /** When the role was last defined; null for a built-in one. */
  updatedAt: Date | null;

  /** Who defined it last; null for a built-in one. */
  updatedBy: string | null;
}

export class RolePage {
  /** The roles of this page, by name. */
  items: RoleResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

/** A role as the list reads it. */
export interface RoleRow {
  name: string;
  permissions: Permission[];
  description: string;
  isBuiltIn: boolean;
  updatedAt: Date | null;
  updatedBy: string | null;
}

export function toRoleResponse({ name, permissions, ...row }: RoleRow): RoleResponse {
  const { description, isBuiltIn, updatedAt, updatedBy } = row;
  return { role: name, permissions: [...permissions].sort(), description, isBuiltIn, updatedAt, updatedBy };
}
