import { type Problem, problemKind } from '../../platform/http/problem.js';

const WEBHOOK_NOT_FOUND = problemKind(404, 'WEBHOOK_NOT_FOUND', 'The webhook does not exist');
const DELIVERY_NOT_FOUND = problemKind(404, 'DELIVERY_NOT_FOUND', 'The delivery does not exist');
const WEBHOOK_URL_REFUSED = problemKind(400, 'WEBHOOK_URL_REFUSED', 'The address must not be called');
const REDELIVERY_TOO_LARGE = problemKind(400, 'REDELIVERY_TOO_LARGE', 'So many events are not told again at once');
const TOO_MANY_WEBHOOKS = problemKind(409, 'TOO_MANY_WEBHOOKS', 'There are as many webhooks as the service carries');

export function webhookNotFound(id: string): Problem {
  return WEBHOOK_NOT_FOUND(`There is no webhook ${id}.`);
}

export function deliveryNotFound(id: string): Problem {
  return DELIVERY_NOT_FOUND(`The webhook has no delivery ${id}; those that ended are forgotten after a time.`);
}

export function urlRefused(fault: string): Problem {
  const detail = `url is not called: ${fault}`;
  return WEBHOOK_URL_REFUSED(`${detail}.`, {
    errors: [{ pointer: '/url', code: 'WEBHOOK_URL_REFUSED', detail }],
  });
}

export function redeliveryTooLarge(most: number): Problem {
  return REDELIVERY_TOO_LARGE(`The span holds more than ${most} events. Choose a shorter one, and then the next.`);
}

export function tooManyWebhooks(most: number): Problem {
  return TOO_MANY_WEBHOOKS(`There are ${most} webhooks. Delete those that nobody needs.`);
}
