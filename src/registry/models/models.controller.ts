import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { ModelParam } from '../../platform/http/parameters.js';
import {
  CreateModelRequest,
  ListModelsQuery,
  ModelPage,
  ModelResponse,
  RenameModelRequest,
  UpdateModelRequest,
} from './models.dto.js';
import { AsOfQuery } from './as-of.dto.js';
import { ModelsService } from './models.service.js';

@ApiTags('models')
@Controller('api/v1/models')
export class ModelsController {
  constructor(private readonly models: ModelsService) {}

  /**
   * Creates a model.
   * @throws {409} A model of this name exists.
   */
  @Post()
  @Requires('model:create', { named: 'name', otherwise: 'anywhere', isMade: true })
  createModel(@Body() request: CreateModelRequest, @CurrentCaller() caller: Caller): Promise<ModelResponse> {
    return this.models.createModel(request, caller);
  }

  /** Lists models, by name unless another order is asked for. */
  @Get()
  @MayLag()
  @Requires('registry:read', 'anywhere')
  listModels(@Query() query: ListModelsQuery, @CurrentCaller() caller: Caller): Promise<ModelPage> {
    return this.models.listModels(query, caller);
  }

  /**
   * Answers one model with its aliases and its Production version; with `at`, as it stood then.
   * @throws {400} `at` is to come.
   * @throws {404} The model does not exist, or did not then.
   */
  @Get(':model')
  @Requires('registry:read')
  getModel(@ModelParam() model: string, @Query() query: AsOfQuery): Promise<ModelResponse> {
    return this.models.getModel(model, query.at);
  }

  /**
   * Changes description, owner and tags; absent fields stay, null clears.
   * @throws {404} The model does not exist.
   */
  @Patch(':model')
  @Requires('model:update')
  updateModel(
    @ModelParam() model: string,
    @Body() request: UpdateModelRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ModelResponse> {
    return this.models.updateModel(model, request, caller);
  }

  /**
   * Deletes a model; its history stays in the audit record.
   * @throws {404} The model does not exist.
   * @throws {409} A version of the model is in Production.
   */
  @Delete(':model')
  @HttpCode(204)
  @Requires('model:delete')
  deleteModel(@ModelParam() model: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.models.deleteModel(model, caller);
  }

  /**
   * Gives a model another name; history, evidence and aliases follow, audit events keep the name of their day.
   * @throws {404} The model does not exist.
   * @throws {409} A model of the new name exists, or a deleted one had versions under it.
   */
  @Post(':model/rename')
  @HttpCode(200)
  @Requires('model:rename')
  renameModel(
    @ModelParam() model: string,
    @Body() request: RenameModelRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ModelResponse> {
    return this.models.renameModel(model, request.newName, caller);
  }
}
