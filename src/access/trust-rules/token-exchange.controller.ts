import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiConsumes, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { SignsIn } from '../../platform/access/requires.decorator.js';
import { MODEL_NAME } from '../../values/values.js';
import { ACCESS_TOKEN_TYPE, type ExchangeForm, GRANT_TYPE, SUBJECT_TOKEN_TYPES } from './exchange-request.js';
import { ExchangedTokenResponse, ExchangeProblemResponse } from './token-exchange.dto.js';
import { TokenExchange } from './token-exchange.service.js';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmFjbWUvbW9kZWxzIn0.c2lnbmF0dXJl';
const FORM = { grant_type: GRANT_TYPE, subject_token: TOKEN, subject_token_type: SUBJECT_TOKEN_TYPES[0] };
const EXCHANGE_FORM: ApiBodyOptions = {
  required: true,
  schema: {
    type: 'object',
    required: ['grant_type', 'subject_token', 'subject_token_type'],
    properties: {
      grant_type: { type: 'string', enum: [GRANT_TYPE], description: 'The grant of RFC 8693.' },
      subject_token: {
        type: 'string',
        minLength: 1,
        maxLength: 8_000,
        description: 'The token of the other issuer, made for the audience of a trust rule.',
      },
      subject_token_type: {
        type: 'string',
        minLength: 1,
        description: `What the token is, a JWT in any case: ${SUBJECT_TOKEN_TYPES.join(', ')}.`,
      },
      model: {
        type: 'string',
        pattern: MODEL_NAME.source,
        description: 'The model that the job works on: only trust rules that reach it count. No part of RFC 8693.',
      },
    },
  },
  examples: { example: { value: FORM } },
};
const EXCHANGED = {
  example: {
    summary: 'A token for a quarter of an hour',
    value: { access_token: TOKEN, issued_token_type: ACCESS_TOKEN_TYPE, token_type: 'Bearer', expires_in: 900 },
  },
};

@ApiTags('access')
@Controller('api/v1')
export class TokenExchangeController {
  constructor(private readonly exchange: TokenExchange) {}

  /**
   * Exchanges a token of another issuer, such as that of a CI job, for a short-lived one of the service, as RFC 8693 has it: a trust rule must fit its claims.
   * The new token speaks for a machine, carries the claims into the record, and ends with the rule. A refusal has the members `error` and `error_description` of
   * RFC 6749 beside those of every problem.
   * @throws {429} Too many tries came from the address.
   * @throws {503} The issuer of the token does not answer.
   */
  @Post('token-exchange')
  @HttpCode(200)
  @SignsIn('program')
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody(EXCHANGE_FORM)
  @ApiResponse({ status: 200, type: ExchangedTokenResponse, description: 'The new token.', examples: EXCHANGED })
  @ApiResponse({
    status: 400,
    type: ExchangeProblemResponse,
    description: 'The form asks for no exchange, the token is not valid, or no trust rule fits it.',
  })
  exchangeToken(@Body() form: ExchangeForm, @Req() request: FastifyRequest): Promise<ExchangedTokenResponse> {
    return this.exchange.exchangeToken(form ?? {}, request.id);
  }
}
