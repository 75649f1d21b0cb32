import { Controller, Delete, Get, HttpCode, Patch, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { MLFLOW_BASES } from './mlflow-paths.js';
import { RegisteredModelsService } from './registered-models.service.js';
import { Fields } from './sent-fields.decorator.js';
import { type SentFields } from './sent-fields.js';

/** MLflow's calls about models; every success is a 200 with an object. */
@ApiExcludeController()
@Controller(MLFLOW_BASES.map((base) => `${base}/registered-models`))
export class RegisteredModelsController {
  constructor(private readonly models: RegisteredModelsService) {}

  @Post('create')
  @HttpCode(200)
  @Requires('model:create')
  createRegisteredModel(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.create(sent, caller);
  }

  @Post('rename')
  @HttpCode(200)
  @Requires('model:rename')
  renameRegisteredModel(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.rename(sent, caller);
  }

  @Patch('update')
  @Requires('model:update')
  updateRegisteredModel(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.update(sent, caller);
  }

  @Delete('delete')
  @Requires('model:delete')
  deleteRegisteredModel(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.delete(sent, caller);
  }

  @Get('get')
  @Requires('registry:read')
  getRegisteredModel(@Fields() sent: SentFields): Promise<object> {
    return this.models.get(sent);
  }

  @Get('search')
  @Requires('registry:read')
  searchRegisteredModels(@Fields() sent: SentFields): Promise<object> {
    return this.models.search(sent);
  }

  @Get('get-latest-versions')
  @Requires('registry:read')
  getLatestVersions(@Fields() sent: SentFields): Promise<object> {
    return this.models.getLatestVersions(sent);
  }

  @Post('get-latest-versions')
  @HttpCode(200)
  @Requires('registry:read')
  postLatestVersions(@Fields() sent: SentFields): Promise<object> {
    return this.models.getLatestVersions(sent);
  }

  @Post('set-tag')
  @HttpCode(200)
  @Requires('model:update')
  setRegisteredModelTag(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.setTag(sent, caller);
  }

  @Delete('delete-tag')
  @Requires('model:update')
  deleteRegisteredModelTag(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.deleteTag(sent, caller);
  }

  @Post('alias')
  @HttpCode(200)
  @Requires('alias:write')
  setRegisteredModelAlias(
    @Fields() sent: SentFields,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<object> {
    return this.models.setAlias(sent, caller, request.publicOrigin);
  }

  @Delete('alias')
  @Requires('alias:write')
  deleteRegisteredModelAlias(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.models.deleteAlias(sent, caller);
  }

  @Get('alias')
  @Requires('registry:read')
  getModelVersionByAlias(@Fields() sent: SentFields): Promise<object> {
    return this.models.getByAlias(sent);
  }
}
