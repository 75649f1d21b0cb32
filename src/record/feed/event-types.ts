import { type Action, ACTIONS, EVENTS } from '../events/catalogue.js';
import { eventTypeOf } from '../events/event-type.js';

/** A type of event as a list shows it. */
export interface ListedEventType {
  type: string;
  action: string;
  description: string;
  concerns: (typeof EVENTS)[Action]['concerns'];
  href: string;
}

/** Every type of event, in the order of the catalogue. */
export function listEventTypes(): ListedEventType[] {
  return ACTIONS.map((action) => {
    const type = eventTypeOf(action);
    const { sentence, concerns } = EVENTS[action];
    return { type, action, description: sentence, concerns, href: `/api/v1/event-types/${type}` };
  });
}
