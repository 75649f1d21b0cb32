import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { packedFault } from '../../../platform/http/json-body.hook.js';
import { problemKind } from '../../../platform/http/problem.js';
import { PredictionJobs } from '../jobs/prediction-jobs.service.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { predictionsUnavailable } from '../predictions.problems.js';
import { UploadBody } from './upload-body.reader.js';

/** The one route that reads a multipart body by itself, as a stream. */
export const UPLOAD_ROUTE = 'models/:model/versions/:version/evaluations/from-predictions';

const NOT_AN_UPLOAD = problemKind(415, 'UPLOAD_NOT_TAKEN', 'The path takes no uploads');

/** Lets multipart bodies through, unread, to the route that takes them; every other still takes JSON alone. */
@Injectable()
export class UploadRoute implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly files: PredictionFiles,
    private readonly jobs: PredictionJobs,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance();
    fastify.addContentTypeParser('multipart/form-data', (request, payload, done) => {
      const refusal = this.refusalOf(request);
      if (refusal) done(refusal);
      else done(null, new UploadBody(payload, request.headers, this.files));
    });
    // An answer is made for a caller who hung up, too. What was queued is committed by now, also of a request with a key.
    fastify.addHook('onSend', async ({ body }, _reply, answer) => {
      if (body instanceof UploadBody) await body.leave((id) => this.jobs.isQueued(id));
      return answer;
    });
  }

  private refusalOf(request: FastifyRequest): Error | undefined {
    if (request.routeOptions.url !== `/api/v1/${UPLOAD_ROUTE}`) {
      return NOT_AN_UPLOAD('Send the body as JSON, with the header Content-Type: application/json.');
    }
    return packedFault(request) ?? (this.files.isAvailable ? undefined : predictionsUnavailable());
  }
}
