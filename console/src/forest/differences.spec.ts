import { differencesOf } from './differences.js';

it('two documents are compared value by value, what differs first', () => {
  const own = { depth: 3, estimator: { kind: 'boosting', rate: 0.1 }, seed: 1 };
  const theirs = { depth: 2, estimator: { kind: 'boosting' }, early: true };
  expect(differencesOf(own, theirs)).toEqual([
    { name: 'depth', change: 'changed', challenger: '3', incumbent: '2' },
    { name: 'estimator.rate', change: 'new', challenger: '0.1', incumbent: null },
    { name: 'seed', change: 'new', challenger: '1', incumbent: null },
    { name: 'early', change: 'removed', challenger: null, incumbent: 'true' },
    { name: 'estimator.kind', change: 'same', challenger: 'boosting', incumbent: 'boosting' },
  ]);
});

it('inputs of a signature are found by their names, wherever they stand', () => {
  const input = (name: string, type: string) => ({ name, type });
  const own = { inputs: [input('new', 'long'), input('age', 'long'), input('sex', 'string')] };
  const theirs = { inputs: [input('age', 'long'), input('sex', 'long')] };
  const changed = differencesOf(own, theirs).filter(({ change }) => change !== 'same');
  expect(changed.map(({ name, change }) => [name, change])).toEqual([
    ['inputs.sex.type', 'changed'],
    ['inputs.new.name', 'new'],
    ['inputs.new.type', 'new'],
  ]);
});

it.each([
  [null, null],
  [{}, {}],
  [undefined, null],
])('what neither states does not differ', (own, theirs) => expect(differencesOf(own, theirs)).toEqual([]));
