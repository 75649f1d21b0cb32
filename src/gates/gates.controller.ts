import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/requires.decorator.js';
import { IdParam, ModelParam, VersionParam } from '../http/parameters.js';
import { CheckGatesRequest, GateReportResponse } from './gates.dto.js';
import { GatesService } from './gates.service.js';

@ApiTags('gates')
@Controller('api/v1')
export class GatesController {
  constructor(private readonly gates: GatesService) {}

  /**
   * Judges a version by the gates of a stage and changes nothing; what a CI job runs on a pull request.
   * @throws {404} The model or the version does not exist.
   */
  @Post('models/:model/versions/:version/gate-checks')
  @HttpCode(200)
  @Requires('gate:check')
  checkGates(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: CheckGatesRequest,
  ): Promise<GateReportResponse> {
    return this.gates.checkGates(model, version, request.toStage);
  }

  /**
   * Answers a stored gate report, as it was when a transition was judged by it.
   * @throws {404} The gate report does not exist.
   */
  @Get('gate-reports/:id')
  @Requires('registry:read')
  getGateReport(@IdParam() id: string): Promise<GateReportResponse> {
    return this.gates.getGateReport(id);
  }
}
