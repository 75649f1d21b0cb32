import { useSyncExternalStore } from 'react';

/** Whether the service last said that nobody is signed in here. */
let isLost = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  if (isLost === value) return;
  isLost = value;
  for (const listener of listeners) listener();
}

export function loseSession(): void {
  set(true);
}

export function regainSession(): void {
  set(false);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isSessionLost(): boolean {
  return isLost;
}

export function useSessionLost(): boolean {
  return useSyncExternalStore(subscribe, () => isLost);
}
