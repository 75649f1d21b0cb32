import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import { AlsoMarkdown, inForm, reportFormFor } from './markdown-form.decorator.js';
import { GateReportResponse } from './gates.dto.js';
import { GatesService } from './gates.service.js';

@ApiTags('gates')
@Controller('api/v1')
export class GatesController {
  constructor(private readonly gates: GatesService) {}

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
