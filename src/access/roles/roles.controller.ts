import { Body, Controller, Delete, Get, HttpCode, Param, type PipeTransform, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { isCustomRole, isRole } from '../../platform/access/permission.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { RolePage, RoleResponse, SetRoleRequest } from './roles.dto.js';
import { invalidRoleName } from './roles.problems.js';
import { RolesService } from './roles.service.js';

const roleName: PipeTransform<string, string> = {
  transform(value) {
    if (isRole(value) || isCustomRole(value)) return value;
    throw invalidRoleName();
  },
};
/** `{role}` of a path. */
const RoleParam = (): ParameterDecorator => Param('role', roleName);

@ApiTags('access')
@Controller('api/v1/roles')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  /** Lists the roles there are, the built-in ones among them, by name. */
  @Get()
  @Requires('registry:read', 'anywhere')
  listRoles(@Query() query: ListQuery): Promise<RolePage> {
    return this.roles.listRoles(query);
  }

  /**
   * Answers one role.
   * @throws {404} The role does not exist.
   */
  @Get(':role')
  @Requires('registry:read', 'anywhere')
  getRole(@RoleParam() role: string): Promise<RoleResponse> {
    return this.roles.getRole(role);
  }

  /**
   * Defines a role of your own, or what it gives from now on to all who have it.
   * @throws {403} The role would give what the caller lacks.
   * @throws {409} The role is built in, or nobody would be left to bind roles.
   */
  @Put(':role')
  @Requires('role:manage')
  setRole(
    @RoleParam() role: string,
    @Body() request: SetRoleRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RoleResponse> {
    return this.roles.setRole(role, request, caller);
  }

  /**
   * Deletes a role that nobody has any more.
   * @throws {404} The role does not exist.
   * @throws {409} The role is built in, or a binding or a token that stands gives it.
   */
  @Delete(':role')
  @HttpCode(204)
  @Requires('role:manage')
  deleteRole(@RoleParam() role: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.roles.deleteRole(role, caller);
  }
}
