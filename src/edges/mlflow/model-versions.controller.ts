import { Controller, Delete, Get, HttpCode, Patch, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { MLFLOW_BASES } from './mlflow-paths.js';
import { clientOf } from './mlflow.hook.js';
import { ModelVersionsService } from './model-versions.service.js';
import { Fields } from './sent-fields.decorator.js';
import { type SentFields } from './sent-fields.js';

/** The model that a call concerns is a field of its query or body; a call without one is refused. */
const NAMED = { named: 'name', otherwise: 'anywhere' } as const;

/** MLflow's calls about versions; every success is a 200 with an object. */
@ApiExcludeController()
@Controller(MLFLOW_BASES.map((base) => `${base}/model-versions`))
export class ModelVersionsController {
  constructor(private readonly versions: ModelVersionsService) {}

  @Post('create')
  @HttpCode(200)
  @Requires('version:register', NAMED)
  createModelVersion(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.versions.create(sent, caller);
  }

  @Patch('update')
  @Requires('version:update', NAMED)
  updateModelVersion(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.versions.update(sent, caller);
  }

  @Post('transition-stage')
  @HttpCode(200)
  @Requires('transition:move', NAMED)
  transitionModelVersionStage(
    @Fields() sent: SentFields,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<object> {
    return this.versions.transitionStage(sent, caller, { address: request.publicOrigin, client: clientOf(request) });
  }

  @Delete('delete')
  @Requires('version:delete', NAMED)
  deleteModelVersion(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.versions.delete(sent, caller);
  }

  @Get('get')
  @Requires('registry:read', NAMED)
  getModelVersion(@Fields() sent: SentFields): Promise<object> {
    return this.versions.get(sent);
  }

  @Get('search')
  @MayLag()
  @Requires('registry:read', 'anywhere')
  searchModelVersions(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.versions.search(sent, caller);
  }

  @Get('get-download-uri')
  @Requires('registry:read', NAMED)
  getModelVersionDownloadUri(@Fields() sent: SentFields): Promise<object> {
    return this.versions.getDownloadUri(sent);
  }

  @Post('set-tag')
  @HttpCode(200)
  @Requires('version:update', NAMED)
  setModelVersionTag(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.versions.setTag(sent, caller);
  }

  @Delete('delete-tag')
  @Requires('version:update', NAMED)
  deleteModelVersionTag(@Fields() sent: SentFields, @CurrentCaller() caller: Caller): Promise<object> {
    return this.versions.deleteTag(sent, caller);
  }
}
