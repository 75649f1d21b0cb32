import { setTimeout as pause } from 'node:timers/promises';
import { type BackTestJobResponse, getBackTest, type GatePolicyDocument, startBackTest } from '@stagegate/client';
import { Failure } from './failure.js';
import { type Scope } from './policies.js';
import { type Session } from './session.js';

const PAUSE_MS = 500;

/** Has everything judged by a draft, however much it is, and waits for what is found. */
export async function backTestEverything(
  { client }: Session,
  { model }: Scope,
  policy: GatePolicyDocument,
): Promise<BackTestJobResponse> {
  const { id } = await startBackTest({ client, body: { policy, model } });
  for (; ; await pause(PAUSE_MS)) {
    const found = await getBackTest({ client, path: { id } });
    if (found.status === 'succeeded') return found;
    if (found.status === 'failed' || found.status === 'cancelled')
      throw new Failure(
        'JOB_FAILED',
        `The back-test ${found.status}${found.error === null ? '' : `: ${found.error}`}.`,
      );
  }
}
