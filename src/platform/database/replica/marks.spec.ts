import { Marks } from './marks.js';

function marksOf(...marks: [at: number, position: number][]): Marks {
  const made = new Marks();
  for (const [at, position] of marks) made.note({ at, position });
  return made;
}

it.each([
  ['nothing is known', [], 100, -Infinity],
  ['it has reached none', [[1, 200]], 199, -Infinity],
  ['it has just reached one', [[1, 200]], 200, 1],
  [
    'it is between two',
    [
      [1, 200],
      [2, 300],
    ],
    299,
    1,
  ],
  [
    'nothing happens at the primary',
    [
      [1, 200],
      [2, 200],
      [3, 200],
    ],
    200,
    3,
  ],
  // As after a failover to a standby that had less.
  [
    'the primary has fallen back',
    [
      [1, 200],
      [2, 150],
      [3, 160],
    ],
    155,
    2,
  ],
] as const)('the age of a replica when %s', (_case, marks, position, at) => {
  expect(marksOf(...(marks as unknown as [number, number][])).timeOf(position)).toBe(at);
});

it('marks are kept for an hour, and the oldest go', () => {
  const marks = new Marks();
  for (let at = 0; at < 20_000; at += 1) marks.note({ at, position: at });
  expect([marks.timeOf(19_999), marks.timeOf(10_000), marks.timeOf(5_000)]).toEqual([19_999, 10_000, -Infinity]);
});
