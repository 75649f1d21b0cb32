import { combined, MadeBy, nestedInstance, wireInstance, without } from './wire-instance.js';

class Inner {
  name: string;
}

class Base {
  @MadeBy((value) => Number(value))
  limit?: number;
}

class Outer extends Base {
  @MadeBy((value) => nestedInstance(Inner, value))
  inner?: Inner;

  free?: object;
}

it('keeps every field as it was sent, unknown ones too, and makes the others by their makers, inherited ones too', () => {
  const free = { deep: [1] };
  const made = wireInstance(Outer, { limit: '7', inner: { name: 'n', more: 1 }, free, unknown: null }) as Outer;
  expect(made).toBeInstanceOf(Outer);
  expect(made).toEqual({ limit: 7, inner: { name: 'n', more: 1 }, free, unknown: null });
  expect(made.inner).toBeInstanceOf(Inner);
  expect(made.free).toBe(free);
});

it('makes nothing of fields that were not sent', () => {
  expect(Object.keys(wireInstance(Outer, {}))).toEqual([]);
});

it.each([
  [[{ name: 'a' }], []],
  ['text', 'text'],
  [null, null],
])('leaves %j in the place of a nested object to be refused', (sent, kept) => {
  expect((wireInstance(Outer, { inner: sent }) as { inner: unknown }).inner).toEqual(kept);
});

it('combines two classes with the makers of both', () => {
  class Filter {
    @MadeBy((value) => `#${String(value)}`)
    tag?: string;
  }
  class Both extends combined(without(Outer, 'free'), Filter) {}
  expect(wireInstance(Both, { limit: '1', tag: 'a' })).toEqual({ limit: 1, tag: '#a' });
});
