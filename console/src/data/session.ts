import { ConnectionError, getMe, type MeResponse, UnauthenticatedError } from '@stagegate/client';
import { queryOptions } from '@tanstack/react-query';
import { client, ME_KEY, queries } from './client.js';
import { isSessionLost, regainSession } from './session-state.js';

/** The session of this browser, as `getMe` answers it. */
export interface MySession {
  id: string;
  startedAt: string;
  idleUntil: string;
  endsAt: string;
  /** Where this browser goes to sign out at the provider, too; null when no provider signed it in. */
  signOutUrl: string | null;
}

/** A provider of identities that people sign in by. */
export interface SignInProvider {
  name: string;
  label: string;
  startUrl: string;
}

/** Who the reader is. What they may do depends on the model, so it is asked for by `permissions.ts` alone. */
export type Me = Omit<MeResponse, 'permissions'> & { session: MySession | null };

export interface ConsoleSettings {
  instanceName: string;
  signIn: ('provider' | 'link' | 'token')[];
  providers: SignInProvider[];
  hasExample: boolean;
}

export interface ConsoleLinks {
  gitCommit: string | null;
  runId: string | null;
}

/** Tells the other tabs of this browser what became of the session that all share. */
const channel = new BroadcastChannel('stagegate-session');
const STARTED = 'started';
const ENDED = 'ended';
const ME_MS = 60_000;
/** How often a service that cannot be reached is asked whether it can. */
const AGAIN_MS = 2_000;

export const meQuery = queryOptions({
  queryKey: ME_KEY,
  queryFn: ({ signal }) => getMe({ client, signal }) as Promise<Me>,
  refetchInterval: ({ state }) => {
    if (isSessionLost()) return false;
    return state.error instanceof ConnectionError ? AGAIN_MS : ME_MS;
  },
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
  channel.postMessage(STARTED);
  await goOn();
}

async function goOn(): Promise<void> {
  regainSession();
  await queries.invalidateQueries();
}

/** Signs out here and tells the other tabs; nothing that was read stays in memory. Who is signed out already is so here, too. */
export async function endSession(): Promise<void> {
  const me = queries.getQueryData<Me>(meQuery.queryKey);
  try {
    await client.delete({ url: '/api/v1/sessions/current', responseStyle: 'data' });
  } catch (error) {
    if (!(error instanceof UnauthenticatedError)) throw error;
  }
  channel.postMessage(ENDED);
  leave(me?.session?.signOutUrl ?? undefined);
}

/** Follows what other tabs do with the session. */
export function followOtherTabs(): void {
  channel.onmessage = ({ data }) => void (data === ENDED ? leave() : void goOn());
}

function leave(to = '/console/sign-in'): void {
  queries.clear();
  window.location.assign(to);
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
