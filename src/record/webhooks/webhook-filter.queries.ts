import { type EntityManager } from 'typeorm';
import { type AuditEvent } from '../audit/audit-event.entity.js';
import { findModelNamed } from '../audit/feed.queries.js';
import { keepVisible } from '../audit/reach.queries.js';
import { type EventFilter, matches } from '../events/event-filter.js';
import { type ToldEvent } from '../events/cloud-event.js';
import { EVERY_TYPE, eventTypeOf } from '../events/event-type.js';
import { type Webhook } from './webhook.entity.js';
import { isNoticed } from './notices/notice.js';

/** Of these events, those that a webhook is told of: what it asks for, and what its maker may know of. */
export async function keepToldOf(
  manager: EntityManager,
  webhook: Webhook,
  events: readonly AuditEvent[],
): Promise<AuditEvent[]> {
  const modelId = webhook.model === null ? null : await findModelNamed(manager, webhook.model);
  const asked = events.filter((event) => isAskedFor(webhook, modelId, event));
  return keepVisible(manager, webhook.scope, asked);
}

/** Whether a webhook asks for an event; `modelId` is the model that has its name now. */
function isAskedFor(webhook: Webhook, modelId: string | null, event: ToldEvent): boolean {
  const { types, model, modelPrefix, scope, format } = webhook;
  if (!types.includes(EVERY_TYPE) && !types.includes(eventTypeOf(event.action))) return false;
  if (format !== 'cloudevents' && !isNoticed(event)) return false;
  const filter: EventFilter = { actions: null, model, modelId, modelPrefix, scope };
  return matches(filter, event);
}
