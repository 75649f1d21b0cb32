import { connect, ConnectionError, UnauthenticatedError } from '@stagegate/client';
import { type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSessionLost, loseSession } from './session-state.js';

/** The service that these pages come from; the browser itself sends the session's cookie and asks with the ETag it has. */
export const client = connect({ baseUrl: window.location.origin, retry: { retries: 1 } });

const FOCUSED_MS = 2_000;
const VISIBLE_MS = 15_000;
const JITTER = 0.2;
/** While the service tells of events; what begins or ends by the clock alone is no event. */
const FOLLOWED_MS = 15_000;

let isStreaming = false;

/** Says whether the service tells of events now. */
export function followStream(isOpen: boolean): void {
  if (isStreaming === isOpen) return;
  isStreaming = isOpen;
  askAnewForIntervals();
}

/** Whether what is asked for at an interval is asked for at every event besides. */
export function isFollowed(interval: unknown): boolean {
  return interval === liveInterval || interval === liveListInterval;
}

/**
 * How long until a view is asked for again: soon while somebody looks at it, later when it is only there, never when hidden or
 * when nobody is signed in, since each refusal counts against whoever would sign in from here.
 */
export function liveInterval(): number | false {
  return pauseOf(isStreaming ? FOLLOWED_MS : FOCUSED_MS);
}

/** The same of what goes on without events, such as the progress of a job. */
export function progressInterval(): number | false {
  return pauseOf(FOCUSED_MS);
}

function pauseOf(focused: number): number | false {
  if (document.visibilityState === 'hidden' || isSessionLost()) return false;
  const pause = document.hasFocus() ? focused : VISIBLE_MS;
  return pause * (1 - JITTER + 2 * JITTER * Math.random());
}

interface Paged {
  state: { data?: { pages: readonly unknown[] } };
}

/** The same of a list that is read page by page: the more pages, the longer the pause, so that the service is asked as often. */
export function liveListInterval(query: Paged): number | false {
  return pauseOfPages(liveInterval(), query);
}

/** The same of a list of what goes on without events. */
export function progressListInterval(query: Paged): number | false {
  return pauseOfPages(progressInterval(), query);
}

function pauseOfPages(pause: number | false, { state }: Paged): number | false {
  return pause === false ? false : pause * Math.max(1, state.data?.pages.length ?? 1);
}

/** How a list is read page by page, the next page by the cursor of the last one. */
export const PAGED = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
  refetchInterval: liveListInterval,
};

/** One key for all that a dialog sends, so that a double tap or a repetition acts once. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const keyed = (key: string) => ({ client, headers: { 'Idempotency-Key': key } });

/** Does something, and answers once the page shows what became of it. */
export async function thenLookAgain<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } finally {
    await lookAgain();
  }
}

/** How long an action waits at most for the page to show what became of it: what was done is done, however slow a list is. */
const LOOK_MS = 2_000;

/**
 * Reads everything again that an action may have changed: a decision changes more than what it was about. States, which are asked
 * for at an interval, are waited for; what is worked out of them follows, and what never changes stays as it is.
 */
export async function lookAgain(): Promise<void> {
  void queries.invalidateQueries({ predicate: (query) => !isState(query) && !isForGood(query) });
  const states = queries.invalidateQueries({ predicate: isState });
  await Promise.race([states, new Promise((passed) => setTimeout(passed, LOOK_MS))]);
}

function isState({ observers }: Query): boolean {
  return observers.some(({ options }) => Boolean(options.refetchInterval));
}

function isForGood({ options }: Query): boolean {
  return 'staleTime' in options && options.staleTime === Infinity;
}

/** Whose answer tells whether the service is reached at all. */
export const ME_KEY = ['me'] as const;

function noteFailure(error: unknown): void {
  if (error instanceof ConnectionError) askWhetherReached();
  if (!(error instanceof UnauthenticatedError)) return;
  loseSession();
  askAnewForIntervals();
}

/** One that is known not to be reached is asked often enough. */
function askWhetherReached(): void {
  if (queries.getQueryState(ME_KEY)?.error instanceof ConnectionError) return;
  void queries.invalidateQueries({ queryKey: ME_KEY }, { cancelRefetch: false });
}

/** An observer asks what its interval is when it gets options or an answer; without this, each asks once more. */
function askAnewForIntervals(): void {
  for (const query of queries.getQueryCache().getAll()) {
    for (const observer of query.observers) observer.setOptions(observer.options);
  }
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteFailure }),
  defaultOptions: {
    // A service on this machine is reached while the browser says that there is no network.
    queries: { networkMode: 'always', retry: false, staleTime: 1_000, refetchOnWindowFocus: () => !isSessionLost() },
    mutations: { networkMode: 'always', onError: noteFailure },
  },
});
