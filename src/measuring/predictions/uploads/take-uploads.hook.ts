import { type FastifyInstance } from 'fastify';
import { packedFault } from '../../../platform/http/json-body.js';
import { problemKind } from '../../../platform/http/problem.js';
import { type PredictionFiles } from '../kept/prediction-files.service.js';
import { predictionsUnavailable } from '../predictions.problems.js';
import { UploadBody } from './upload-body.reader.js';

/** The one route that reads a multipart body by itself, as a stream. */
export const UPLOAD_ROUTE = 'models/:model/versions/:version/evaluations/from-predictions';

const NOT_AN_UPLOAD = problemKind(415, 'UPLOAD_NOT_TAKEN', 'The path takes no uploads');

/** Lets multipart bodies through, unread, to the route that takes them; every other still takes JSON alone. */
export function takeUploads(
  fastify: FastifyInstance,
  files: PredictionFiles,
  isQueued: (jobId: string) => Promise<boolean>,
): void {
  fastify.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    const packed = packedFault(request);
    if (request.routeOptions.url !== `/api/v1/${UPLOAD_ROUTE}`)
      done(NOT_AN_UPLOAD('Send the body as JSON, with the header Content-Type: application/json.'));
    else if (packed) done(packed);
    else if (!files.isAvailable) done(predictionsUnavailable());
    else done(null, new UploadBody(payload, request.headers, files));
  });
  // An answer is made for a caller who hung up, too. What was queued is committed by now, also of a request with a key.
  fastify.addHook('onSend', async ({ body }, _reply, answer) => {
    if (body instanceof UploadBody) await body.leave(isQueued);
    return answer;
  });
}
