import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { IdParam, ModelParam, VersionParam } from '../../platform/http/parameters.js';
import {
  EvaluationPage,
  EvaluationResponse,
  ListEvaluationsQuery,
  SubmitEvaluationRequest,
} from './evaluations.dto.js';
import { EvaluationsService } from './evaluations.service.js';

@ApiTags('evaluations')
@Controller('api/v1')
export class EvaluationsController {
  constructor(private readonly evaluations: EvaluationsService) {}

  /**
   * Submits what a version measured on a dataset version, overall and per slice; evidence is immutable.
   * @throws {404} The model or the version does not exist.
   */
  @Post('models/:model/versions/:version/evaluations')
  @Requires('evaluation:submit')
  submitEvaluation(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: SubmitEvaluationRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<EvaluationResponse> {
    return this.evaluations.submitEvaluation(model, version, request, caller);
  }

  /**
   * Lists the evaluations of a version, newest first; a page of large ones holds fewer than `limit`.
   * @throws {404} The model or the version does not exist.
   */
  @Get('models/:model/versions/:version/evaluations')
  @MayLag()
  @Requires('registry:read')
  listEvaluations(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Query() query: ListEvaluationsQuery,
  ): Promise<EvaluationPage> {
    return this.evaluations.listEvaluations(model, version, query);
  }

  /**
   * Answers one evaluation with its metrics and paired evidence.
   * @throws {404} The evaluation does not exist.
   */
  @Get('evaluations/:id')
  @Requires('registry:read', { idOf: 'evaluation' })
  getEvaluation(@IdParam() id: string): Promise<EvaluationResponse> {
    return this.evaluations.getEvaluation(id);
  }
}
