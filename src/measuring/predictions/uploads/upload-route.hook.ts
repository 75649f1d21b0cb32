import { type Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { packedFault } from '../../../platform/http/json-body.hook.js';
import { readModelName, readWholeNumber } from '../../../platform/http/parameters.js';
import { problemKind } from '../../../platform/http/problem.js';
import { PredictionJobs } from '../jobs/prediction-jobs.service.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
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
    fastify.addContentTypeParser('multipart/form-data', (request: FastifyRequest, stream: Readable) =>
      this.letIn(request, stream),
    );
    // An answer is made for a caller who hung up, too. What was queued is committed by now, also of a request with a key.
    fastify.addHook('onSend', async ({ body }, _reply, answer) => {
      if (!(body instanceof UploadBody)) return answer;
      await body.leave((id) => this.jobs.isQueued(id));
      this.jobs.leave(body.jobId);
      return answer;
    });
  }

  /** Target and room are looked at here, before anything else can wait for the body. */
  private async letIn(request: FastifyRequest, stream: Readable): Promise<UploadBody> {
    if (request.routeOptions.url !== `/api/v1/${UPLOAD_ROUTE}`) {
      throw NOT_AN_UPLOAD('Send the body as JSON, with the header Content-Type: application/json.');
    }
    const packed = packedFault(request);
    if (packed) throw packed;
    const { model, version } = request.params as Record<'model' | 'version', string>;
    const target = { model: readModelName(model), version: readWholeNumber('version', version) };
    const stated = request.headers['content-length'];
    const upload = { id: uuidv7(), target, bytes: stated === undefined ? null : Number(stated) };
    const found = await this.jobs.admitUpload(upload, request.caller!);
    return new UploadBody(upload.id, found, stream, request, this.files);
  }
}
