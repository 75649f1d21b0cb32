import {
  getGateReport,
  getModel,
  getTransition,
  getVersion,
  listEvaluations,
  listModelHistory,
  listModels,
  listModelTransitions,
  listTransitions,
  listVersions,
  type GateReportResponse,
} from '@stagegate/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, liveInterval } from './client.js';

const LIVE = { refetchInterval: liveInterval };
const FEW = 20;
const MANY = 200;

export interface ModelsAsked {
  text?: string;
  stage?: 'Staging' | 'Production';
  sort?: string;
}

/** The lists answer an order or a filter in words of their own; what a person types becomes a comparison of names. */
function modelsFilter({ text }: ModelsAsked): string | undefined {
  const typed = text?.trim();
  if (!typed) return undefined;
  const pattern = typed.replace(/[\\%_]/g, '\\$&').replaceAll("'", "''");
  return `name ilike '%${pattern}%'`;
}

export const modelsQuery = (asked: ModelsAsked) =>
  infiniteQueryOptions({
    queryKey: ['models', asked],
    queryFn: ({ pageParam, signal }) =>
      listModels({
        client,
        signal,
        query: { limit: 100, cursor: pageParam, filter: modelsFilter(asked), stage: asked.stage, sort: asked.sort },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    ...LIVE,
  });

export const modelQuery = (model: string) =>
  queryOptions({
    queryKey: ['model', model],
    queryFn: ({ signal }) => getModel({ client, signal, path: { model } }),
    ...LIVE,
  });

export const versionsQuery = (model: string) =>
  infiniteQueryOptions({
    queryKey: ['versions', model],
    queryFn: ({ pageParam, signal }) =>
      listVersions({ client, signal, path: { model }, query: { limit: MANY, cursor: pageParam, sort: '-version' } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    ...LIVE,
  });

export const versionQuery = (model: string, version: number) =>
  queryOptions({
    queryKey: ['version', model, version],
    queryFn: ({ signal }) => getVersion({ client, signal, path: { model, version } }),
    ...LIVE,
  });

export const evaluationsQuery = (model: string, version: number) =>
  queryOptions({
    queryKey: ['evaluations', model, version],
    queryFn: ({ signal }) => listEvaluations({ client, signal, path: { model, version }, query: { limit: FEW } }),
    ...LIVE,
  });

/** Who held Production when, newest first. */
export const tenuresQuery = (model: string) =>
  queryOptions({
    queryKey: ['tenures', model],
    queryFn: async ({ signal }) =>
      (await listModelHistory({ client, signal, path: { model }, query: { limit: MANY } })).items,
    ...LIVE,
  });

export const decisionsQuery = (model: string, version?: number) =>
  queryOptions({
    queryKey: ['decisions', model, version ?? null],
    queryFn: async ({ signal }) =>
      (await listModelTransitions({ client, signal, path: { model }, query: { limit: 100, version } })).items,
    ...LIVE,
  });

export const waitingQuery = queryOptions({
  queryKey: ['waiting'],
  queryFn: async ({ signal }) =>
    (await listTransitions({ client, signal, query: { status: 'awaiting_approval', limit: MANY } })).items,
  ...LIVE,
});

export const decidedQuery = queryOptions({
  queryKey: ['decided'],
  queryFn: async ({ signal }) => (await listTransitions({ client, signal, query: { limit: 100 } })).items,
  ...LIVE,
});

export const transitionQuery = (id: string) =>
  queryOptions({
    queryKey: ['transition', id],
    queryFn: ({ signal }) => getTransition({ client, signal, path: { id } }),
    ...LIVE,
  });

/** A report never changes, so it is read once. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: ({ signal }): Promise<GateReportResponse> => getGateReport({ client, signal, path: { id } }),
    staleTime: Infinity,
  });
