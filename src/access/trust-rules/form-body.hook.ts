import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { packedFault } from '../../platform/http/json-body.hook.js';
import { UNSUPPORTED_MEDIA_TYPE } from '../../platform/http/problem.filter.js';
import { type ExchangeForm } from './exchange-request.js';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const EXCHANGE = '/api/v1/token-exchange';

/** Reads forms for the one route that takes them, as OAuth has it; every other still takes JSON alone. */
@Injectable()
export class FormBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance();
    fastify.addContentTypeParser<string>(FORM_TYPE, { parseAs: 'string' }, (request: FastifyRequest, body, done) =>
      done(refusalOf(request) ?? null, readForm(body)),
    );
  }
}

function refusalOf(request: FastifyRequest): Error | undefined {
  if (request.routeOptions.url === EXCHANGE) return packedFault(request);
  return UNSUPPORTED_MEDIA_TYPE('Send the body as JSON, with the header Content-Type: application/json.');
}

/** A parameter that came several times is a list, which RFC 6749 §3.2 rules out. */
function readForm(body: string): ExchangeForm {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
