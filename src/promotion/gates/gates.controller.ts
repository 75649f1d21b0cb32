import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { IdParam, ModelParam, VersionParam } from '../../platform/http/parameters.js';
import { AlsoMarkdown, inForm, reportFormFor } from './markdown-form.decorator.js';
import { CheckGatesRequest, GateReportResponse } from './gates.dto.js';
import { awaitsEvidence, RETRY_SECONDS } from '../re-evaluations/re-evaluations.dto.js';
import { GatesService } from './gates.service.js';

@ApiTags('gates')
@Controller('api/v1')
export class GatesController {
  constructor(private readonly gates: GatesService) {}

  /**
   * Judges a version by the gates of a stage and moves nothing; what a CI job runs on a pull request. Evidence about the incumbent that is lacking is computed from kept predictions; `reEvaluations` says where that stands, and `Retry-After` when to ask again. With `Accept: text/markdown` the report is Markdown.
   * @throws {404} The model or the version does not exist.
   */
  @Post('models/:model/versions/:version/gate-checks')
  @HttpCode(200)
  @AlsoMarkdown()
  @Requires('gate:check')
  async checkGates(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: CheckGatesRequest,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GateReportResponse> {
    const form = reportFormFor(reply);
    const report = await this.gates.checkGates(model, version, request.toStage, caller);
    if (awaitsEvidence(report)) reply.header('Retry-After', String(RETRY_SECONDS));
    return inForm(form, report, reply);
  }

  /**
   * Answers a stored gate report, as it was when a transition was judged by it. With `Accept: text/markdown` it is Markdown.
   * @throws {404} The gate report does not exist.
   */
  @Get('gate-reports/:id')
  @AlsoMarkdown()
  @Requires('registry:read', { idOf: 'gate-report' })
  async getGateReport(
    @IdParam() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GateReportResponse> {
    return inForm(reportFormFor(reply), await this.gates.getGateReport(id), reply);
  }
}
