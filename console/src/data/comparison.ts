import {
  compareVersions,
  getVersionCard,
  getVersionCurves,
  ProblemError,
  type VersionCurvesResponse,
} from '@stagegate/client';
import { queryOptions } from '@tanstack/react-query';
import { client, liveInterval } from './client.js';

export interface ComparisonAsked {
  model: string;
  challenger: number;
  incumbent: number;
  metric: string;
  dataset?: string;
  report?: string;
}

/** One metric of two versions on every slice. What a report was judged on stays as it is; anything else follows new evidence. */
export const comparisonQuery = ({ model, ...query }: ComparisonAsked) =>
  queryOptions({
    queryKey: ['comparison', model, query],
    queryFn: ({ signal }) => compareVersions({ client, signal, path: { model }, query }),
    ...(query.report === undefined ? { refetchInterval: liveInterval } : { staleTime: Infinity }),
  });

const CARD_STALE_MS = 15_000;

export const cardQuery = (model: string, version: number) =>
  queryOptions({
    queryKey: ['card', model, version],
    queryFn: ({ signal }) => getVersionCard({ client, signal, path: { model, version } }),
    staleTime: CARD_STALE_MS,
  });

/** The card as Markdown, as it is copied. */
export async function cardAsMarkdown(model: string, version: number): Promise<string> {
  const answer: unknown = await client.get({
    url: '/api/v1/models/{model}/versions/{version}/card',
    path: { model, version },
    headers: { Accept: 'text/markdown' },
    parseAs: 'text',
    responseStyle: 'data',
  });
  return String(answer);
}

export type CurveKind = VersionCurvesResponse['kind'];

export interface CurvesAsked {
  model: string;
  versions: readonly [challenger: number, incumbent: number];
  kind: CurveKind;
  dataset: string;
}

const NO_CURVE = new Set(['PREDICTIONS_NOT_KEPT', 'CURVE_NOT_APPLICABLE']);

/** The same curve of both versions; null where predictions are of another kind, or are not kept of both. */
export const curvesQuery = ({ model, versions, kind, dataset }: CurvesAsked) =>
  queryOptions({
    queryKey: ['curves', model, versions, kind, dataset],
    queryFn: async ({ signal }) => {
      const of = (version: number) =>
        getVersionCurves({ client, signal, path: { model, version }, query: { kind, dataset } });
      try {
        return await Promise.all([of(versions[0]), of(versions[1])]);
      } catch (error) {
        if (error instanceof ProblemError && NO_CURVE.has(error.problem.code)) return null;
        throw error;
      }
    },
    staleTime: Infinity,
  });
