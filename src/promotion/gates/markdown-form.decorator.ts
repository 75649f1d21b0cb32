import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
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

/** Whether the caller prefers Markdown to JSON. */
export const WantsMarkdown = createParamDecorator((_: unknown, context: ExecutionContext): boolean => {
  const { headers } = context.switchToHttp().getRequest<{ headers: { accept?: string } }>();
  return /\btext\/markdown\b/.test(headers.accept ?? '') && !/\bapplication\/json\b/.test(headers.accept ?? '');
});

/** The report in the form asked for; as Markdown it is text, whatever its type says. */
export function inForm(report: GateReportResponse, wantsMarkdown: boolean, reply: FastifyReply): GateReportResponse {
  if (!wantsMarkdown) return report;
  reply.type('text/markdown; charset=utf-8');
  return gateReportMarkdown(report as never) as never;
}
