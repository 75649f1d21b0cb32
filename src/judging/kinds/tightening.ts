import { type IsTighter } from './rule-kind.js';

/** A limit that may only rise; absent it asks for nothing. */
export const atLeast: IsTighter = (narrower, base) => number(narrower, -Infinity) >= number(base, -Infinity);

/** A limit that may only fall; absent it asks for nothing. */
export const atMost: IsTighter = (narrower, base) => number(narrower, Infinity) <= number(base, Infinity);

/** A demand that may be added and never dropped. */
export const implied: IsTighter = (narrower, base) => narrower === true || base !== true;

/** A field that asks for nothing. */
export const free: IsTighter = () => true;

/** A choice that may only move to the front of this order. */
export function among(order: readonly unknown[]): IsTighter {
  return (narrower, base) => order.indexOf(narrower) <= order.indexOf(base);
}

function number(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent;
}
