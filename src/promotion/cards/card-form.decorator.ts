import { createHash } from 'node:crypto';
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { formFor } from '../../platform/http/forms.js';
import { CARD_STYLE, cardHtml, cardMarkdown } from './card-pages.js';
import { cardSections, cardTitle } from './card-sections.js';
import { ModelCardResponse } from './cards.dto.js';

const JSON_TYPE = 'application/json';
const MARKDOWN = 'text/markdown';
const HTML = 'text/html';

const STYLE_DIGEST = createHash('sha256').update(CARD_STYLE).digest('base64');
/** The page runs nothing, loads nothing, sends nothing and is framed by nobody. */
const CARD_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Documents the three forms of a card. */
export function InThreeForms(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(ModelCardResponse),
    ApiOkResponse({
      description: 'The model card.',
      content: {
        [JSON_TYPE]: { schema: { $ref: getSchemaPath(ModelCardResponse) } },
        [MARKDOWN]: { schema: { type: 'string', description: 'The card as Markdown.' } },
        [HTML]: { schema: { type: 'string', description: 'The card as a page to be printed.' } },
      },
    }),
  );
}

const FORMS = [JSON_TYPE, MARKDOWN, HTML] as const;
type Form = (typeof FORMS)[number];

/** The form that the request of this reply prefers; asked before anything is done. @throws {Problem} 406 NOT_ACCEPTABLE */
export function cardFormFor(reply: FastifyReply): Form {
  return formFor(reply, FORMS);
}

/** The card in this form; but for JSON it is text, whatever its type says. */
export function inForm(type: Form, card: ModelCardResponse, reply: FastifyReply): ModelCardResponse {
  if (type === JSON_TYPE) return card;
  reply.type(`${type}; charset=utf-8`);
  const shown = { ...card, attestation: card.attestation && { ...card.attestation } };
  const [title, sections] = [cardTitle(shown), cardSections(shown)];
  if (type === MARKDOWN) return cardMarkdown(title, sections) as never;
  reply.headers({
    'Content-Security-Policy': CARD_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  return cardHtml(title, sections) as never;
}
