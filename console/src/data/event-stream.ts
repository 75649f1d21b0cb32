import { type Query } from '@tanstack/react-query';
import { client, followStream, isFollowed, queries } from './client.js';

const STREAM = '/api/v1/events/stream?cursor=now';
/** Changes that come together are read once. */
const GATHER_MS = 250;
const RETRY_MS = 30_000;

function isLive(query: Query): boolean {
  return query.observers.some(({ options }) => isFollowed(options.refetchInterval));
}

/**
 * Reads what is on the screen again as soon as the service tells of an event. A tab that nobody sees hears nothing, since a
 * browser has few connections to one host, and looks again when it is seen. While there is no stream, views are asked for as
 * often as before.
 */
export function followEvents(): () => void {
  let stream: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gathered: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    gathered = undefined;
    void queries.invalidateQueries({ predicate: isLive });
  };
  const note = () => void (gathered ??= setTimeout(look, GATHER_MS));
  const close = () => {
    stream?.close();
    stream = null;
    clearTimeout(retry);
    followStream(false);
  };
  const open = () => {
    close();
    if (document.visibilityState === 'hidden') return;
    stream = new EventSource(new URL(STREAM, client.getConfig().baseUrl));
    stream.onopen = () => {
      followStream(true);
      note();
    };
    stream.onmessage = note;
    stream.onerror = () => {
      followStream(false);
      if (stream?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
    };
  };
  document.addEventListener('visibilitychange', open);
  open();
  return () => {
    document.removeEventListener('visibilitychange', open);
    clearTimeout(gathered);
    close();
  };
}
