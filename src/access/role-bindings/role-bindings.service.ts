import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../platform/access/caller.js';
import { type ModelRef } from '../../platform/access/grant.js';
import {
  callerAt,
  grantable,
  type GrantTarget,
  isHeldFor,
  lackedOf,
  may,
  reachOf,
} from '../../platform/access/rights.js';
import { normalSubject, subjectFault } from '../../platform/access/subject.js';
import { changeGround } from '../../platform/database/common-ground.js';
import { requireMatch } from '../../platform/http/etag.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { type ProblemError } from '../../platform/http/problem.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { requirePast } from '../../platform/lists/past.queries.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { problemAt } from '../../values/pointer.js';
import { lastAdministrator, rightsExceeded } from '../roles/roles.problems.js';
import { hasAdministrator, lockRoles, permissionsOfRoles } from '../roles/roles.queries.js';
import { forbidden } from '../tokens/auth.problems.js';
import { RoleBinding, type RoleBindingRow } from './role-binding.entity.js';
import {
  type CreateRoleBindingRequest,
  type ListRoleBindingsQuery,
  type MyPermissionsResponse,
  type RoleBindingResponse,
  toGrantResponses,
  toRoleBindingResponse,
} from './role-bindings.dto.js';
import { roleBindingExists, roleBindingNotFound } from './role-bindings.problems.js';
import { findBindingRow, findLiveModel, findSameBinding, listBindingRows } from './role-bindings.queries.js';

const MANAGE = 'role-binding:manage';

@Injectable()
export class RoleBindingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** Bindings for models whose bindings the caller may manage; those for the whole registry only if the caller may manage all. */
  async listRoleBindings(query: ListRoleBindingsQuery, caller: Caller): Promise<Page<RoleBindingResponse>> {
    const scope = reachOf(caller, MANAGE);
    if (query.at !== undefined) await requirePast(this.dataSource.manager, query.at);
    return mapPage(await listBindingRows(this.dataSource.manager, query, scope), toRoleBindingResponse);
  }

  async getRoleBinding(id: string, caller: Caller): Promise<RoleBindingResponse> {
    return toRoleBindingResponse(await this.load(this.dataSource.manager, id, caller));
  }

  async createRoleBinding(request: CreateRoleBindingRequest, caller: Caller): Promise<RoleBindingResponse> {
    const faults = faultsOf(request);
    if (faults.length > 0) throw validationFailed(faults);
    return this.dataSource.transaction(async (manager) => {
      await lockRoles(manager);
      const model = request.model === undefined ? null : await this.findModel(manager, request.model, caller);
      const permissions = await permissionsOfRoles(manager, [request.role]);
      requireGiving(caller, permissions, targetOf({ model, modelPrefix: request.modelPrefix ?? null }));
      const row = newBinding(request, model, caller);
      const same = await findSameBinding(manager, row);
      if (same !== undefined) throw roleBindingExists(same);
      await manager.insert(RoleBinding, row);
      await this.record(manager, caller, 'role_binding.created', { ...row, model: model?.name ?? null });
      return toRoleBindingResponse({ ...row, model: model?.name ?? null });
    });
  }

  /** Only those who may give a role may take it back, and somebody must be left who may bind roles. */
  async deleteRoleBinding(id: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await changeGround(manager);
      await lockRoles(manager);
      const row = await this.load(manager, id, caller);
      requireMatch(caller, toRoleBindingResponse(row));
      const permissions = await permissionsOfRoles(manager, [row.role]);
      const model = row.modelId === null ? null : { id: row.modelId, name: row.model! };
      const target = targetOf({ model, modelPrefix: row.modelPrefix });
      requireGiving(caller, permissions, target);
      await manager.delete(RoleBinding, { id });
      if (target === null && permissions.has(MANAGE) && !(await hasAdministrator(manager))) throw lastAdministrator();
      await this.record(manager, caller, 'role_binding.deleted', row);
    });
  }

  /** What the caller may do, and why. */
  async getMyPermissions(name: string | undefined, caller: Caller): Promise<MyPermissionsResponse> {
    const model = name === undefined ? null : await this.findModel(this.dataSource.manager, name, caller);
    const grants = (caller.grants ?? []).filter((grant) => model === null || isHeldFor(grant, model));
    return {
      subject: caller.subject,
      model: model?.name ?? null,
      permissions: [...callerAt(caller, model).permissions].sort(),
      registryPermissions: [...callerAt(caller, null).permissions].sort(),
      grants: grants.flatMap(toGrantResponses),
    };
  }

  /** The live model of a name that the caller may know of, or 404. */
  private async findModel(manager: EntityManager, name: string, caller: Caller): Promise<ModelRef> {
    const model = await findLiveModel(manager, name);
    if (!model || !may(caller, 'registry:read', model)) throw modelNotFound(name);
    return model;
  }

  /** A binding for models whose bindings the caller may manage; any other counts as missing. */
  private async load(manager: EntityManager, id: string, caller: Caller): Promise<RoleBindingRow> {
    const row = await findBindingRow(manager, id);
    const model = row && row.modelId !== null ? { id: row.modelId, name: row.model! } : null;
    const isManaged = row && grantable(caller, [MANAGE], targetOf({ model, modelPrefix: row.modelPrefix }));
    if (!row || !isManaged) throw roleBindingNotFound(id);
    return row;
  }

  private record(
    manager: EntityManager,
    caller: Caller,
    action: 'role_binding.created' | 'role_binding.deleted',
    { id, subject, group, role, model, modelId, modelPrefix }: RoleBindingRow,
  ): Promise<void> {
    const details = { id, subject, group, role, modelPrefix };
    return this.audit.record(manager, caller, { action, details, modelId, model });
  }
}

function targetOf({ model, modelPrefix }: { model: ModelRef | null; modelPrefix: string | null }): GrantTarget {
  if (model !== null) return { model };
  return modelPrefix === null ? null : { modelPrefix };
}

/** @throws {Problem} 403 FORBIDDEN for bindings that the caller does not manage, 403 RIGHTS_EXCEEDED for rights that it lacks */
function requireGiving(caller: Caller, permissions: Parameters<typeof lackedOf>[1], target: GrantTarget): void {
  if (!grantable(caller, [MANAGE], target)) throw forbidden(MANAGE, caller.roles);
  const lacked = lackedOf(caller, permissions, target);
  if (lacked.length > 0) throw rightsExceeded(lacked);
}

function newBinding(request: CreateRoleBindingRequest, model: ModelRef | null, caller: Caller): RoleBinding {
  return {
    id: uuidv7(),
    subject: request.subject === undefined ? null : normalSubject(request.subject),
    group: request.group ?? null,
    role: request.role,
    modelId: model?.id ?? null,
    modelPrefix: request.modelPrefix ?? null,
    createdAt: new Date(),
    createdBy: caller.subject,
  };
}

function faultsOf({ subject, group, model, modelPrefix }: CreateRoleBindingRequest): ProblemError[] {
  const detail = subject === undefined ? null : subjectFault(normalSubject(subject));
  return [
    ...((subject === undefined) === (group === undefined)
      ? [problemAt([], 'IS_ONE_HOLDER', 'give either a subject or a group')]
      : []),
    ...(model !== undefined && modelPrefix !== undefined
      ? [problemAt(['modelPrefix'], 'IS_ONE_REACH', 'give a model or the beginning of names, not both')]
      : []),
    ...(detail === null ? [] : [problemAt(['subject'], 'IS_SUBJECT', detail)]),
  ];
}
