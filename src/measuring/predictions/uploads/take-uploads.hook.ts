import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { packedFault } from '../../../platform/http/json-body.hook.js';
import { problemKind } from '../../../platform/http/problem.js';
import { type PredictionFiles } from '../kept/prediction-files.service.js';
import { predictionsUnavailable } from '../predictions.problems.js';
import { UploadBody } from './upload-body.reader.js';

/** Where the one route ends that reads a multipart body by itself, as a stream. */
export const UPLOAD_PATH = 'evaluations/from-predictions';

const NOT_AN_UPLOAD = problemKind(415, 'UPLOAD_NOT_TAKEN', 'The path takes no uploads');

/** Lets multipart bodies through, unread, to the route that takes them; every other still takes JSON alone. */
export function takeUploads(fastify: FastifyInstance, files: PredictionFiles): void {
  fastify.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    const packed = packedFault(request);
    if (!request.routeOptions.url?.endsWith(`/${UPLOAD_PATH}`))
      done(NOT_AN_UPLOAD('Send the body as JSON, with the header Content-Type: application/json.'));
    else if (packed) done(packed);
    else if (!files.isAvailable) done(predictionsUnavailable());
    else done(null, new UploadBody(payload, request.headers, files));
  });
  const drop = async ({ body }: FastifyRequest) => {
    if (body instanceof UploadBody) await body.drop();
  };
  fastify.addHook('onResponse', drop);
  fastify.addHook('onRequestAbort', drop);
}
