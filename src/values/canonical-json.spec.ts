import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { canonicalJson } from './canonical-json.js';

const keys = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.nat(200).map(String),
  fc.constantFrom('__proto__', 'toString', 'constructor', '000', '010', '110', '', 'é', 'é', '\u{1f600}', '\ufb33'),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
    fc.constantFrom(null, true, false, -0, 1e21, 1e-7, 0.1 + 0.2, Number.MAX_SAFE_INTEGER, 5e-324, '\ud800', '\u2028'),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(keys, tie('json'), { maxKeys: 6 }),
  ),
}));

describe('canonical JSON', () => {
  it('is what json-canonicalize writes, byte for byte', () => {
    fc.assert(
      fc.property(json, (value) => expect(canonicalJson(value)).toBe(canonicalize(value))),
      { numRuns: 2000 },
    );
  });

  it('follows the example of RFC 8785, section 3.2.2', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it.each<[string, unknown]>([
    ['a date', { at: new Date('2026-11-20T12:00:00Z') }],
    ['a key without a value', { a: undefined, b: [undefined, 1] }],
    ['cells of a table', { '111': 1, '100': 2, '000': 3, '010': 4 }],
    ['one object in two places', ((slice) => [slice, slice])({ sex: 'Female' })],
  ])('of %s is the same as well', (_case, value) => expect(canonicalJson(value)).toBe(canonicalize(value)));

  it.each([Number.NaN, Infinity])('is refused for %d, wherever it stands', (value) => {
    expect(() => canonicalJson({ a: [{ value }] })).toThrow();
  });
});
