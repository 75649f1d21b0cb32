import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Log } from './log.js';
import { toProblemResponse } from './problem.dto.js';
import { Problem, problemKind } from './problem.js';
import { callerLeft, hindranceOf } from './unavailable.js';

const BAD_REQUEST = problemKind(400, 'BAD_REQUEST', 'The request cannot be understood');
const EMPTY_BODY = problemKind(400, 'EMPTY_BODY', 'The body is empty');
const NOT_FOUND = problemKind(404, 'NOT_FOUND', 'There is nothing here');
const PAYLOAD_TOO_LARGE = problemKind(413, 'PAYLOAD_TOO_LARGE', 'The body is too large');
export const UNSUPPORTED_MEDIA_TYPE = problemKind(
  415,
  'UNSUPPORTED_MEDIA_TYPE',
  'The body is of a kind that is not taken here',
);
const INTERNAL_ERROR = problemKind(500, 'INTERNAL_ERROR', 'The service failed');

/** What is answered instead of problem+json to callers of another dialect; undefined to all others. */
export type OtherShape = (problem: Problem, request: FastifyRequest) => { status: number; body: object } | undefined;

/** Turns everything thrown into application/problem+json; what nobody foresaw is logged here, once, with its cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  /** `note` hears of every error that was thrown. */
  constructor(
    private readonly log: Log,
    private readonly note: (error: unknown) => void = () => undefined,
    private readonly otherShape: OtherShape = () => undefined,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    this.note(error);
    const problem = isOfCaller(error, request, reply) ? callerLeft() : toProblem(error);
    if (problem.status >= 500) this.logFailure(error, problem, request);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const { status, type, body } = this.shape(problem, request);
    void reply
      .code(status)
      .headers(problem.headers ?? {})
      .type(type)
      .send(JSON.stringify(body));
  }

  /** What the service says of itself, such as that it stops, is one line; anything else has its cause. */
  private logFailure(error: unknown, problem: Problem, request: FastifyRequest): void {
    const { id: requestId, method, clientAddress } = request;
    const fields = { requestId, method, path: pathOf(request), clientAddress };
    if (error === problem && problem.cause === undefined)
      this.log.info({ code: problem.code, ...fields }, `A request was turned away: ${problem.detail}`);
    else this.log.error({ err: problem.cause ?? error, ...fields }, `A request failed: ${problem.title}.`);
  }

  private shape(problem: Problem, request: FastifyRequest): { status: number; type: string; body: object } {
    const other = this.otherShape(problem, request);
    if (other) return { ...other, type: 'application/json; charset=utf-8' };
    const body = toProblemResponse(problem, pathOf(request), request.id);
    return { status: problem.status, type: 'application/problem+json', body };
  }
}

/** Whether the connection of the caller broke with this error, before the request was whole or while it was answered. */
function isOfCaller(error: unknown, { raw }: FastifyRequest, reply: FastifyReply): boolean {
  const broken: unknown[] = [raw.errored, raw.socket.errored, reply.raw.errored];
  return error != null && broken.includes(error);
}

/** The problem that tells the caller about any error. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const hindrance = hindranceOf(error);
  if (hindrance) return hindrance;
  if (error instanceof HttpException && error.getStatus() < 500) return toRequestProblem(error);
  return INTERNAL_ERROR('Something went wrong on our side. The request id helps to find it in the log.', {}, error);
}

/** What the framework refuses before a controller sees it. */
function toRequestProblem(error: HttpException): Problem {
  const code = (error.cause as { code?: string } | undefined)?.code ?? '';
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return UNSUPPORTED_MEDIA_TYPE('Send the body as JSON, with the header Content-Type: application/json.');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return PAYLOAD_TOO_LARGE('The body is larger than this service accepts.');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return EMPTY_BODY('The header announces JSON, but the body is empty. Send {} or leave the header out.');
  }
  if (error.getStatus() === 404) return NOT_FOUND(error.message);
  return BAD_REQUEST(error.message);
}

/** Without the query, which may hold what does not belong into a log. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/';
}
