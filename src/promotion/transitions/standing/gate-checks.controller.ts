import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Requires } from '../../../platform/access/requires.decorator.js';
import { type Caller } from '../../../platform/access/caller.js';
import { CurrentCaller } from '../../../platform/access/current-caller.decorator.js';
import { ModelParam, VersionParam } from '../../../platform/http/parameters.js';
import { AlsoMarkdown, inForm, reportFormFor } from '../../gates/markdown-form.decorator.js';
import { CheckGatesRequest, GateReportResponse } from '../../gates/gates.dto.js';
import { awaitsEvidence, RETRY_SECONDS } from '../../re-evaluations/re-evaluations.dto.js';
import { GateChecks } from './gate-checks.service.js';

@ApiTags('gates')
@Controller('api/v1')
export class GateChecksController {
  constructor(private readonly checks: GateChecks) {}

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
    const report = await this.checks.checkGates(model, version, request.toStage, caller);
    if (awaitsEvidence(report)) reply.header('Retry-After', String(RETRY_SECONDS));
    return inForm(form, report, reply);
  }
}
