import { type Problem, problemKind } from '../../platform/http/problem.js';

const EVENT_STREAMS_OPEN = problemKind(429, 'EVENT_STREAMS_OPEN', 'As many streams are open as the service carries');
const EVENT_TYPE_NOT_FOUND = problemKind(404, 'EVENT_TYPE_NOT_FOUND', 'There is no such type of event');
const INVALID_EVENT_CURSOR = problemKind(400, 'INVALID_EVENT_CURSOR', 'The feed gave out no such cursor');

export function streamsOpen(whose: string, most: number): Problem {
  return EVENT_STREAMS_OPEN(`${most} streams ${whose} are open. Close one, or read GET /api/v1/events instead.`, {
    headers: { 'Retry-After': '5' },
  });
}

export function eventTypeNotFound(type: string): Problem {
  return EVENT_TYPE_NOT_FOUND(`There is no type of event called "${type}". GET /api/v1/event-types lists all.`);
}

/** @param place where the cursor stood */
export function invalidCursor(place: 'query' | 'header', name: string): Problem {
  const detail = `${name} must be a cursor or an id that the feed gave out; without one it begins with the first event`;
  return INVALID_EVENT_CURSOR(`${detail}.`, {
    errors: [{ in: place, pointer: `/${name}`, code: 'INVALID_EVENT_CURSOR', detail }],
  });
}
