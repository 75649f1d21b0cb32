import { StartFailure } from '../../platform/start-failure.js';
import { nearestName } from '../../values/nearest-name.js';
import { actionOfType, EVENT_TYPES } from '../events/event-type.js';

/** The actions of the types that a stream is limited to; null for every one. @throws StartFailure naming what is no type */
export function actionsToSend(types: readonly string[] | null): string[] | null {
  if (types === null) return null;
  return types.map((type) => {
    const action = actionOfType(type);
    if (action !== undefined) return action;
    const near = nearestName(type, EVENT_TYPES);
    const hint = near === undefined ? 'GET /api/v1/event-types lists them.' : `Did you mean ${near}?`;
    throw new StartFailure(`STAGEGATE_KAFKA_TYPES: "${type}" is no type of events. ${hint}`);
  });
}
