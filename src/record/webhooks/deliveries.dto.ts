import { IsCount, IsId, IsOneOf, IsTimestamp, Optional } from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { eventTypeOf } from '../events/event-type.js';
import { type ListedDelivery } from './deliveries.queries.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from './webhook-delivery.entity.js';

export class ListDeliveriesQuery extends ListQuery {
  /** Only deliveries that stand so: `waiting` for an attempt, `delivered`, or `dead`, given up after three days. */
  @Optional()
  @IsOneOf(DELIVERY_STATUSES)
  status?: DeliveryStatus;
}

export class RedeliverRequest {
  /** Events at or after this time. */
  @IsTimestamp()
  from: string;

  /** Events at or before this time; until now unless given. */
  @Optional()
  @IsTimestamp()
  to?: string;
}

export class DeliveryResponse {
  /** The delivery's id; receivers see it in the header `webhook-id`, behind `msg_`. */
  @IsId()
  id: string;

  /** The id of the event. */
  eventId: string;

  /** The type of the event. */
  type: string;

  /** Where it stands. */
  @IsOneOf(DELIVERY_STATUSES)
  status: DeliveryStatus;

  /** How often it was tried since it was last asked for. */
  @IsCount()
  attempts: number;

  /** When it came to be. */
  createdAt: Date;

  /** When it was last tried; null before that. */
  lastAttemptAt: Date | null;

  /** When it may be tried next, once those before it in the same model are through; null when it is not to be tried. */
  nextAttemptAt: Date | null;

  /** Status of the last answer; null when there was none. */
  @IsCount(100, 999)
  responseStatus: number | null;

  /** What went wrong the last time; null when nothing did. */
  error: string | null;
}

export class DeliveryPage {
  /** The deliveries of this page, the newest event first. */
  items: DeliveryResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export class RedeliveryResponse {
  /** How many deliveries are to be sent again, or for the first time. */
  @IsCount()
  deliveries: number;
}

export function toDeliveryResponse(delivery: ListedDelivery): DeliveryResponse {
  const { id, sequence, action, status, attempts, createdAt, lastAttemptAt, nextAttemptAt, responseStatus, error } =
    delivery;
  const event = { eventId: String(sequence), type: eventTypeOf(action) };
  return { id, ...event, status, attempts, createdAt, lastAttemptAt, nextAttemptAt, responseStatus, error };
}
