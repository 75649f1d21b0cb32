import fc from 'fast-check';
import { metricChecker } from './check-metrics.js';

const METRIC = { name: 'accuracy', slice: {}, value: 0.9 };
const pointers = (...metrics: unknown[]): string[] => metrics.flatMap(metricChecker()).map(({ pointer }) => pointer);

it.each([
  METRIC,
  { name: 'accuracy', value: 0 },
  { name: 'accuracy', undefined: true },
  { ...METRIC, value: -Number.MAX_VALUE, count: 0 },
  { ...METRIC, standardError: 0, unit: 'ms', definition: 'sklearn@1' },
  { ...METRIC, ciLow: 0.9, ciHigh: 0.9, ciLevel: 0.95 },
  { ...METRIC, slice: { sex: 'Female', age: 30, married: false } },
])('%j is sound', (metric) => expect(pointers(metric)).toEqual([]));

const unfit = fc.oneof(
  fc.constantFrom(NaN, Infinity, -Infinity, null, undefined, '', '0.9', true, [], {}),
  fc.string(),
);

it('a value that is no finite number is never sound, wherever it stands', () => {
  fc.assert(
    fc.property(unfit, fc.nat(3), (value, at) => {
      const metrics = Array.from({ length: 4 }, (_, index) => ({ ...METRIC, name: `m${index}` }));
      metrics[at] = { ...metrics[at]!, value: value as number };
      expect(pointers(...metrics)).toEqual([`/metrics/${at}/value`]);
    }),
  );
});

it('a finite number is sound as it is', () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(fc.property(numbers, (value) => expect(pointers({ ...METRIC, value })).toEqual([])));
});

it('a count is a whole number of rows', () => {
  const counts = fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger());
  fc.assert(
    fc.property(counts, (count) => {
      const isRows = Number.isSafeInteger(count) && count >= 0;
      expect(pointers({ ...METRIC, count })).toEqual(isRows ? [] : ['/metrics/0/count']);
    }),
  );
});

it('an interval is whole, upright and around its value', () => {
  const ends = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(ends, ends, ends, fc.double({ min: -0.5, max: 1.5, noNaN: true }), (ciLow, value, ciHigh, ciLevel) => {
      const isSound = ciLow <= value && value <= ciHigh && ciLevel > 0 && ciLevel < 1;
      expect(pointers({ ...METRIC, value, ciLow, ciHigh, ciLevel })).toEqual(isSound ? [] : ['/metrics/0/ciLow']);
    }),
  );
});

it('one metric stands once on one slice, in whatever order the slice is written', () => {
  const slices = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 1, 2, true));
  const metrics = fc.array(fc.record({ name: fc.constantFrom('f1', 'auc'), slice: slices }), { maxLength: 12 });
  const turned = (slice: object) => Object.fromEntries(Object.entries(slice).reverse());
  const keyOf = ({ name, slice }: { name: string; slice: object }) =>
    JSON.stringify([
      name,
      Object.entries(slice)
        .map(([key, value]) => [key, String(value)])
        .sort(),
    ]);
  fc.assert(
    fc.property(metrics, (given) => {
      const sent = given.map(({ name, slice }, at) => ({ name, value: at, slice: at % 2 ? turned(slice) : slice }));
      const repeated = given.flatMap((metric, at) =>
        given.slice(0, at).some((earlier) => keyOf(earlier) === keyOf(metric)) ? [`/metrics/${at}`] : [],
      );
      expect(pointers(...sent)).toEqual(repeated);
    }),
  );
});

it('no input at all throws', () => {
  fc.assert(
    fc.property(fc.array(fc.anything({ withNullPrototype: false })), (metrics) => {
      for (const { pointer, code } of metrics.flatMap(metricChecker()))
        expect([pointer.startsWith('/metrics/'), code]).toEqual([true, expect.any(String)]);
    }),
  );
});
