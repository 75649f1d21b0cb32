import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { canonicalJson, canonicalPieces } from './canonical-json.js';

const keys = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.nat(200).map(String),
  fc.constantFrom(
    '__proto__',
    'toString',
    'constructor',
    'prototype',
    '000',
    '010',
    '110',
    '',
    'é',
    'é',
    '\u{1f600}',
    '\ufb33',
  ),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
    fc.constantFrom(null, true, false, -0, 1e21, 1e-7, 0.1 + 0.2, Number.MAX_SAFE_INTEGER, 5e-324, '\u2028'),
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

  it('is the same in pieces, which hold so many items of a long list', () => {
    fc.assert(
      fc.property(json, (value) => {
        const given = { é: [value], list: Array.from({ length: 4_001 }, () => 1), absent: undefined, value };
        expect([...canonicalPieces(value)].join('')).toBe(canonicalJson(value));
        expect([...canonicalPieces(given)].join('')).toBe(canonicalJson(given));
      }),
      { numRuns: 500 },
    );
    expect([...canonicalPieces(Array.from({ length: 4_001 }, () => 1))].map(({ length }) => length)).toEqual([
      4_000, 4_000, 2, 1,
    ]);
    expect(() => [...canonicalPieces({ list: [new Date()] })]).toThrow(TypeError);
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
    ['a key without a value', { a: undefined, b: 1 }],
    ['cells of a table', { '111': 1, '100': 2, '000': 3, '010': 4 }],
    ['keys of several planes', { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }],
    ['one object in two places', ((slice) => [slice, slice])({ sex: 'Female' })],
    [
      'an object of a class',
      new (class Tagged {
        b = 1;
        a = 2;
      })(),
    ],
  ])('of %s is the same as well', (_case, value) => expect(canonicalJson(value)).toBe(canonicalize(value)));

  it('of a member called toJSON is that of any other member', () => {
    const called = (name: string) => ({
      [name]: 'q',
      a: { [name]: { b: 1, a: 2 }, '0': null },
      '\u{1f600}': [{ [name]: '' }],
    });
    expect(canonicalJson(called('toJSON'))).toBe(canonicalJson(called('toYAML')).replaceAll('toYAML', 'toJSON'));
  });

  it('knows no order of keys, whatever they are called', () => {
    const objects = (inside: fc.Arbitrary<unknown>) =>
      fc.dictionary(fc.oneof(keys, fc.constant('toJSON')), inside, { maxKeys: 6 });
    const named = fc.letrec((tie) => ({
      json: fc.oneof({ maxDepth: 3 }, fc.string(), fc.array(tie('json'), { maxLength: 3 }), objects(tie('json'))),
    }));
    fc.assert(
      fc.property(objects(named.json), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each<[string, unknown]>([
    ['NaN', Number.NaN],
    ['an infinity', Infinity],
    ['undefined', undefined],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a symbol', Symbol('s')],
    ['a date', new Date('2026-11-20T12:00:00Z')],
    ['a map', new Map([['a', 1]])],
    ['bytes', Buffer.from('a')],
    ['half a surrogate pair', 'a\ud800'],
  ])('is refused for %s, wherever it stands', (_case, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson({ a: [{ '0': [value] }] })).toThrow(TypeError);
  });

  it('is refused for a key that is no Unicode text', () => {
    expect(() => canonicalJson([{ '\udc00': 1 }])).toThrow(TypeError);
  });
});

/** The same value, every object with its members the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
  return Object.fromEntries(members.toReversed());
}
