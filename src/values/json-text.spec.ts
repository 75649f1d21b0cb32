import fc from 'fast-check';
import { readJson } from './json-text.js';

/** All digits of a whole number, and nothing between them. */
const PLAIN = { useGrouping: false, maximumSignificantDigits: 17 } as const;
const BOUNDS = { values: 100, keys: 10, names: 30 };

const codeOf = (text: string): string | undefined => readJson(text, BOUNDS).fault?.code;
const pathOf = (text: string): unknown => readJson(text, BOUNDS).fault?.path;

it('reads what JSON.parse reads', () => {
  const bounds = { values: 1_000_000, keys: 1_000_000, names: 1_000_000 };
  // Text as the database can hold it; the keys that are refused have cases of their own.
  const text = fc.string({ unit: 'binary' }).filter((part) => !part.includes('\0') && !/\p{Surrogate}/u.test(part));
  const leaf = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
  const key = text.filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value')), fc.dictionary(key, tie('value'))),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 1, '\t'), (any, space) => {
      const spelt = JSON.stringify(any, null, space);
      expect(readJson(spelt, bounds)).toEqual({ value: JSON.parse(spelt) });
    }),
  );
});

it.each([
  ['{', 'MALFORMED_JSON', []],
  ['{} {}', 'MALFORMED_JSON', []],
  ['{"a":{"__proto__":{}}}', 'MALFORMED_JSON', ['a', '__proto__']],
  ['{"constructor":{"prototype":{}}}', 'MALFORMED_JSON', ['constructor']],
  ['{"constructor":1}', 'FORBIDDEN_KEY', ['constructor']],
  ['[{"prototype":1}]', 'FORBIDDEN_KEY', [0, 'prototype']],
  ['{"a":[1e999]}', 'FINITE_NUMBER', ['a', 0]],
  ['{"a":"\\u0000"}', 'NUL_CHARACTER', ['a']],
  ['{"a":"\\ud800"}', 'MALFORMED_TEXT', ['a']],
  [`{"a":{"${'k'.repeat(1_001)}":1}}`, 'KEY_TOO_LONG', ['a']],
  ['{"a\\u0000":1}', 'NUL_CHARACTER', ['a\0']],
  [`${'['.repeat(40)}${']'.repeat(40)}`, 'TOO_DEEP', undefined],
  [`[${'{},'.repeat(100)}{}]`, 'TOO_MANY_VALUES', [99]],
  [JSON.stringify(Object.fromEntries(Array.from({ length: 11 }, (_, n) => [n, 0]))), 'TOO_MANY_KEYS', []],
])('%s is refused as %s', (text, code, path) => {
  expect(codeOf(text)).toBe(code);
  if (path !== undefined) expect(pathOf(text)).toEqual(path);
});

it.each([
  ['{"a":1,"a":2}', ['a']],
  ['{"a":1,"\\u0061":2}', ['a']],
  ['{"x":[{"a":{}, "b" : [1,2], "a":[]}]}', ['x', 0, 'a']],
  ['[0,[":"],{"k\\"":1,"k\\"":2}]', [2, 'k"']],
  ['{"a":{"b":1},"c":{"b":2,"b":3}}', ['c', 'b']],
])('the key that %s has twice is named', (text, path) => {
  expect(codeOf(text)).toBe('DUPLICATE_KEY');
  expect(pathOf(text)).toEqual(path);
});

it.each([
  ['{"seed":12345678901234567890}', ['seed']],
  ['{"a":[1, 9007199254740993]}', ['a', 1]],
  ['{"a":-9007199254740993}', ['a']],
  ['{"a":{"b":18446744073709551616}}', ['a', 'b']],
  ['{"a":1e-999}', ['a']],
  ['{"a":-0.5e-400}', ['a']],
  [`{"a":0.${'0'.repeat(400)}1}`, ['a']],
  [`[{"n":"9007199254740993"},{"n":\n9007199254740993}]`, [1, 'n']],
])('the number that would be another in %s is named', (text, path) => {
  expect(codeOf(text)).toBe('INEXACT_NUMBER');
  expect(pathOf(text)).toEqual(path);
});

