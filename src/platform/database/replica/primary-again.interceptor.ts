import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { type ReplicaRead } from './replica-read.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request reads from the replica, if its answer may lag and there is one. */
    replicaRead?: ReplicaRead;
  }
}

/** Ended by a limit, which the primary would reach as well. */
const QUERY_CANCELED = '57014';

/**
 * Asks the primary when what came of the replica is an error: it broke, it ended the statement for the sake of what it has to
 * replay, or it does not know yet what is asked for.
 */
export class PrimaryAgainInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const read = context.switchToHttp().getRequest<FastifyRequest>().replicaRead;
    if (read === undefined) return next.handle();
    const again = (error: unknown): Observable<unknown> => {
      if (read.lagMs === null || isTimeout(error)) throw error;
      read.startOver();
      return next.handle();
    };
    return next.handle().pipe(catchError(again));
  }
}

function isTimeout(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return code === QUERY_CANCELED || (cause !== undefined && isTimeout(cause));
}
