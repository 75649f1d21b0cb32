import { type Client } from './generated/client/index.js';
import { type EventResponse, listEvents, type ListEventsData } from './generated/index.js';
import { DEFAULT_RETRIES, sleep, waitBefore } from './retries.js';
import { timeoutOf } from './timeouts.js';

/** How long a read waits for an event in milliseconds; shorter than what proxies take for silence. */
const LONGEST_WAIT = 20_000;
/** From one empty page to the next, in milliseconds, where a service does not wait for events. */
const EMPTY_PAGE_INTERVAL = 1_000;
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
  // An answer that is awaited longer than the client has patience for would never come.
  const waitSeconds = Math.floor(Math.min(LONGEST_WAIT, timeoutOf(client) / 2) / 1_000);
  for (;;) {
    yield* page.items;
    const rest = { waitSeconds, ...query, cursor: page.nextCursor };
    const began = performance.now();
    page = await persistently(() => listEvents({ ...options, query: rest }), signal);
    const early = EMPTY_PAGE_INTERVAL - (performance.now() - began);
    if (page.items.length === 0 && early > 0) await sleep(early, signal);
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
