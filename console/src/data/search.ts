import { type SearchHitResponse, searchRegistry } from '@stagegate/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.js';

export type Hit = SearchHitResponse;

/** The shortest text that the service searches by. */
export const SHORTEST_SEARCH = 2;

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: async ({ signal }) => (await searchRegistry({ client, signal, query: { q: text } })).items,
    enabled: text.length >= SHORTEST_SEARCH,
    staleTime: 10_000,
  });

const LATELY = 'stagegate-searched';
const KEPT = 6;

/** What was chosen lately in this browser, newest first. */
export function latelyChosen(): Hit[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(LATELY) ?? '[]');
    return Array.isArray(kept) ? (kept as Hit[]) : [];
  } catch {
    return [];
  }
}

export function keepChosen(hit: Hit): void {
  const others = latelyChosen().filter((each) => hitKey(each) !== hitKey(hit));
  localStorage.setItem(LATELY, JSON.stringify([hit, ...others].slice(0, KEPT)));
}

export function hitKey({ kind, model, version, id }: Hit): string {
  return [kind, model, version, id].join(' ');
}
