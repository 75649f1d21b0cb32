import {
  backTestGatePolicy,
  type BackTestItemResponse,
  each,
  type GatePolicyDocument,
  getModel,
  listModels,
  listTransitions,
  type Verdict,
} from '@stagegate/client';
import { type Session } from './session.js';

/** Where a policy holds: one model, or the registry's default for all. */
export type Scope = { model?: string };

/** A version in Production, as the policy of its day and the draft judge the evidence it came there with. */
export interface LiveModel {
  model: string;
  version: number;
  verdict: Verdict | null;
  draftVerdict: Verdict | null;
  /** The draft's verdict in a sentence; null when the record holds no judgement of the promotion. */
  message: string | null;
  changes: boolean;
}

export interface Plan {
  live: LiveModel[];
  /** Requests that await approval, and become stale when the policy they were judged by is another. */
  openRequests: { id: string; model: string; version: number }[];
  newlyRefused: number;
  newlyLetThrough: number;
  promotions: number;
}

const MOST_PROMOTIONS = 1_000;

/** What a draft would change: the verdict on what is live, the open requests, the promotions of the past. */
export async function planOf(session: Session, scope: Scope, policy: GatePolicyDocument): Promise<Plan> {
  const { client } = session;
  const body = { policy, model: scope.model, limit: MOST_PROMOTIONS };
  const [past, live, openRequests] = [
    await backTestGatePolicy({ client, body }),
    await liveModels(session, scope),
    await openRequestsOf(session, scope),
  ];
  const { newlyRefused, newlyLetThrough, promotions, items } = past;
  return {
    live: live.map(({ model, version }) => judged(model, version, items)),
    openRequests,
    newlyRefused,
    newlyLetThrough,
    promotions,
  };
}

async function liveModels({ client }: Session, { model }: Scope): Promise<{ model: string; version: number }[]> {
  const live: { model: string; version: number }[] = [];
  const found =
    model === undefined
      ? each(listModels, { client, query: { stage: 'Production' } })
      : [await getModel({ client, path: { model } })];
  for await (const { name, productionVersion } of found)
    if (productionVersion !== null) live.push({ model: name, version: productionVersion });
  return live;
}

/** The newest judgement that brought the version to Production. */
function judged(model: string, version: number, items: readonly BackTestItemResponse[]): LiveModel {
  const found = items.find((item) => item.model === model && item.version === version && item.status === 'applied');
  const { verdict = null, draftVerdict = null, message = null } = found ?? {};
  return { model, version, verdict, draftVerdict, message, changes: verdict !== draftVerdict };
}

async function openRequestsOf({ client }: Session, scope: Scope): Promise<Plan['openRequests']> {
  const open: Plan['openRequests'] = [];
  for await (const { id, model, version } of each(listTransitions, { client, query: { status: 'awaiting_approval' } }))
    if (scope.model === undefined || scope.model === model) open.push({ id, model, version });
  return open;
}
