import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/requires.decorator.js';
import { IdParam, ModelParam, VersionParam } from '../http/parameters.js';
import { type FastifyReply } from 'fastify';
import { BackTestRequest, BackTestResponse } from './back-tests.dto.js';
import { CompareVersionsQuery, ComparisonResponse } from './comparisons.dto.js';
import { ComparisonsService } from './comparisons.service.js';
import { AlsoMarkdown, inForm, WantsMarkdown } from './markdown-form.decorator.js';
import { ReplaysService } from './replays.service.js';
import { CheckGatesRequest, GateReportResponse } from './gates.dto.js';
import { GatesService } from './gates.service.js';

@ApiTags('gates')
@Controller('api/v1')
export class GatesController {
  constructor(
    private readonly gates: GatesService,
    private readonly replays: ReplaysService,
    private readonly comparisons: ComparisonsService,
  ) {}

  /**
   * Judges a version by the gates of a stage and changes nothing; what a CI job runs on a pull request. With `Accept: text/markdown` the report is Markdown.
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
    @WantsMarkdown() wantsMarkdown: boolean,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GateReportResponse> {
    return inForm(await this.gates.checkGates(model, version, request.toStage), wantsMarkdown, reply);
  }

  /**
   * Answers a stored gate report, as it was when a transition was judged by it. With `Accept: text/markdown` it is Markdown.
   * @throws {404} The gate report does not exist.
   */
  @Get('gate-reports/:id')
  @AlsoMarkdown()
  @Requires('registry:read')
  async getGateReport(
    @IdParam() id: string,
    @WantsMarkdown() wantsMarkdown: boolean,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GateReportResponse> {
    return inForm(await this.gates.getGateReport(id), wantsMarkdown, reply);
  }

  /**
   * Judges the evidence of a stored gate report again by the same policy revisions; the answer equals the stored report.
   * @throws {404} The gate report does not exist.
   */
  @Post('gate-reports/:id/replay')
  @HttpCode(200)
  @Requires('registry:read')
  replayGateReport(@IdParam() id: string): Promise<GateReportResponse> {
    return this.replays.replayGateReport(id);
  }

  /**
   * Judges the recorded promotions of one or all models by a draft policy and says which it would have refused or let through.
   * @throws {404} The model does not exist.
   * @throws {422} The draft policy is not valid; every fault is named with its place.
   */
  @Post('gate-policy/back-tests')
  @HttpCode(200)
  @Requires('gate:check')
  backTestGatePolicy(@Body() request: BackTestRequest): Promise<BackTestResponse> {
    return this.replays.backTest(request);
  }

  /**
   * Compares two versions on the same data: every metric on every slice with both values, delta and 95 % interval, worst first.
   * @throws {404} The model, a version or an evaluation to compare does not exist.
   */
  @Get('models/:model/comparison')
  @Requires('registry:read')
  compareVersions(@ModelParam() model: string, @Query() query: CompareVersionsQuery): Promise<ComparisonResponse> {
    return this.comparisons.compareVersions(model, query);
  }
}
