import { isSafePattern, matchesPattern } from './safe-pattern.js';

describe('a pattern', () => {
  it.each(['^[0-9a-f]{40}$', '^v\\d+\\.\\d+(-rc)?$', '(prod|staging)', '[)+*]+', '\\)+x', '^s3://.+/.+$'])(
    '%s may be used',
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(true);
    },
  );

  it.each(['(a+)+$', '((a+))*', '(a|aa)+$', '(?:x*){2,}', 'a*a*a*$', '[a', '(', 'x'.repeat(301)])(
    '%s may not',
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(false);
    },
  );

  it('answers quickly on the worst text it accepts', () => {
    const start = performance.now();
    expect(matchesPattern('a'.repeat(500), 'a*a*b')).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(matchesPattern('a'.repeat(501), 'a')).toBe(false);
  });
});
