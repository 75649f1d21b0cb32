import {
  breakGlass,
  cancelPolicyChange,
  closeReview,
  type CloseReviewRequest,
  createFreeze,
  type CreateFreezeRequest,
  decidePolicyChange,
  type DecidePolicyChangeRequest,
  endFreeze,
  type GatedStage,
  getFreezeCalendar,
  getHold,
  getPolicyChange,
  grantWaiver,
  liftHold,
  listFreezes,
  listPolicyChanges,
  listReviews,
  listWaivers,
  type ReviewStatus,
  revokeWaiver,
  withdrawDecision,
} from '@stagegate/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, keyed, liveInterval, PAGED, thenLookAgain } from './client.js';

/** As many as are read at once. */
export const PAGE = 100;
const LIVE = { refetchInterval: liveInterval };

/** The hold that a model is on, read when somebody is about to lift it; afterwards there is none. */
export const holdQuery = (model: string) =>
  queryOptions({
    queryKey: ['hold', model],
    queryFn: ({ signal }) => getHold({ client, signal, path: { model } }),
    staleTime: Infinity,
    gcTime: 0,
  });

export async function lift(model: string, reason: string, key: string): Promise<void> {
  await thenLookAgain(liftHold({ ...keyed(key), path: { model }, body: { reason } }));
}

export const reviewsQuery = (status: ReviewStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: ['reviews', status ?? null],
    queryFn: ({ pageParam, signal }) =>
      listReviews({ client, signal, query: { status, sort: '-id', limit: PAGE, cursor: pageParam } }),
    ...PAGED,
  });

/** The reviews that somebody has yet to close, the most urgent first; of a single model where one is given. */
export const dueReviewsQuery = (model?: string) =>
  queryOptions({
    queryKey: ['due-reviews', model ?? null],
    queryFn: async ({ signal }) =>
      (await listReviews({ client, signal, query: { status: 'open', sort: 'dueAt', limit: PAGE, model } })).items,
    ...LIVE,
  });

export function endReview(id: string, body: CloseReviewRequest, key: string) {
  return thenLookAgain(closeReview({ ...keyed(key), path: { id }, body }));
}

export interface Emergency {
  model: string;
  version: number;
  toStage: GatedStage;
  reason: string;
  ticket: string;
  /** What the reader believes to be in Production, null for nothing. */
  expectedIncumbent: number | null;
  key: string;
}

export function pass({ model, version, toStage, reason, ticket, expectedIncumbent, key }: Emergency) {
  const body = {
    toStage,
    reason: reason.trim(),
    ...(ticket.trim() && { ticket: ticket.trim() }),
    ...(toStage === 'Production' && { expectedIncumbent }),
  };
  return thenLookAgain(breakGlass({ ...keyed(key), path: { model, version }, body }));
}

export const waiversQuery = (model: string, version: number) =>
  queryOptions({
    queryKey: ['waivers', model, version],
    queryFn: async ({ signal }) =>
      (await listWaivers({ client, signal, path: { model, version }, query: { limit: PAGE } })).items,
    ...LIVE,
  });

export interface Waiver {
  model: string;
  version: number;
  toStage: GatedStage;
  ruleId: string;
  reason: string;
  /** A moment; the longest that is allowed when absent. */
  expiresAt: string | undefined;
  key: string;
}

export function waive({ model, version, key, reason, expiresAt, ...about }: Waiver) {
  const body = { ...about, reason: reason.trim(), ...(expiresAt && { expiresAt }) };
  return thenLookAgain(grantWaiver({ ...keyed(key), path: { model, version }, body }));
}

export function takeWaiverBack(model: string, version: number, id: string) {
  return thenLookAgain(revokeWaiver({ client, path: { model, version, id } }));
}

/** Takes back what the reader decided of a request. */
export function takeDecisionBack(id: string) {
  return thenLookAgain(withdrawDecision({ client, path: { id } }));
}

export const freezesQuery = infiniteQueryOptions({
  queryKey: ['freezes'],
  queryFn: ({ pageParam, signal }) =>
    listFreezes({ client, signal, query: { sort: '-id', limit: PAGE, cursor: pageParam } }),
  ...PAGED,
});

/** The windows of freezes between two moments; those of the model's policy too where one is given. */
export const calendarQuery = (from: string, to: string, model?: string) =>
  queryOptions({
    queryKey: ['calendar', from, to, model ?? null],
    queryFn: ({ signal }) => getFreezeCalendar({ client, signal, query: { from, to, model } }),
    ...LIVE,
  });

export function freeze(body: CreateFreezeRequest, key: string) {
  return thenLookAgain(createFreeze({ ...keyed(key), body }));
}

export function thaw(id: string) {
  return thenLookAgain(endFreeze({ client, path: { id } }));
}

/** Changes of policies that await approval, the newest first. */
export const openChangesQuery = (model?: string) =>
  queryOptions({
    queryKey: ['open-changes', model ?? null],
    queryFn: async ({ signal }) => {
      const query = { status: 'awaiting_approval', model, limit: PAGE } as const;
      return (await listPolicyChanges({ client, signal, query })).items;
    },
    ...LIVE,
  });

export const policyChangeQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy-change', id],
    queryFn: ({ signal }) => getPolicyChange({ client, signal, path: { id } }),
    ...LIVE,
  });

export function decideChange(id: string, body: DecidePolicyChangeRequest, key: string) {
  return thenLookAgain(decidePolicyChange({ ...keyed(key), path: { id }, body }));
}

export function cancelChange(id: string, key: string) {
  return thenLookAgain(cancelPolicyChange({ ...keyed(key), path: { id } }));
}
