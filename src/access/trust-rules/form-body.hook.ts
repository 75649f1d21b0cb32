import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { packedFault } from '../../platform/http/json-body.hook.js';
import { UNSUPPORTED_MEDIA_TYPE } from '../../platform/http/problem.filter.js';
import { type ExchangeForm } from './exchange-request.js';
import { exchangeRefused } from './trust-rules.problems.js';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const EXCHANGE = '/api/v1/token-exchange';
/** RFC 8693 knows ten. */
const MOST_PARAMETERS = 50;

/** Reads forms for the one route that takes them, as OAuth has it; every other still takes JSON alone. */
@Injectable()
export class FormBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance();
    fastify.addContentTypeParser<string>(FORM_TYPE, { parseAs: 'string' }, (request: FastifyRequest, body, done) => {
      const refusal = refusalOf(request);
      if (refusal) return done(refusal);
      const parameters = new URLSearchParams(body);
      if (parameters.size > MOST_PARAMETERS) return done(tooManyParameters());
      done(null, readForm(parameters));
    });
  }
}

function refusalOf(request: FastifyRequest): Error | undefined {
  if (request.routeOptions.url === EXCHANGE) return packedFault(request);
  return UNSUPPORTED_MEDIA_TYPE('Send the body as JSON, with the header Content-Type: application/json.');
}

function tooManyParameters(): Error {
  return exchangeRefused('invalid_request', `The form must hold at most ${MOST_PARAMETERS} parameters.`);
}

/** A parameter that came several times is a list, which RFC 6749 §3.2 rules out. */
function readForm(parameters: URLSearchParams): ExchangeForm {
  const read = new Map<string, string | string[]>();
  for (const [name, value] of parameters) {
    const known = read.get(name);
    read.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(read);
}
