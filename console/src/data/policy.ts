import {
  backTestGatePolicy,
  type BackTestResponse,
  checkDefaultGatePolicy,
  checkGatePolicy,
  type EffectiveGatePolicyResponse,
  getBackTest,
  listDefaultGatePolicyRevisions,
  listGatePolicyRevisions,
  type PolicyChangeResponse,
  setDefaultGatePolicy,
  setGatePolicy,
  startBackTest,
} from '@stagegate/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, liveInterval, liveListInterval, progressInterval, thenLookAgain } from './client.js';

/** Whose policy: a model's by its name, or null for the registry's default. */
export type Owner = string | null;

type Document = Parameters<typeof setDefaultGatePolicy>[0]['body'];

export interface PolicyInForce {
  policy: EffectiveGatePolicyResponse;
  /** Names this policy when a change is sent, so that nobody's change is lost. */
  etag: string | null;
}

const PAGE = 50;

function pathOf(owner: Owner): string {
  return `/api/v1${owner === null ? '' : `/models/${encodeURIComponent(owner)}`}/gate-policy`;
}

export const policyQuery = (owner: Owner) =>
  queryOptions({
    queryKey: ['policy', owner],
    queryFn: async ({ signal }): Promise<PolicyInForce> => {
      const { data, response } = await client.get({ url: pathOf(owner), signal, responseStyle: 'fields' });
      return { policy: data as EffectiveGatePolicyResponse, etag: response.headers.get('etag') };
    },
    refetchInterval: liveInterval,
  });

/** What is wrong with a draft and what it would change; asked again when the ground may have changed. */
export const policyCheckQuery = (owner: Owner, text: string) =>
  queryOptions({
    queryKey: ['policy-check', owner, text],
    queryFn: ({ signal }) => {
      const body = { policy: JSON.parse(text) as Document };
      return owner === null
        ? checkDefaultGatePolicy({ client, signal, body })
        : checkGatePolicy({ client, signal, body, path: { model: owner } });
    },
    staleTime: 30_000,
  });

/** What a draft would have said of the past, page by page from the newest. */
export const backTestQuery = (owner: Owner, text: string) =>
  infiniteQueryOptions({
    queryKey: ['back-test', owner, text],
    queryFn: ({ pageParam, signal }) => {
      const body = { policy: JSON.parse(text) as Document, ...(owner !== null && { model: owner }), to: pageParam };
      return backTestGatePolicy({ client, signal, body });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: earlierThan,
    staleTime: Infinity,
  });

/** The end of a range is not in it, and what was asked in the same millisecond is not to be missed. */
function earlierThan({ items, total, promotions }: BackTestResponse): string | undefined {
  const last = items.at(-1);
  if (!last || total <= promotions) return undefined;
  return new Date(Date.parse(last.requestedAt) + 1).toISOString();
}

/** Begins to judge all of history by a draft. */
export function beginBackTest(owner: Owner, text: string, key: string) {
  const body = { policy: JSON.parse(text) as Document, ...(owner !== null && { model: owner }) };
  return startBackTest({ client, body, headers: { 'Idempotency-Key': key } });
}

export const backTestJobQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['back-test-job', id],
    queryFn: ({ signal }) => getBackTest({ client, signal, path: { id: id! } }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : progressInterval()),
  });

export const revisionsQuery = (owner: Owner) =>
  infiniteQueryOptions({
    queryKey: ['policy-revisions', owner],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, cursor: pageParam };
      return owner === null
        ? listDefaultGatePolicyRevisions({ client, signal, query })
        : listGatePolicyRevisions({ client, signal, query, path: { model: owner } });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: liveListInterval,
  });

export interface PolicyChange {
  owner: Owner;
  text: string;
  /** The policy that the change was made on. */
  etag: string | null;
  /** Why, where something was said. */
  comment?: string;
}

export async function setPolicy({
  owner,
  text,
  etag,
  comment,
}: PolicyChange): Promise<EffectiveGatePolicyResponse | PolicyChangeResponse> {
  const headers = etag === null ? {} : { 'If-Match': etag };
  const sent = { client, body: JSON.parse(text) as Document, query: { comment }, headers };
  return thenLookAgain(
    owner === null ? setDefaultGatePolicy(sent) : setGatePolicy({ ...sent, path: { model: owner } }),
  );
}
