import { IsId, IsMatching, IsModelName, IsMoment, IsOneOf, IsText, Optional } from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { type Permission } from '../../platform/access/permission.js';
import { type Grant } from '../../platform/access/grant.js';
import { type RoleBindingRow } from './role-binding.entity.js';

/** The beginning of names of models. */
const MODEL_PREFIX = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Where a right can come from. */
export const GRANT_SOURCES = ['token', 'binding'] as const;

export class CreateRoleBindingRequest {
  /** Who gets the role, as tokens name them; give either a subject or a group. */
  @Optional()
  @IsText(1, 200)
  subject?: string;

  /** The group whose members get the role: as the first identity provider calls it, or `issuer:group` for that of another. */
  @Optional()
  @IsText(1, 200)
  group?: string;

  /** The role: a built-in one, or one of your own. */
  @IsText(1, 100)
  role: string;

  /** The one model that the role holds for; renaming the model changes nothing. Without model and prefix it holds for the registry. */
  @Optional()
  @IsModelName()
  model?: string;

  /** The beginning of the names of the models that the role holds for, those that come later too; not together with model. */
  @Optional()
  @IsMatching(MODEL_PREFIX, 'must be the beginning of names of models: at most 128 letters, digits, ".", "_" or "-"')
  modelPrefix?: string;
}

export class ListRoleBindingsQuery extends ListQuery {
  /** Only bindings of this subject. */
  @Optional()
  @IsText(1, 200)
  subject?: string;

  /** Only bindings of this group. */
  @Optional()
  @IsText(1, 200)
  group?: string;

  /** Only bindings of this role. */
  @Optional()
  @IsText(1, 100)
  role?: string;

  /** Only bindings for this one model, by its name of now. */
  @Optional()
  @IsModelName()
  model?: string;

  /** A moment in the past: lists the bindings that held then, by the record. A day alone, as in `2026-11-20`, is its first moment in UTC. Now unless given. */
  @Optional()
  @IsMoment()
  at?: string;
}

export class RoleBindingResponse {
  /** The binding's id. */
  @IsId()
  id: string;

  /** Who has the role; null when a group has it. */
  subject: string | null;

  /** The group whose members have the role; null when a subject has it. */
  group: string | null;

  /** The role. */
  role: string;

  /** The name of the one model that the role holds for, as it is now; null when it holds for more. */
  model: string | null;

  /** The beginning of the names of the models that the role holds for; null when it holds for one model or the registry. */
  modelPrefix: string | null;

  /** When the role was bound. */
  createdAt: Date;

  /** Who bound it. */
  createdBy: string;
}

export class RoleBindingPage {
  /** The bindings of this page, newest first. */
  items: RoleBindingResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export class MyPermissionsQuery {
  /** Also what the caller may do to this model. */
  @Optional()
  @IsModelName()
  model?: string;
}

export class GrantResponse {
  /** Where the right comes from: the caller's token, or a role binding. */
  @IsOneOf(GRANT_SOURCES)
  source: (typeof GRANT_SOURCES)[number];

  /** The id of the role binding; null when the token carries the role. */
  bindingId: string | null;

  /** The role. */
  role: string;

  /** The name of the one model that it holds for; null when it holds for more. */
  model: string | null;

  /** The beginning of the names of the models that it holds for; null when it holds for one model or the registry. */
  modelPrefix: string | null;

  /** What the role gives, in the order of the alphabet. */
  permissions: Permission[];
}

export class MyPermissionsResponse {
  /** Who the caller is. */
  subject: string;

  /** The model that was asked for; null when none was. */
  model: string | null;

  /** What the caller may do: to the model that was asked for, or else in the whole registry; in the order of the alphabet. */
  permissions: Permission[];

  /** What the caller may do in the whole registry, in the order of the alphabet. */
  registryPermissions: Permission[];

  /** Every role that counts for it, with where it comes from: those for the model, or else all that the caller has anywhere. */
  grants: GrantResponse[];
}

export function toRoleBindingResponse(row: RoleBindingRow): RoleBindingResponse {
  const { id, subject, group, role, model, modelPrefix, createdAt, createdBy } = row;
  return { id, subject, group, role, model, modelPrefix, createdAt, createdBy };
}

/** A grant for several models, as a token has it, is told once for each. */
export function toGrantResponses({ role, permissions, reach, names, source }: Grant): GrantResponse[] {
  const told = {
    source: source.kind,
    bindingId: source.kind === 'binding' ? source.id : null,
    role,
    permissions: [...permissions].sort(),
  };
  if (reach === null) return [{ ...told, model: null, modelPrefix: null }];
  return [
    ...[...names.values()].map((model) => ({ ...told, model, modelPrefix: null })),
    ...reach.prefixes.map((modelPrefix) => ({ ...told, model: null, modelPrefix })),
  ];
}
