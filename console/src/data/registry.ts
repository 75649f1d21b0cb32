import {
  checkGates,
  getGateReport,
  getModel,
  getTransition,
  getTransitionStanding,
  getVersion,
  getVersionSignatures,
  listEvaluations,
  listModelHistory,
  listModels,
  listModelTransitions,
  listTransitions,
  listVersions,
  previewRollback,
  type GatedStage,
  type GateReportResponse,
  type ModelConditionCode,
  type ModelResponse,
} from '@stagegate/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { modelConditions } from 'virtual:api-sets';
import { modelsFilter } from '../format/models-filter.js';
import { type ModelSort } from '../router.js';
import { client, liveInterval, liveListInterval } from './client.js';

const LIVE = { refetchInterval: liveInterval };
const FEW = 20;
/** As many as are read of a list that is shown whole. */
export const MANY = 200;

export interface ModelsAsked {
  text?: string;
  stage?: GatedStage;
  condition?: ModelConditionCode;
  owner?: string;
  /** A tag, as `team=fraud`, or its name alone. */
  tag?: string;
  sort?: ModelSort;
}

export const modelsQuery = (asked: ModelsAsked) =>
  infiniteQueryOptions({
    queryKey: ['models', asked],
    queryFn: ({ pageParam, signal }) => {
      const { stage, condition, sort } = asked;
      const query = { limit: 100, cursor: pageParam, filter: modelsFilter(asked), stage, condition, sort };
      return listModels({ client, signal, query });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: liveListInterval,
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
    refetchInterval: liveListInterval,
  });

/** The versions that hold a stage, wherever they stand in the list of all. */
export const stagedQuery = (model: string, stage: GatedStage) =>
  queryOptions({
    queryKey: ['staged', model, stage],
    queryFn: async ({ signal }) =>
      (await listVersions({ client, signal, path: { model }, query: { stage, limit: FEW, sort: '-version' } })).items,
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

export const signaturesQuery = (model: string, version: number) =>
  queryOptions({
    queryKey: ['signatures', model, version],
    queryFn: async ({ signal }) => (await getVersionSignatures({ client, signal, path: { model, version } })).items,
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

/** What waits for the reader to decide. */
export const awaitingMeQuery = queryOptions({
  queryKey: ['awaiting-me'],
  queryFn: async ({ signal }) =>
    (await listTransitions({ client, signal, query: { awaiting: 'me', limit: MANY } })).items,
  ...LIVE,
});

/** What the reader asked for and others have yet to decide. */
export const askedByQuery = (subject: string) =>
  queryOptions({
    queryKey: ['asked-by', subject],
    queryFn: async ({ signal }) => {
      const query = { status: 'awaiting_approval', requestedBy: subject, limit: MANY } as const;
      return (await listTransitions({ client, signal, query })).items;
    },
    ...LIVE,
  });

/** Moves between the other stages are work in progress. */
const OF_NOTE =
  "status in ('applied', 'refused', 'rejected', 'cancelled', 'stale') and (toStage = 'Production' or kind in ('demote', 'archive'))";

/** What was decided about Production, the newest first. */
export const decidedQuery = queryOptions({
  queryKey: ['decided'],
  queryFn: async ({ signal }) => {
    const { items } = await listTransitions({ client, signal, query: { filter: OF_NOTE, limit: FEW } });
    return items.filter(({ fromStage, toStage }) => fromStage === 'Production' || toStage === 'Production');
  },
  ...LIVE,
});

/** Whether there is any model at all. */
export const anyModelQuery = queryOptions({
  queryKey: ['any-model'],
  queryFn: async ({ signal }) => (await listModels({ client, signal, query: { limit: 1 } })).items.length > 0,
  ...LIVE,
});

/** Conditions are more than that somebody is to decide. */
const TROUBLES = modelConditions.filter((condition) => condition !== 'awaiting');

export interface Troubled {
  /** Each once, by name. */
  models: ModelResponse[];
  /** The conditions that more models are in than these. */
  more: ModelConditionCode[];
}

/** Models that are in any condition that keeps them from going on. */
export const troubledQuery = queryOptions({
  queryKey: ['troubled'],
  queryFn: async ({ signal }): Promise<Troubled> => {
    const lists = await Promise.all(
      TROUBLES.map((condition) => listModels({ client, signal, query: { condition, limit: FEW } })),
    );
    const found = new Map(lists.flatMap(({ items }) => items.map((model) => [model.name, model])));
    return { models: [...found.values()], more: TROUBLES.filter((_, index) => lists[index]!.nextCursor !== null) };
  },
  ...LIVE,
});

export const transitionQuery = (id: string) =>
  queryOptions({
    queryKey: ['transition', id],
    queryFn: ({ signal }) => getTransition({ client, signal, path: { id } }),
    ...LIVE,
  });

/** Of these versions those that are quarantined, which none is rolled back to. */
export const barredQuery = (model: string, versions: readonly number[]) =>
  queryOptions({
    queryKey: ['barred', model, versions],
    queryFn: async ({ signal }) => {
      const query = { filter: `quarantined = true and version in (${versions.join(', ')})`, limit: MANY };
      const { items } = await listVersions({ client, signal, path: { model }, query });
      return new Set(items.map(({ version }) => version));
    },
    enabled: versions.length > 0,
  });

/** What a rollback would do, and what stands in its way. */
export const rollbackPreviewQuery = (model: string, toVersion: number | undefined) =>
  queryOptions({
    queryKey: ['rollback-preview', model, toVersion],
    queryFn: ({ signal }) => previewRollback({ client, signal, path: { model }, query: { toVersion } }),
    enabled: toVersion !== undefined,
    ...LIVE,
  });

/** Whether the ground of a request holds, and what an approval would make of it. */
export const standingQuery = (id: string) =>
  queryOptions({
    queryKey: ['standing', id],
    queryFn: ({ signal }) => getTransitionStanding({ client, signal, path: { id } }),
    ...LIVE,
  });

/** What the gates would say now; nothing is stored of it, so it is asked when somebody looks and not again. */
export const checkQuery = (model: string, version: number, toStage: GatedStage) =>
  queryOptions({
    queryKey: ['check', model, version, toStage],
    queryFn: ({ signal }) => checkGates({ client, signal, path: { model, version }, body: { toStage } }),
    refetchOnWindowFocus: false,
  });

/** A report never changes, so it is read once. */
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: ({ signal }): Promise<GateReportResponse> => getGateReport({ client, signal, path: { id } }),
    staleTime: Infinity,
  });
