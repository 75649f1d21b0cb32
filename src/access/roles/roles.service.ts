import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { isRole, type Permission } from '../../platform/access/permission.js';
import { lackedOf } from '../../platform/access/rights.js';
import { changeGround } from '../../platform/database/common-ground.js';
import { requireMatch } from '../../platform/http/etag.js';
import { type ListQuery, mapPage, type Page } from '../../platform/lists/page.dto.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { CustomRole } from './role.entity.js';
import { type RoleResponse, type RoleRow, type SetRoleRequest, toRoleResponse } from './roles.dto.js';
import { lastAdministrator, rightsExceeded, roleInUse, roleIsBuiltIn, roleNotFound } from './roles.problems.js';
import { findRoleRow, findUseOf, hasAdministrator, listRoleRows, lockRoles } from './roles.queries.js';

@Injectable()
export class RolesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  async listRoles(query: ListQuery): Promise<Page<RoleResponse>> {
    return mapPage(await listRoleRows(this.dataSource.manager, query), toRoleResponse);
  }

  async getRole(name: string): Promise<RoleResponse> {
    const row = await findRoleRow(this.dataSource.manager, name);
    if (!row) throw roleNotFound(name);
    return toRoleResponse(row);
  }

  /**
   * Whoever defines a role gives its permissions to all who have it, and takes from them what it gave before; both are for those who hold
   * these permissions in the whole registry.
   */
  async setRole(name: string, request: SetRoleRequest, caller: Caller): Promise<RoleResponse> {
    if (isRole(name)) throw roleIsBuiltIn(name);
    return this.dataSource.transaction(async (manager) => {
      await changeGround(manager);
      await lockRoles(manager);
      const known = await findRoleRow(manager, name);
      this.requireMatch(caller, known);
      const permissions = [...request.permissions].sort();
      const lacked = lackedOf(caller, changedBetween(known?.permissions ?? [], permissions), null);
      if (lacked.length > 0) throw rightsExceeded(lacked);
      const row = { name, permissions, description: request.description ?? '' };
      const now = new Date();
      const changed = { updatedAt: now, updatedBy: caller.subject };
      if (known) await manager.update(CustomRole, { name }, { ...row, ...changed });
      else await manager.insert(CustomRole, { ...row, ...changed, createdAt: now, createdBy: caller.subject });
      if (known?.permissions.includes('role-binding:manage') && !(await hasAdministrator(manager)))
        throw lastAdministrator();
      await this.audit.record(manager, caller, { action: 'role.defined', details: { role: name, permissions } });
      return toRoleResponse({ ...row, ...changed, isBuiltIn: false });
    });
  }

  async deleteRole(name: string, caller: Caller): Promise<void> {
    if (isRole(name)) throw roleIsBuiltIn(name);
    await this.dataSource.transaction(async (manager) => {
      await changeGround(manager);
      await lockRoles(manager);
      const known = await findRoleRow(manager, name);
      this.requireMatch(caller, known);
      if (!known) throw roleNotFound(name);
      const use = await findUseOf(manager, name);
      if (use !== null) throw roleInUse(name, use);
      await manager.delete(CustomRole, { name });
      await this.audit.record(manager, caller, { action: 'role.deleted', details: { role: name } });
    });
  }

  private requireMatch(caller: Caller, known: RoleRow | undefined): void {
    requireMatch(caller, known ? toRoleResponse(known) : null);
  }
}

/** What a role gives from now on, and what it gave and gives no more. */
function changedBetween(before: readonly Permission[], after: readonly Permission[]): Permission[] {
  return [...after, ...before.filter((permission) => !after.includes(permission))];
}
