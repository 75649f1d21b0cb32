import {
  createWebhook,
  type CreateWebhookRequest,
  deleteWebhook,
  listWebhookDeliveries,
  listWebhooks,
  redeliverWebhook,
  redeliverWebhookDelivery,
  type RedeliverRequest,
  rotateWebhookSecret,
  testWebhook,
  updateWebhook,
  type UpdateWebhookRequest,
} from '@stagegate/client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { client, keyed, PAGED, progressListInterval, thenLookAgain } from './client.js';

const PAGE = 100;

export const webhooksQuery = infiniteQueryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ pageParam, signal }) => listWebhooks({ client, signal, query: { limit: PAGE, cursor: pageParam } }),
  ...PAGED,
});

/** Answers the secret once, which nothing here keeps. */
export function makeWebhook(body: CreateWebhookRequest, key: string) {
  return thenLookAgain(createWebhook({ ...keyed(key), body }));
}

export function changeWebhook(id: string, body: UpdateWebhookRequest) {
  return thenLookAgain(updateWebhook({ client, path: { id }, body }));
}

export function removeWebhook(id: string) {
  return thenLookAgain(deleteWebhook({ client, path: { id } }));
}

/** Answers the new secret once; the former one signs as well for so many seconds. */
export function makeSecret(id: string, overlapSeconds: number, key: string) {
  return thenLookAgain(rotateWebhookSecret({ ...keyed(key), path: { id }, body: { overlapSeconds } }));
}

/** Sends a message of trial, and answers what came of it. */
export function tryWebhook(id: string) {
  return testWebhook({ client, path: { id } });
}

export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', id],
    queryFn: ({ pageParam, signal }) =>
      listWebhookDeliveries({ client, signal, path: { id }, query: { limit: PAGE, cursor: pageParam } }),
    ...PAGED,
    refetchInterval: progressListInterval,
  });

export function sendAgain(id: string, delivery: string, key: string) {
  return thenLookAgain(redeliverWebhookDelivery({ ...keyed(key), path: { id, delivery } }));
}

/** Tells once more of what happened in a span of time, and answers how many deliveries that makes. */
export function sendSpanAgain(id: string, body: RedeliverRequest, key: string) {
  return thenLookAgain(redeliverWebhook({ ...keyed(key), path: { id }, body }));
}
