import { getVerification, listAuditEvents, listProductions, startVerification } from '@stagegate/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { beginOf, type LastSpan } from '../format/moments.js';
import { client, liveInterval, liveListInterval } from './client.js';

/** Which events are asked for: by the last while, or between two moments. */
export interface EventsAsked {
  actor?: string;
  action?: string;
  model?: string;
  version?: number;
  last?: LastSpan;
  from?: string;
  to?: string;
}

/** Where the next page begins. A cursor counts for the filter that it was given for, so that "the last 7 days" begin when the first page does. */
interface NextPage {
  from: string | undefined;
  cursor: string;
}

const PAGE = 100;
const NEWER = 100;
const PROGRESS_MS = 500;

/** The filter as the service knows it, in which "the last 7 days" is a moment. */
export function auditFilter({ last, from, ...rest }: EventsAsked) {
  return { ...rest, from: last ? beginOf(last, Date.now()) : from };
}

/** The events as they were when they were asked for; what comes later waits, so that nothing moves under the reader. */
export const eventsQuery = (asked: EventsAsked) =>
  infiniteQueryOptions({
    queryKey: ['events', asked],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...auditFilter(asked), ...pageParam, limit: PAGE };
      return { ...(await listAuditEvents({ client, signal, query })), from: query.from };
    },
    initialPageParam: undefined as NextPage | undefined,
    getNextPageParam: ({ nextCursor, from }): NextPage | undefined =>
      nextCursor === null ? undefined : { from, cursor: nextCursor },
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });

/** How many events of a filter came after the one of a sequence, as far as one page tells. */
export const newerEventsQuery = (asked: EventsAsked, after: number) =>
  queryOptions({
    queryKey: ['newer-events', asked, after],
    queryFn: async ({ signal }) => {
      const query = { ...auditFilter(asked), limit: NEWER, filter: `sequence > ${after}` };
      return (await listAuditEvents({ client, signal, query })).items.length;
    },
    refetchInterval: liveInterval,
  });

export const verificationQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['verification', id],
    queryFn: ({ signal }) => getVerification({ client, signal, path: { id: id! } }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : PROGRESS_MS),
    staleTime: ({ state }) => (state.data?.finishedAt ? Infinity : 0),
  });

export function verify(key: string) {
  return startVerification({ client, body: {}, headers: { 'Idempotency-Key': key } });
}

/** The models whose version in Production stands by waivers, with these. */
export const waivedQuery = queryOptions({
  queryKey: ['waived'],
  queryFn: async ({ signal }) => {
    const { items } = await listProductions({ client, signal, query: { filter: 'waived = true', limit: 200 } });
    return new Map(items.map(({ model, waivers }) => [model, waivers ?? []]));
  },
  refetchInterval: liveInterval,
});

/** What every model had in Production at a moment; now unless given. */
export const productionsQuery = (at: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['productions', at ?? null],
    queryFn: ({ pageParam, signal }) =>
      listProductions({ client, signal, query: { at, limit: 200, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: at === undefined ? liveListInterval : false,
  });
