import { type Client } from './generated/client/index.js';
import { type EventResponse, listEvents, type ListEventsData } from './generated/index.js';
import { DEFAULT_RETRIES, sleep, waitBefore } from './retries.js';

/** Seconds that a read waits for an event; shorter than the client's timeout and than what proxies take for silence. */
const WAIT_SECONDS = 20;
/** From here on waits between attempts grow no more; it is some ten seconds. */
const LONGEST_GROWTH = 6;
const HOUR_MS = 3_600_000;

export interface FollowEvents {
  client: Client;
  /**
   * What to be told of, and from where on: `cursor` is the id of the last event that was seen, or `now` for what is still to
   * come; without it the first event of the registry comes first.
   */
  query?: ListEventsData['query'];
  /** Ends the iteration, which then throws the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Every event in its order, and then each as it happens, without end: `for await (const event of events({ client })) …`. It
 * goes on from the last event after a broken connection or a service that is away for a while; an error is thrown where
 * the service says no, or where it cannot be reached at the beginning.
 */
export async function* events({ client, query, signal }: FollowEvents): AsyncGenerator<EventResponse, void, undefined> {
  const options = { client, signal };
  let page = await listEvents({ ...options, query: { ...query, waitSeconds: 0 } });
  for (;;) {
    yield* page.items;
    const rest = { waitSeconds: WAIT_SECONDS, ...query, cursor: page.nextCursor };
    page = await persistently(() => listEvents({ ...options, query: rest }), signal);
  }
}

/** The answer of a read, however often it takes; thrown is only what waiting does not mend. */
async function persistently<Answer>(read: () => Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
  const patience = { ...DEFAULT_RETRIES, retries: Infinity, longestWaitMs: HOUR_MS };
  for (let failures = 0; ; failures += 1) {
    try {
      return await read();
    } catch (error) {
      const wait = signal?.aborted ? null : waitBefore(Math.min(failures, LONGEST_GROWTH), 'GET', error, patience);
      if (wait === null) throw error;
      await sleep(wait, signal);
    }
  }
}
