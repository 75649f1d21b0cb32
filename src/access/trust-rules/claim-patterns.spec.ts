import fc from 'fast-check';
import { identifies, matchesPattern, warningsOf } from './claim-patterns.js';

it.each([
  ['refs/heads/main', 'refs/heads/main', true],
  ['refs/heads/main', 'refs/heads/main2', false],
  ['refs/heads/main', 'xrefs/heads/main', false],
  ['refs/heads/main', 'REFS/HEADS/MAIN', false],
  ['refs/heads/*', 'refs/heads/a/b', true],
  ['refs/heads/*', 'refs/heads/', true],
  ['refs/heads/*', 'refs/tags/v1', false],
  ['*/main', 'refs/heads/main', true],
  ['a*b*c', 'a--b--c', true],
  ['a*b*c', 'a--c--b', false],
  ['repo:acme/*', 'repo:acme-evil/models', false],
  ['repo.acme/*', 'repo:acme/models', false],
  ['a+', 'aaa', false],
  ['*', 'any\nthing', true],
  ['42', 42, true],
  ['true', true, true],
  ['42', ['42'], false],
  ['null', null, false],
  ['', '', true],
])('%s and %j: %s', (pattern, claim, expected) => expect(matchesPattern(pattern, claim)).toBe(expected));

it('means what a search of the parts in their order means', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
  const inOrder = (pattern: string, text: string): boolean => {
    const [head, ...tail] = pattern;
    if (head === undefined) return text === '';
    if (head !== '*') return text.startsWith(head) && inOrder(tail.join(''), text.slice(1));
    return Array.from({ length: text.length + 1 }, (_, at) => text.slice(at)).some((rest) =>
      inOrder(tail.join(''), rest),
    );
  };
  fc.assert(fc.property(letters, texts, (pattern, text) => matchesPattern(pattern, text) === inOrder(pattern, text)));
});

it.each([
  ['repository_id', '42', true],
  ['sub', 'repo:acme/models:ref:refs/heads/main', true],
  ['sub', 'repo:acme/*', true],
  ['sub', 'repo:*', false],
  ['sub', '*', false],
  ['repository', '*/models', false],
  ['project_path', 'group/*', true],
  ['ref', 'refs/heads/main', false],
  ['environment', 'production', false],
])('whether %s as %s says who asks: %s', (claim, pattern, expected) => {
  expect(identifies(claim, pattern)).toBe(expected);
});

it('names are warned of, unless an id stands beside them', () => {
  expect(warningsOf({ repository: 'acme/models' })).toEqual([expect.stringContaining('repository_id')]);
  expect(warningsOf({ sub: 'repo:acme/models:*' })).toEqual([expect.stringContaining('ask for an id')]);
  expect(warningsOf({ repository: 'acme/models', repository_id: '42' })).toEqual([]);
  expect(warningsOf({ sub: 'repo:acme/models:*', repository_id: '42' })).toEqual([]);
});
