import { judgePool } from './stuck-pool.js';

const MINUTE = 60_000;

it.each([
  ['nobody waits', { isAwaited: false, silentMs: MINUTE, reopenedMs: null }, 'works'],
  ['a lock or a slow statement explains the silence', { isAwaited: true, silentMs: 4_999, reopenedMs: null }, 'works'],
  ['nothing explains it', { isAwaited: true, silentMs: 5_000, reopenedMs: null }, 'reopen'],
  ['new connections have their time', { isAwaited: true, silentMs: 9_000, reopenedMs: 4_000 }, 'works'],
  ['new connections did not help', { isAwaited: true, silentMs: 10_000, reopenedMs: 5_000 }, 'restart'],
  ['they worked, and are stuck again', { isAwaited: true, silentMs: 5_000, reopenedMs: MINUTE }, 'reopen'],
] as const)('%s', (_case, state, verdict) => {
  expect(judgePool({ ...state, stuckAfterMs: 5_000 })).toBe(verdict);
});
