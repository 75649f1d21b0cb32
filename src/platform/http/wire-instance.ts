import { type Type } from '@nestjs/common';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { isPlainObject } from '../../values/values.js';

/** A class of the wire: what a body or a query is made an instance of before it is validated. */
export type WireClass = new () => object;

type Make = (value: unknown) => unknown;

/** What makes the value of a field, by the prototype that declares it. */
const MAKERS = new WeakMap<object, Map<string, Make>>();
const COLLECTED = new WeakMap<WireClass, readonly (readonly [string, Make])[]>();

/** The field holds what `make` makes of the value that was sent; a field without this holds the value itself. */
export function MadeBy(make: Make): PropertyDecorator {
  return (prototype, name) => {
    const makers = MAKERS.get(prototype) ?? new Map<string, Make>();
    MAKERS.set(prototype, makers.set(String(name), make));
  };
}

/** An instance of a wire class that holds every field that was sent, known or not, in time that grows with their number alone. */
export function wireInstance(type: WireClass, sent: object): object {
  const instance = Object.assign(new type(), sent) as Record<string, unknown>;
  for (const [name, make] of makersOf(type)) {
    if (Object.hasOwn(instance, name)) instance[name] = make(instance[name]);
  }
  return instance;
}

/** The same of a field's value; a list in its place stays a fault, and is not looked into. */
export function nestedInstance(type: WireClass, value: unknown): unknown {
  if (isPlainObject(value)) return wireInstance(type, value);
  return Array.isArray(value) ? [] : value;
}

/** A wire class with the fields of two, and with what makes them. */
export function combined<A extends object, B extends object>(first: Type<A>, second: Type<B>): Type<A & B> {
  const both = IntersectionType(first, second) as unknown as Type<A & B>;
  return takingMakers(both, [first, second]);
}

/** A wire class with all fields of another but one, and with what makes them. */
export function without<A extends object, K extends keyof A>(type: Type<A>, field: K): Type<Omit<A, K>> {
  return takingMakers(OmitType(type, [field]), [type]);
}

function takingMakers<T>(derived: Type<T>, from: readonly Type[]): Type<T> {
  MAKERS.set(derived.prototype as object, new Map(from.flatMap((type) => makersOf(type))));
  return derived;
}

/** By field, those that a class inherits first; collected once per class. */
function makersOf(type: WireClass): readonly (readonly [string, Make])[] {
  const known = COLLECTED.get(type);
  if (known) return known;
  const makers: [string, Make][] = [];
  for (let prototype: unknown = type.prototype; prototype !== null; prototype = Object.getPrototypeOf(prototype)) {
    makers.unshift(...(MAKERS.get(prototype as object) ?? []));
  }
  COLLECTED.set(type, makers);
  return makers;
}
