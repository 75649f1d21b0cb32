import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { formFor } from '../../platform/http/forms.js';
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

const FORMS = ['application/json', 'text/markdown'] as const;
type Form = (typeof FORMS)[number];

/** The form that the request of this reply prefers; asked before anything is done. @throws {Problem} 406 NOT_ACCEPTABLE */
export function reportFormFor(reply: FastifyReply): Form {
  return formFor(reply, FORMS);
}

/** The report in this form; as Markdown it is text, whatever its type says. */
export function inForm(form: Form, report: GateReportResponse, reply: FastifyReply): GateReportResponse {
  if (form === 'application/json') return report;
  reply.type('text/markdown; charset=utf-8');
  return gateReportMarkdown(report as never) as never;
}
