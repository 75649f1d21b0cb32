import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { ModelParam } from '../../platform/http/parameters.js';
import { ImportModelRequest, ImportModelResponse } from './imports.dto.js';
import { ImportsService } from './imports.service.js';

@ApiTags('models')
@Controller('api/v1/models')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /**
   * Takes a model over from another registry, with the numbers, stages, aliases and times it has there, marked as imported. Sent again, it takes over what changed since; what was changed here stays, and so does what a policy of the model guards.
   */
  @Post(':model/import')
  @HttpCode(200)
  @Requires('model:import')
  importModel(
    @ModelParam() model: string,
    @Body() request: ImportModelRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ImportModelResponse> {
    return this.imports.importModel(model, request, caller);
  }
}
