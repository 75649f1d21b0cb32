import { setTimeout as pause } from 'node:timers/promises';
import { type GatePolicyDocument, type Verdict } from '@stagegate/client';
import { type Scope } from './policies.js';
import { type Session } from './session.js';

/** What a back-test over everything found; its counts are of all there is. */
export interface WholeBackTest {
  id: string;
  status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  error: string | null;
  promotions: { total: number; newlyRefused: number; newlyLetThrough: number; notRepeatable: number };
  live: { total: number; changed: number; notRepeatable: number };
  /** The first live versions whose verdict changes or is unknown. */
  items: {
    model: string;
    version: number;
    verdict: Verdict | null;
    draftVerdict: Verdict | null;
    message: string | null;
  }[];
}

const PATH = '/api/v1/gate-policy/back-test-jobs';
const PAUSE_MS = 500;

/** Has everything judged by a draft, however much it is, and waits for what is found. */
export async function backTestEverything(
  { client }: Session,
  { model }: Scope,
  policy: GatePolicyDocument,
): Promise<WholeBackTest> {
  const asked = { responseStyle: 'data', throwOnError: true } as const;
  const started = await client.post<WholeBackTest, unknown, true, 'data'>({
    ...asked,
    url: PATH,
    body: { policy, model },
    headers: { 'Content-Type': 'application/json' },
  });
  for (let found: WholeBackTest = started; ; await pause(PAUSE_MS)) {
    found = await client.get<WholeBackTest, unknown, true, 'data'>({ ...asked, url: `${PATH}/${started.id}` });
    if (found.status === 'succeeded') return found;
    if (found.status === 'failed' || found.status === 'cancelled')
      throw new Error(`The back-test ${found.status}${found.error === null ? '' : `: ${found.error}`}.`);
  }
}
