import {
  cancelPredictionJob,
  endSession,
  type IssuedTokenResponse,
  type IssueTokenRequest,
  issueToken,
  listPredictionJobs,
  listSessions,
  listTokens,
  type PredictionJobStatus,
  revokeToken,
} from '@stagegate/client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { client, lookAgain, PAGED, progressListInterval, queries } from './client.js';

const PAGE = 100;
export const tokensQuery = (subject: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['tokens', subject],
    queryFn: ({ pageParam, signal }) =>
      listTokens({ client, signal, query: { subject, limit: PAGE, cursor: pageParam } }),
    ...PAGED,
  });

export const sessionsQuery = infiniteQueryOptions({
  queryKey: ['sessions'],
  queryFn: ({ pageParam, signal }) => listSessions({ client, signal, query: { limit: PAGE, cursor: pageParam } }),
  ...PAGED,
});

export interface JobsAsked {
  model?: string;
  status?: PredictionJobStatus;
}

export const jobsQuery = (asked: JobsAsked) =>
  infiniteQueryOptions({
    queryKey: ['jobs', asked],
    queryFn: ({ pageParam, signal }) =>
      listPredictionJobs({ client, signal, query: { ...asked, limit: PAGE, cursor: pageParam } }),
    ...PAGED,
    refetchInterval: progressListInterval,
  });

/** Answers the token itself, which nothing here keeps. */
export async function issue(body: IssueTokenRequest): Promise<IssuedTokenResponse> {
  const issued = await issueToken({ client, body });
  void queries.invalidateQueries({ queryKey: ['tokens'] });
  return issued;
}

export async function revoke(id: string): Promise<void> {
  await revokeToken({ client, path: { id } });
  await lookAgain();
}

export async function endSessionOf(id: string): Promise<void> {
  await endSession({ client, path: { id } });
  await lookAgain();
}

export async function cancelJob(id: string): Promise<void> {
  await cancelPredictionJob({ client, path: { id } });
  await lookAgain();
}
