import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { ModelParam, VersionParam } from '../../platform/http/parameters.js';
import { EvaluationResponse } from '../evaluations/evaluations.dto.js';
import { EvaluateRunRequest } from './run-evaluations.dto.js';
import { RunEvaluationsService } from './run-evaluations.service.js';

@ApiTags('evaluations')
@Controller('api/v1/models/:model/versions/:version')
export class RunEvaluationsController {
  constructor(private readonly runs: RunEvaluationsService) {}

  /**
   * Submits what a run of the MLflow tracking server measured, by the names that gates know; `example_count` is the count of all.
   * @throws {404} The model, the version or the run does not exist.
   * @throws {409} No tracking server is configured, no run is named, or it does not say what it measured on which data.
   * @throws {503} The tracking server does not answer.
   */
  @Post('evaluations/from-run')
  @Requires('evaluation:submit')
  evaluateRun(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: EvaluateRunRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<EvaluationResponse> {
    return this.runs.evaluateRun(model, version, request, caller);
  }
}
