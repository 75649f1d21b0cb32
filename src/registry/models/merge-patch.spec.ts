import fc from 'fast-check';
import { mergePatch } from './merge-patch.js';

const keys = fc.constantFrom('a', 'b', 'c', '', 'toString', 'hasOwnProperty');
const tags = fc.dictionary(keys, fc.string());
const patches = fc.dictionary(keys, fc.option(fc.string()));

it.each([
  [undefined, { a: '1' }],
  [null, {}],
  [{}, { a: '1' }],
  [{ a: '2' }, { a: '2' }],
  [{ a: '' }, { a: '' }],
  [{ a: null }, {}],
  [{ b: null }, { a: '1' }],
  [{ b: '2' }, { a: '1', b: '2' }],
])('{"a":"1"} patched by %j is %j', (patch, expected) => {
  expect(mergePatch({ a: '1' }, patch)).toEqual(expected);
});

it('every named key is as the patch says, every other as it was', () => {
  fc.assert(
    fc.property(tags, patches, (current, patch) => {
      const merged = mergePatch(current, patch);
      for (const key of [...Object.keys(current), ...Object.keys(patch), ...Object.keys(merged)]) {
        const before = Object.hasOwn(current, key) ? current[key] : undefined;
        const expected = Object.hasOwn(patch, key) ? (patch[key] ?? undefined) : before;
        expect(Object.hasOwn(merged, key) ? merged[key] : undefined).toBe(expected);
      }
    }),
  );
});

it('the same patch twice is the patch once, and what was given stays untouched', () => {
  fc.assert(
    fc.property(tags, patches, (current, patch) => {
      const [before, asked] = [JSON.stringify(current), JSON.stringify(patch)];
      const once = mergePatch(current, patch);
      expect(mergePatch(once, patch)).toEqual(once);
      expect([JSON.stringify(current), JSON.stringify(patch)]).toEqual([before, asked]);
    }),
  );
});
