import { type ServerResponse } from 'node:http';

/** Aborted when the caller closes the connection before it has its whole answer. */
export function departureOf(reply: { raw: ServerResponse }): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new Error('The caller has left.'));
  });
  return controller.signal;
}

/** Aborted when the answer is over, whether the caller has it whole or has left. */
export function endOf(reply: { raw: ServerResponse }): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort(new Error('The answer is over.')));
  return controller.signal;
}
