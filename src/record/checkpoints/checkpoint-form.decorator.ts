import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { formFor } from '../../platform/http/forms.js';
import { CheckpointResponse } from './checkpoints.dto.js';

const NOTE = 'text/plain';
const JSON_TYPE = 'application/json';
const FORMS = [NOTE, JSON_TYPE] as const;
type Form = (typeof FORMS)[number];

/** Documents that a checkpoint is a note, and had as JSON too. */
export function AlsoNote(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(CheckpointResponse),
    ApiOkResponse({
      description: 'The signed checkpoint.',
      content: {
        [JSON_TYPE]: { schema: { $ref: getSchemaPath(CheckpointResponse) } },
        [NOTE]: { schema: { type: 'string', description: 'The checkpoint as a C2SP signed note.' } },
      },
    }),
  );
}

/** The form that the request of this reply prefers; asked before anything is done. @throws {Problem} 406 NOT_ACCEPTABLE */
export function checkpointFormFor(reply: FastifyReply): Form {
  return formFor(reply, FORMS);
}

/** The checkpoint in this form; the note is text, whatever its type says. */
export function inForm(form: Form, checkpoint: CheckpointResponse, reply: FastifyReply): CheckpointResponse {
  if (form === JSON_TYPE) return checkpoint;
  reply.type(`${NOTE}; charset=utf-8`);
  return checkpoint.note as never;
}
