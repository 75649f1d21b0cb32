import { LARGEST_INTEGER } from '../../src/values/values.js';

type Schema = Record<string, unknown>;

/** The same JSON with the width of every integer that may outgrow 32 bits, which generators take for granted otherwise. */
export function withWideIntegers<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withWideIntegers) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withWideIntegers(item)]));
  return (isWideInteger(copy) ? { ...copy, format: 'int64' } : copy) as Value;
}

function isWideInteger({ type, maximum }: Schema): boolean {
  return [type].flat().includes('integer') && !(typeof maximum === 'number' && maximum <= LARGEST_INTEGER);
}
