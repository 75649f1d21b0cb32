import fc from 'fast-check';
import { isSafePattern, matchesPattern } from './safe-pattern.js';

describe('a pattern', () => {
  it.each([
    '^[0-9a-f]{40}$',
    '^v\\d+\\.\\d+(-rc)?$',
    '(prod|staging)',
    '[)+*]+',
    '\\)+x',
    '^s3://.+/.+$',
    '^[\\w.-]+\\/(?<name>\\p{L}+)$',
    '(a+)+$',
  ])('%s may be used', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });

  it.each(['[a', '(', 'x'.repeat(301), '(a)\\1', '(?=a)b', '(?<!a)b', 'a{601}', '(?:a{0,100}){0,100}'])(
    '%s may not, and matches nothing',
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(false);
      expect(matchesPattern('ab', pattern)).toBe(false);
    },
  );

  /** Each takes a backtracking engine longer than anybody waits. */
  it.each([
    '(a+)+$',
    '((a+))*b',
    '(a|aa)+$',
    '^(?:a*){2,}$',
    '^a*a*a*a*a*a*$',
    '^(a|a?)+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(?:a?){99}a{99}$',
    '^a{0,115}a{0,115}a{0,115}a{0,115}a{0,115}$',
  ])('%s is tried on the worst text, too', (pattern) => {
    expect(matchesPattern(`${'a'.repeat(499)}!`, pattern)).toBe(false);
  });

  it('is not tried on texts of more than 500 characters', () => {
    expect([500, 501].map((length) => matchesPattern('a'.repeat(length), 'a'))).toEqual([true, false]);
  });

  it('matches what JavaScript matches', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\.', '(a|b)', '(?:ab)', '^', '$');
    const pattern = fc
      .array(fc.tuple(atom, fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,3}')), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.map(([one, times]) => one + (/^[\^$]$/.test(one) ? '' : times)).join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.', '1', '\n'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (written, tried) => {
        expect(matchesPattern(tried, written)).toBe(new RegExp(written, 'u').test(tried));
      }),
      { numRuns: 2_000 },
    );
  });
});
