import { type Operation } from './history.js';
import { findViolation } from './linearizable.js';
import { BAD, GOOD } from './planted.js';

it.each(Object.entries(BAD))('%s is found', (_name, history) => {
  expect(findViolation(history)).not.toBeNull();
});

it.each(Object.entries(GOOD))('%s is allowed', (_name, history) => {
  expect(findViolation(history)).toBeNull();
});

it('one stale read among a thousand overlapping operations is found, and named', () => {
  const history: Operation[] = [];
  for (let version = 1; version <= 250; version += 1) {
    const at = version * 10;
    history.push({ kind: 'write', version, displaced: version - 1 || null, invoked: at, answered: at + 8 });
    for (const offset of [1, 2, 3])
      history.push({ kind: 'read', version: version - 1 || null, invoked: at + offset, answered: at + offset + 5 });
  }
  expect(findViolation(history)).toBeNull();
  const stale: Operation = { kind: 'read', version: 99, invoked: 2_000, answered: 2_001 };
  expect(findViolation([...history, stale])).toEqual(stale);
});