it.each([
  '9007199254740991',
  '-9007199254740992',
  '9007199254740994',
  '12345678901234567000',
  '1000000000000000000000',
  '1e22',
  '0.1234567890123456789',
  '0.1000000000000000055511151231257827',
  '123456789012345678.5',
  '0e-999',
  '0.0000000000000000000000000000000000001',
  '5e-324',
])('%s is kept', (number) => {
  expect(readJson(`{"a":[${number}],"b":"12345678901234567890"}`, BOUNDS).value).toEqual({
    a: [Number(number)],
    b: '12345678901234567890',
  });
});

it('a whole number comes back as it was sent, or is refused', () => {
  const whole = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n });
  fc.assert(
    fc.property(whole, (number) => {
      const { value, fault } = readJson(`[${number}]`, BOUNDS);
      if (fault) expect([fault.code, Number.isSafeInteger(Number(number))]).toEqual(['INEXACT_NUMBER', false]);
      else expect(BigInt((value as number[])[0]!.toLocaleString('en', PLAIN))).toBe(number);
    }),
  );
});

it.each(['{"a":{"a":1}}', '[{"a":1},{"a":2}]', '{"a":"\\"b\\":1,\\"b\\":2"}', '{"a":":,:","b":"\\\\"}'])(
  '%s has no key twice',
  (text) => expect(codeOf(text)).toBeUndefined(),
);

it.each([
  ['{"a":[{"b":{}},{"b":[' + '{},'.repeat(100), 'TOO_MANY_VALUES', ['a', 1, 'b', 94]],
  [`{"k\\"":{${Array.from({ length: 11 }, (_, n) => `"${n}":{}`).join()}`, 'TOO_MANY_KEYS', ['k"']],
  [`[${Array.from({ length: 31 }, (_, n) => `{"k${n}":0}`).join()}`, 'TOO_MANY_KEYS', [30]],
  ['{"a":['.repeat(17), 'TOO_DEEP', Array.from({ length: 32 }, (_, n) => (n % 2 ? 0 : 'a'))],
])('%s is too large before a parser has to read it', (text, code, path) => {
  expect(readJson(text, BOUNDS).fault).toMatchObject({ code, path });
});

it('a key is one name however often it comes', () => {
  expect(codeOf(`[${Array.from({ length: 32 }, () => '{"a":0,"b":0}').join()}]`)).toBeUndefined();
});

it.each(['],'.repeat(1_000), '1,'.repeat(90), '"', '{"a', '{"a":"\\"', '{]{]{]', ',', ':', ''])(
  '%s is left for the parser to refuse',
  (text) => expect(codeOf(text)).toBe('MALFORMED_JSON'),
);

it('counts values and keys as they are, whatever the space between them', () => {
  const item = fc.oneof(fc.array(fc.string()), fc.dictionary(fc.string(), fc.integer()), fc.string());
  fc.assert(
    fc.property(fc.array(item), fc.constantFrom(undefined, 1, '\t'), (items, space) => {
      const sound = items.filter((one) => typeof one === 'string' || !Object.hasOwn(one, '__proto__'));
      const inside = sound.map((one) => (typeof one === 'string' ? 0 : Object.keys(one).length));
      const values = inside.reduce((sum, count) => sum + 1 + count, 1);
      const text = JSON.stringify(sound, null, space);
      const [keys, names] = [1_000, 10_000];
      expect(readJson(text, { values, keys, names }).fault?.code).not.toBe('TOO_MANY_VALUES');
      expect(readJson(text, { values: values - 1, keys, names }).fault?.code).toBe('TOO_MANY_VALUES');
    }),
  );
});

it('says line and column of what is no JSON', () => {
  expect(readJson('{\n  "a": 1,\n  }', BOUNDS).fault?.detail).toMatch(/ at line 3, column 3$/);
});
