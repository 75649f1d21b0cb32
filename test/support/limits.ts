import { setTimeout as sleep } from 'node:timers/promises';

/** Limits end what would never end by itself. None measures the machine, which may be ten times as slow as ours. */
export const LONGEST_TEST_MS = 20 * 60_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const BETWEEN_LOOKS_MS = 20;

/** Waits for something to become so; `what` says in the failure what did not. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  await found(what, async () => (await isSo()) || undefined);
}

/** Looks until there is something to be found, and answers it. */
export async function found<Value>(what: string, look: () => Promise<Value | undefined>): Promise<Value> {
  for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end; await sleep(BETWEEN_LOOKS_MS)) {
    const value = await look();
    if (value !== undefined) return value;
  }
  throw new Error(`Waited ${LONGEST_WAIT_MS / 60_000} minutes in vain until ${what}.`);
}
