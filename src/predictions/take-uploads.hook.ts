import { type FastifyInstance } from 'fastify';
import { problemKind } from '../http/problem.js';

/** Where the one route ends that reads a multipart body by itself, as a stream. */
export const UPLOAD_PATH = 'evaluations/from-predictions';

const NOT_AN_UPLOAD = problemKind(415, 'UPLOAD_NOT_TAKEN', 'The path takes no uploads');

/** Lets multipart bodies through, unread, to the route that takes them; every other still takes JSON alone. */
export function takeUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    if (request.routeOptions.url?.endsWith(`/${UPLOAD_PATH}`)) done(null, payload);
    else done(NOT_AN_UPLOAD('Send the body as JSON, with the header Content-Type: application/json.'));
  });
}
