import { type Query } from '@tanstack/react-query';
import { client, followStream, isFollowed, queries } from './client.js';

const STREAM = '/api/v1/events/stream?cursor=now';
/** Changes that come together are read once. */
const GATHER_MS = 250;
/** For each page of a list beyond the first, so much longer until it is read again. */
const PAGE_MS = 2_000;
const RETRY_MS = 30_000;

function isLive(query: Query): boolean {
  return query.observers.some(({ options }) => isFollowed(options.refetchInterval));
}

/** Whether a view may be read now: not while it is being read, nor a long list right after that. */
function isReady({ state: { data, dataUpdatedAt, fetchStatus } }: Query): boolean {
  if (fetchStatus !== 'idle') return false;
  return Date.now() - dataUpdatedAt >= PAGE_MS * (pagesOf(data) - 1);
}

function pagesOf(data: unknown): number {
  const isPaged = typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);
  return isPaged ? Math.max(1, (data.pages as unknown[]).length) : 1;
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
  const due = new Set<Query>();
  const look = () => {
    const ready = [...due].filter(isReady);
    for (const query of ready) due.delete(query);
    void queries.invalidateQueries({ predicate: (query) => ready.includes(query) });
    for (const query of due) if (!isLive(query)) due.delete(query);
    gathered = due.size === 0 ? undefined : setTimeout(look, GATHER_MS);
  };
  // What is being read as an event comes may not tell of it yet, so it is read once more, and not anew from its beginning.
  const note = () => {
    for (const query of queries.getQueryCache().findAll({ predicate: isLive })) due.add(query);
    gathered ??= setTimeout(look, GATHER_MS);
  };
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
