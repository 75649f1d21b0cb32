import { claimsOf, scopeOf } from './scope.js';

it.each([
  ['', {}],
  [' * ', {}],
  ['churn', { model: 'churn' }],
  ['churn-*', { modelPrefix: 'churn-' }],
])('“%s” is the scope %j', (typed, expected) => {
  expect(scopeOf(typed)).toEqual(expected);
});

it('claims are read line by line, and a value may hold an equals sign', () => {
  expect(claimsOf('ref = refs/heads/*\n\nnothing\n=x\nsub=a=b')).toEqual({ ref: 'refs/heads/*', sub: 'a=b' });
});
