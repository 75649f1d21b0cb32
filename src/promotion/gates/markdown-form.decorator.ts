import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { gateReportMarkdown } from './gate-report-markdown.js';
import { GateReportResponse } from './gates.dto.js';

/** Documents that the report is had as Markdown too. */
export function AlsoMarkdown(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(GateReportResponse),
    ApiOkResponse({
      description: 'The gate report.',
      content: {
        'application/json': { schema: { $ref: getSchemaPath(GateReportResponse) } },
        'text/markdown': { schema: { type: 'string', description: 'The report fit for a pull-request comment.' } },
      },
    }),
  );
}

/** The report in the form that the request of this reply prefers; as Markdown it is text, whatever its type says. */
export function inForm(report: GateReportResponse, reply: FastifyReply): GateReportResponse {
  const accept = reply.request.headers.accept ?? '';
  if (!/\btext\/markdown\b/.test(accept) || /\bapplication\/json\b/.test(accept)) return report;
  reply.type('text/markdown; charset=utf-8');
  return gateReportMarkdown(report as never) as never;
}
