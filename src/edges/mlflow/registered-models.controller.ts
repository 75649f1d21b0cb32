import { Controller, Delete, Get, HttpCode, Patch, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { MayLag, OnlyReads, Requires } from '../../platform/access/requires.decorator.js';
import { MLFLOW_BASES } from './mlflow-paths.js';
import { RegisteredModelsService } from './registered-models.service.js';
import { Fields } from './sent-fields.decorator.js';
import { type SentFields } from './sent-fields.js';

/** The model that a call concerns is a field of its query or body; a call without one is refused. */
const NAMED = { named: 'name', otherwise: 'anywhere' } as const;

/** MLflow's calls about models; every success is a 200 with an object. */
@ApiExcludeController()
@Controller(MLFLOW_BASES.map((base) => `${base}/registered-models`))
export class RegisteredModelsController {
  constructor(private readonly models: RegisteredModelsService) {}

  @Post('create')
  @HttpCode(200)
  @Requires('model:create', { ...NAMED, isMade: true })
  createRegisteredModel(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.create(sent, caller);
  }

  @Post('rename')
  @HttpCode(200)
  @Requires('model:rename', NAMED)
  renameRegisteredModel(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.rename(sent, caller);
  }

  @Patch('update')
  @Requires('model:update', NAMED)
  updateRegisteredModel(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.update(sent, caller);
  }

  @Delete('delete')
  @Requires('model:delete', NAMED)
  deleteRegisteredModel(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.delete(sent, caller);
  }

  @Get('get')
  @Requires('registry:read', NAMED)
  getRegisteredModel(@Fields() sent: SentFields): Promise<object> {
    return this.models.get(sent);
  }

  @Get('search')
  @MayLag()
  @Requires('registry:read', 'anywhere')
  searchRegisteredModels(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.search(sent, caller);
  }

  @Get('get-latest-versions')
  @Requires('registry:read', NAMED)
  getLatestVersions(@Fields() sent: SentFields): Promise<object> {
    return this.models.getLatestVersions(sent);
  }

  @Post('get-latest-versions')
  @HttpCode(200)
  @OnlyReads()
  @Requires('registry:read', NAMED)
  postLatestVersions(@Fields() sent: SentFields): Promise<object> {
    return this.models.getLatestVersions(sent);
  }

  @Post('set-tag')
  @HttpCode(200)
  @Requires('model:update', NAMED)
  setRegisteredModelTag(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.setTag(sent, caller);
  }

  @Delete('delete-tag')
  @Requires('model:update', NAMED)
  deleteRegisteredModelTag(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.deleteTag(sent, caller);
  }

  @Post('alias')
  @HttpCode(200)
  @Requires('alias:write', NAMED)
  setRegisteredModelAlias(
    @Fields() sent: SentFields,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<object> {
    return this.models.setAlias(sent, caller, request.publicOrigin);
  }

  @Delete('alias')
  @Requires('alias:write', NAMED)
  deleteRegisteredModelAlias(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.deleteAlias(sent, caller);
  }

  @Get('alias')
  @Requires('registry:read', NAMED)
  getModelVersionByAlias(@Fields() sent: SentFields): Promise<object> {
    return this.models.getByAlias(sent);
  }
}
