import {
  backTestGatePolicy,
  type BackTestItemResponse,
  type BackTestResponse,
  each,
  type GatePolicyDocument,
  getModel,
  listModels,
  listTransitions,
  type PolicyAdviceResponse,
  type Verdict,
} from '@stagegate/client';
import { backTestEverything } from './back-tests.js';
import { currentPolicy, type Scope } from './policies.js';
import { type Session } from './session.js';

/** A version in Production, as the policy in force and the draft judge the evidence it came there with. */
export interface LiveModel {
  model: string;
  version: number;
  /** By the policy in force, or that of its day where there is none; null when nothing was recorded. */
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
  /** What the draft demands that evidence can hardly meet. */
  advice: PolicyAdviceResponse[];
  /** There where the record is too long for one answer: the counts of all that is live, of which `live` names the first that change or are unknown. */
  everything?: { live: number; changed: number; unknown: number; promotionsUnknown: number };
}

const MOST_PROMOTIONS = 1_000;

/** What a draft would change: the verdict on what is live, the open requests, the promotions of the past. */
export async function planOf(
  session: Session,
  scope: Scope,
  draft: GatePolicyDocument,
  inForce: GatePolicyDocument | null,
): Promise<Plan> {
  const past = await backTest(session, scope, draft);
  if (past.promotions === MOST_PROMOTIONS) return planOfEverything(session, scope, draft, past.advice);
  const live = await liveModels(session, scope);
  const today = inForce === null ? await byOwnPolicies(session, live) : (await backTest(session, scope, inForce)).items;
  const { newlyRefused, newlyLetThrough, promotions, advice, items } = past;
  return {
    live: live.map((one) => judged(one, items, today)),
    openRequests: await openRequestsOf(session, scope),
    newlyRefused,
    newlyLetThrough,
    promotions,
    advice,
  };
}

/** The same of a record that one answer does not hold: all of it is judged by the service. */
async function planOfEverything(
  session: Session,
  scope: Scope,
  draft: GatePolicyDocument,
  advice: PolicyAdviceResponse[],
): Promise<Plan> {
  const { promotions, live, items } = await backTestEverything(session, scope, draft);
  return {
    live: items.map((item) => ({ ...item, changes: item.verdict !== item.draftVerdict })),
    openRequests: await openRequestsOf(session, scope),
    newlyRefused: promotions.newlyRefused,
    newlyLetThrough: promotions.newlyLetThrough,
    promotions: promotions.total,
    advice,
    everything: {
      live: live.total,
      changed: live.changed,
      unknown: live.notRepeatable,
      promotionsUnknown: promotions.notRepeatable,
    },
  };
}

/** The promotions of models by the policies they have themselves: what is in force before a default was ever set. */
async function byOwnPolicies(session: Session, live: readonly { model: string }[]): Promise<BackTestItemResponse[]> {
  const items: BackTestItemResponse[] = [];
  for (const { model } of live) {
    const { own } = await currentPolicy(session, { model });
    if (own !== null) items.push(...(await backTest(session, { model }, own)).items);
  }
  return items;
}

function backTest({ client }: Session, { model }: Scope, policy: GatePolicyDocument): Promise<BackTestResponse> {
  return backTestGatePolicy({ client, body: { policy, model, limit: MOST_PROMOTIONS } });
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

/** By the newest judgement that brought the version to Production. */
function judged(
  { model, version }: { model: string; version: number },
  items: readonly BackTestItemResponse[],
  today: readonly BackTestItemResponse[],
): LiveModel {
  const found = items.find((item) => item.model === model && item.version === version && item.status === 'applied');
  if (!found) return { model, version, verdict: null, draftVerdict: null, message: null, changes: false };
  const { transitionId, draftVerdict, message } = found;
  const now = today.find((item) => item.transitionId === transitionId)?.draftVerdict ?? found.verdict;
  return { model, version, verdict: now, draftVerdict, message, changes: now !== draftVerdict };
}

async function openRequestsOf({ client }: Session, scope: Scope): Promise<Plan['openRequests']> {
  const open: Plan['openRequests'] = [];
  for await (const { id, model, version } of each(listTransitions, { client, query: { status: 'awaiting_approval' } }))
    if (scope.model === undefined || scope.model === model) open.push({ id, model, version });
  return open;
}
