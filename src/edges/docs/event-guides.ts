import { guidesAt } from './problem-guide.js';

/** The feed of events, and webhooks. */
export const EVENT_GUIDES = {
  ...guidesAt('/api/v1/events', {
    INVALID_EVENT_CURSOR: [
      'The query parameter cursor, or the header Last-Event-ID, is nothing that the feed gave out.',
      'Send the nextCursor of the page before, or the id of the last event, as it was; without a cursor the feed begins with the first event, with cursor=now behind the last.',
      'cursor must be a cursor or an id that the feed gave out; without one it begins with the first event.',
      ['INVALID_CURSOR'],
    ],
    EVENT_STREAMS_OPEN: [
      'As many streams of events are open as the process carries, or as one principal may have.',
      'Close streams that nobody reads, or read GET /api/v1/events with waitSeconds. Whoever runs the service sets the bounds by EVENTS_MAX_STREAMS and EVENTS_MAX_STREAMS_PER_SUBJECT.',
      '200 streams of yours are open. Close one, or read GET /api/v1/events instead.',
      ['RATE_LIMITED'],
    ],
    EVENT_TYPE_NOT_FOUND: [
      'No event of this release has the type.',
      'Choose one of GET /api/v1/event-types.',
      'There is no type of event called "dev.stagegate.model.painted.v1". GET /api/v1/event-types lists all.',
    ],
  }),
  ...guidesAt('/api/v1/webhooks', {
    WEBHOOK_NOT_FOUND: [
      'No webhook that the caller may manage has this id.',
      'List them by GET /api/v1/webhooks.',
      'There is no webhook 019aca2d-4d80-7c3b-9d5e-0d6f6a1c2b3d.',
      ['DELIVERY_NOT_FOUND'],
    ],
    DELIVERY_NOT_FOUND: [
      'The webhook has no delivery of this id, or it ended longer ago than `RETENTION_DELIVERY_DAYS` and was forgotten.',
      'List deliveries by GET /api/v1/webhooks/{id}/deliveries, or tell a span of time again by POST /api/v1/webhooks/{id}/redeliveries.',
      'The webhook has no delivery 019aca2d-4d80-7c3b-9d5e-0d6f6a1c2b3d; those that ended are forgotten after a time.',
      ['WEBHOOK_NOT_FOUND'],
    ],
    WEBHOOK_URL_REFUSED: [
      'The address has another scheme than http and https, holds a user or a fragment, or leads to a private, loopback, link-local or otherwise special address, or to a port of no web service; or it is a mailto: address and there is no mail server.',
      'Name a public address. Whoever runs the service allows networks of its own by STAGEGATE_WEBHOOK_ALLOWED_NETWORKS, and names a mail server by SMTP_URL.',
      'url is not called: it leads to an address that is not public, and STAGEGATE_WEBHOOK_ALLOWED_NETWORKS does not allow it.',
    ],
    REDELIVERY_TOO_LARGE: [
      'The span of time holds more events than are told again in one step.',
      'Choose a shorter span, and then the next one.',
      'The span holds more than 100000 events. Choose a shorter one, and then the next.',
    ],
    TOO_MANY_WEBHOOKS: [
      'A thousand webhooks were made, which is as many as there may be.',
      'Delete those that nobody needs.',
      'There are 1000 webhooks. Delete those that nobody needs.',
    ],
  }),
};
