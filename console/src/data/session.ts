import { getMe, type MeResponse } from '@stagegate/client';
import { queryOptions } from '@tanstack/react-query';
import { client, queries } from './client.js';
import { regainSession } from './session-state.js';

/** The session of this browser, as `getMe` answers it. */
export interface MySession {
  id: string;
  startedAt: string;
  idleUntil: string;
  endsAt: string;
}

export type Me = MeResponse & { session: MySession | null };

export interface ConsoleSettings {
  instanceName: string;
  signIn: ('link' | 'token')[];
  hasExample: boolean;
}

export interface ConsoleLinks {
  gitCommit: string | null;
  runId: string | null;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => getMe({ client, signal }) as Promise<Me>,
  refetchInterval: 60_000,
});

export const settingsQuery = queryOptions({
  queryKey: ['console-settings'],
  queryFn: ({ signal }) => read<ConsoleSettings>('/api/v1/console-settings', signal),
  staleTime: Infinity,
});

export const linksQuery = queryOptions({
  queryKey: ['console-links'],
  queryFn: ({ signal }) => read<ConsoleLinks>('/api/v1/console-settings/links', signal),
  staleTime: Infinity,
});

/** Signs this browser in; what was proven is not kept. */
export async function startSession(proof: { code: string } | { token: string }): Promise<void> {
  await send('/api/v1/sessions', proof);
  regainSession();
  await queries.invalidateQueries();
}

const channel = new BroadcastChannel('stagegate-session');

/** Signs out here and tells the other tabs; nothing that was read stays in memory. */
export async function endSession(): Promise<void> {
  await client.delete({ url: '/api/v1/sessions/current', responseStyle: 'data' });
  channel.postMessage('ended');
  leave();
}

/** Follows a sign-out in another tab. */
export function followSignOut(): void {
  channel.onmessage = leave;
}

function leave(): void {
  queries.clear();
  window.location.assign('/console/sign-in');
}

export async function loadExample(): Promise<string> {
  const { model } = await send<{ model: string }>('/api/v1/examples/census-income');
  return model;
}

async function read<Body>(url: string, signal: AbortSignal): Promise<Body> {
  const answer: unknown = await client.get({ url, signal, responseStyle: 'data' });
  return answer as Body;
}

async function send<Body>(url: string, body?: object): Promise<Body> {
  const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer: unknown = await client.post({ url, body, headers, responseStyle: 'data' });
  return answer as Body;
}
