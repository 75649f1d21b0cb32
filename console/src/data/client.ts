import { connect, UnauthenticatedError } from '@stagegate/client';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isSessionLost, loseSession } from './session-state.js';

/** The service that these pages come from; the browser itself sends the session's cookie and asks with the ETag it has. */
export const client = connect({ baseUrl: window.location.origin, retry: { retries: 1 } });

const FOCUSED_MS = 2_000;
const VISIBLE_MS = 15_000;
const JITTER = 0.2;

/**
 * How long until a view is asked for again: soon while somebody looks at it, later when it is only there, never when hidden or
 * when nobody is signed in, since each refusal counts against whoever would sign in from here.
 */
export function liveInterval(): number | false {
  if (document.visibilityState === 'hidden' || isSessionLost()) return false;
  const pause = document.hasFocus() ? FOCUSED_MS : VISIBLE_MS;
  return pause * (1 - JITTER + 2 * JITTER * Math.random());
}

/** The same of a list that is read page by page: the more pages, the longer the pause, so that the service is asked as often. */
export function liveListInterval({ state }: { state: { data?: { pages: readonly unknown[] } } }): number | false {
  const pause = liveInterval();
  return pause === false ? false : pause * Math.max(1, state.data?.pages.length ?? 1);
}

function noteLoss(error: unknown): void {
  if (!(error instanceof UnauthenticatedError)) return;
  loseSession();
  for (const query of queries.getQueryCache().getAll()) {
    // An observer asks what its interval is when it gets options or an answer; without this, each asks once more.
    for (const observer of query.observers) observer.setOptions(observer.options);
  }
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteLoss }),
  defaultOptions: {
    queries: { retry: false, staleTime: 1_000, refetchOnWindowFocus: () => !isSessionLost() },
    mutations: { onError: noteLoss },
  },
});
