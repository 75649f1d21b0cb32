import { type Operation } from './history.js';
import { findViolation } from './linearizable.js';

const UNANSWERED = Infinity;
const read = (version: number | null, invoked: number, answered: number): Operation => ({
  kind: 'read',
  version,
  invoked,
  answered,
});
const write = (
  version: number,
  displaced: number | null | undefined,
  invoked: number,
  answered: number,
): Operation => ({
  kind: 'write',
  version,
  displaced,
  invoked,
  answered,
});

/** Histories that a registry must not have, each with what is wrong with it. */
export const BAD: Record<string, Operation[]> = {
  'a read that is older than an acknowledged write': [write(1, null, 0, 1), write(2, 1, 2, 3), read(1, 4, 5)],
  'an acknowledged write that is lost': [write(1, null, 0, 1), read(null, 2, 3)],
  'two writes that displaced the same version': [write(1, null, 0, 1), write(2, 1, 2, 6), write(3, 1, 3, 7)],
  'a read of what nobody wrote': [write(1, null, 0, 1), read(7, 2, 3)],
  'a read that goes back': [write(1, null, 0, 1), write(2, 1, 2, 9), read(2, 3, 4), read(1, 5, 6)],
  'a write without an answer that happened twice': [
    write(1, null, 0, 1),
    write(2, undefined, 2, UNANSWERED),
    read(2, 3, 4),
    write(3, 2, 5, 6),
    read(2, 7, 8),
  ],
  'a write that is seen before it was asked for': [write(1, null, 0, 1), read(2, 2, 3), write(2, 1, 4, 5)],
};

/** Histories that look odd and are right. */
export const GOOD: Record<string, Operation[]> = {
  'reads beside a write see it or not': [write(1, null, 0, 1), write(2, 1, 2, 9), read(1, 3, 4), read(2, 5, 6)],
  'a write without an answer that never happened': [
    write(1, null, 0, 1),
    write(2, undefined, 2, UNANSWERED),
    read(1, 8, 9),
  ],
  'a write without an answer that happened late': [
    write(1, null, 0, 1),
    write(2, undefined, 2, UNANSWERED),
    read(1, 3, 4),
    read(2, 50, 51),
    write(3, 2, 52, 53),
  ],
  'writes that overlap and took effect in the other order': [write(2, 1, 0, 10), write(1, null, 1, 9), read(2, 11, 12)],
};

/** What the checker of histories gets wrong; a checker that finds nothing proves nothing. */
export function faultsOfChecker(): string[] {
  const missed = Object.entries(BAD).filter(([, history]) => findViolation(history) === null);
  const imagined = Object.entries(GOOD).filter(([, history]) => findViolation(history) !== null);
  return [...missed.map(([name]) => `It missed ${name}.`), ...imagined.map(([name]) => `It complained that ${name}.`)];
}
