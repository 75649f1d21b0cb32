import fc from 'fast-check';
import {
  formatSlice,
  MISSING,
  parseSliceKey,
  type Slice,
  sliceFault,
  sliceKey,
  type SliceValue,
  SMALL,
} from './slice-key.js';

const slices = fc.dictionary(
  fc.string({ minLength: 1 }),
  fc.oneof(fc.string(), fc.boolean(), fc.double({ noNaN: true })),
  { maxKeys: 4 },
);

describe('a slice key', () => {
  it.each<[Record<string, SliceValue>, string]>([
    [{}, '{}'],
    [{ sex: 'Female', race: 'Black' }, '{"race":"Black","sex":"Female"}'],
    [{ age: 30, native: true }, '{"age":"30","native":"true"}'],
    [{ 'cafe\u0301': 'x' }, '{"caf\u00e9":"x"}'],
    [{ b: 1, B: 2 }, '{"B":"2","b":"1"}'],
  ])('of %j is %s', (slice, key) => {
    expect(sliceKey(slice)).toBe(key);
  });

  it('does not depend on the order of features and reads back to itself', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        const key = sliceKey(slice);
        expect(sliceKey(Object.fromEntries(Object.entries(slice).reverse()))).toBe(key);
        expect(sliceKey(parseSliceKey(key) as Slice)).toBe(key);
      }),
    );
  });

  it.each(['', 'x', '[]', 'null', '{"b":"1","a":"1"}', '{"a":1}', '{ }', '{"a":{}}'])('is not %j', (text) => {
    expect(parseSliceKey(text)).toBeUndefined();
  });

  it('is told to people as pairs', () => {
    expect(
      [{}, { sex: 'Female' }, { race: 'Black', sex: 'Female' }].map((slice) => formatSlice(slice as Slice)),
    ).toEqual(['overall', 'sex=Female', 'race=Black & sex=Female']);
  });

  it('says in words what stands for other values', () => {
    const slices: Slice[] = [{ race: SMALL }, { race: MISSING, sex: 'Female' }];
    expect(slices.map((slice) => formatSlice(slice))).toEqual([
      'race=(small ones, pooled)',
      'race=(missing) & sex=Female',
    ]);
  });

  it.each<[string, Record<string, SliceValue>]>([
    ['a feature without name', { ' ': 1 }],
    ['too many features', Object.fromEntries([...'abcdefghi'].map((feature) => [feature, 1]))],
    ['a value that is no number', { a: Number.NaN }],
    ['two names that are one', { 'cafe\u0301': 1, 'caf\u00e9': 1 }],
    ['text too long', { a: 'x'.repeat(257) }],
    ['text that cannot be stored', { a: '\u0000' }],
    ['half a character', { a: '\ud800' }],
  ])('is refused for %s', (_case, slice) => {
    expect(sliceFault(slice)).toEqual(expect.any(String));
  });

  it('is accepted for ordinary slices', () => {
    expect([{}, { sex: 'Female', age: 3, native: false }].map((slice) => sliceFault(slice as Slice))).toEqual([
      undefined,
      undefined,
    ]);
  });
});
