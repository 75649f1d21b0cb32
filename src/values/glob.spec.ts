import fc from 'fast-check';
import { matchesGlob } from './glob.js';

it.each<[string, string, boolean]>([
  ['refs/heads/main', 'refs/heads/main', true],
  ['refs/heads/main', 'refs/heads/mai', false],
  ['refs/*', 'refs/heads/main', true],
  ['refs/*', 'ref', false],
  ['*@acme.com', 'anna@acme.com', true],
  ['*@acme.com', 'anna@acme.com.evil', false],
  ['a*b*c', 'abc', true],
  ['a*b*c', 'a-b\n-c', true],
  ['a*b*c', 'ac', false],
  ['ab*ba', 'aba', false],
  ['a*bc*c', 'abc', false],
  ['*', '', true],
  ['**', 'x', true],
  ['.', 'x', false],
])('%j over %j is %j', (pattern, text, expected) => {
  expect(matchesGlob(pattern, text)).toBe(expected);
});

it('is as the regular expression that it stands for', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (pattern, value) => {
      expect(matchesGlob(pattern, value)).toBe(new RegExp(`^${pattern.replaceAll('*', '[^]*')}$`).test(value));
    }),
    { numRuns: 2_000 },
  );
});
