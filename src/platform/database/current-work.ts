import { AsyncLocalStorage } from 'node:async_hooks';
import { callerLeft } from '../http/unavailable.js';
import { type ReplicaRead } from './replica/replica-read.js';

/** Kinds of work that have connections of their own, so that none can take them all. */
export const LANES = ['reads', 'writes', 'rollbacks', 'background'] as const;
export type Lane = (typeof LANES)[number];

/** The request that something is done for. */
export interface Work {
  lane: Lane;
  /** What the work is about and may wait for; all work about one thing shares a part of the connections. */
  about?: string;
  /** Aborted when the caller has gone before the answer. */
  signal: AbortSignal;
  /** What it may read from a replica. */
  replicaRead?: ReplicaRead;
}

/** What this is done for; nothing for work that no request waits for. */
export const currentWork = new AsyncLocalStorage<Work>();

/** Ends work that nobody waits for any more. @throws {Problem} 499 CALLER_LEFT */
export function endIfCallerLeft(): void {
  if (currentWork.getStore()?.signal.aborted) throw callerLeft();
}
