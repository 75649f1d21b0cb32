import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import {
  CreateRoleBindingRequest,
  ListRoleBindingsQuery,
  MyPermissionsQuery,
  MyPermissionsResponse,
  RoleBindingPage,
  RoleBindingResponse,
} from './role-bindings.dto.js';
import { RoleBindingsService } from './role-bindings.service.js';

@ApiTags('access')
@Controller('api/v1')
export class RoleBindingsController {
  constructor(private readonly bindings: RoleBindingsService) {}

  /**
   * Gives a role to a subject or a group: in the whole registry, for a model, or for all models whose names begin alike. It holds from the next request on.
   * @throws {403} The role would give what the caller lacks.
   * @throws {404} The role or the model does not exist.
   * @throws {409} There is such a binding.
   */
  @Post('role-bindings')
  @Requires('role-binding:manage', { named: 'model', prefix: 'modelPrefix', otherwise: 'registry' })
  createRoleBinding(
    @Body() request: CreateRoleBindingRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RoleBindingResponse> {
    return this.bindings.createRoleBinding(request, caller);
  }

  /** Lists the role bindings that hold, or held at a time, newest first: those of the models whose bindings the caller manages. */
  @Get('role-bindings')
  @Requires('role-binding:manage', 'anywhere')
  listRoleBindings(@Query() query: ListRoleBindingsQuery, @CurrentCaller() caller: Caller): Promise<RoleBindingPage> {
    return this.bindings.listRoleBindings(query, caller);
  }

  /**
   * Answers one role binding.
   * @throws {404} The role binding does not exist, or is of a model whose bindings the caller does not manage.
   */
  @Get('role-bindings/:id')
  @Requires('role-binding:manage', 'anywhere')
  getRoleBinding(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<RoleBindingResponse> {
    return this.bindings.getRoleBinding(id, caller);
  }

  /**
   * Takes a role back; it holds from the next request on.
   * @throws {403} The role gives what the caller lacks.
   * @throws {404} The role binding does not exist, or is of a model whose bindings the caller does not manage.
   * @throws {409} Nobody would be left to bind roles.
   */
  @Delete('role-bindings/:id')
  @HttpCode(204)
  @Requires('role-binding:manage', 'anywhere')
  deleteRoleBinding(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.bindings.deleteRoleBinding(id, caller);
  }

  /**
   * Answers what the caller may do in the registry, or to a model, and which role of its token or which role binding lets it.
   * @throws {404} The model does not exist.
   */
  @Get('me/permissions')
  @Requires('self:read')
  getMyPermissions(
    @Query() { model }: MyPermissionsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<MyPermissionsResponse> {
    return this.bindings.getMyPermissions(model, caller);
  }
}
