import { findReportDifference } from './report-difference.js';

const measure = (value: number, version = 1) => ({
  rules: [{ measures: [{ value, method: { id: 'delta', version } }] }],
});

it.each([
  ['the same', measure(1), measure(1), null],
  ['members in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, null],
  ['a member that is undefined', { a: undefined }, {}, null],
  [
    'a value',
    measure(1),
    measure(2),
    { pointer: '/rules/0/measures/0/value', stored: '1', replayed: '2', cause: 'other' },
  ],
  [
    'a method, before its numbers',
    measure(1),
    measure(2, 2),
    { pointer: '/rules/0/measures/0/method/version', cause: 'method' },
  ],
  ['an item more', { a: [1] }, { a: [1, 2] }, { pointer: '/a/1', stored: null, replayed: '2' }],
  ['a member less', { a: 1, b: {} }, { a: 1 }, { pointer: '/b', stored: '{}', replayed: null }],
  ['a list for an object', { a: [] }, { a: {} }, { pointer: '/a', stored: '[]', replayed: '{}' }],
  ['null for nothing', { a: null }, {}, { pointer: '/a', stored: 'null', replayed: null }],
])('of %s', (_what, stored, replayed, difference) => {
  const found = findReportDifference(stored, replayed);
  expect(found === null ? null : found).toEqual(difference === null ? null : expect.objectContaining(difference));
});
