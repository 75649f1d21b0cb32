import { type EventFilter, matches } from '../events/event-filter.js';
import { type ToldEvent } from '../events/cloud-event.js';
import { EVERY_TYPE, eventTypeOf } from '../events/event-type.js';
import { type Webhook } from './webhook.entity.js';
import { isNoticed } from './notices/notice.js';

/** Whether a webhook is told of an event; `modelId` is the model that has its name now. */
export function isToldOf(webhook: Webhook, modelId: string | null, event: ToldEvent): boolean {
  const { types, model, modelPrefix, scope, format } = webhook;
  if (!types.includes(EVERY_TYPE) && !types.includes(eventTypeOf(event.action))) return false;
  if (format !== 'cloudevents' && !isNoticed(event)) return false;
  const filter: EventFilter = { actions: null, model, modelId, modelPrefix, scope };
  return matches(filter, event);
}
