import { InvalidArgumentError } from 'commander';

/** A whole number from 1. */
export function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}

/** A place in the record: a whole number from 0. */
export function place(text: string): number {
  if (!/^(0|[1-9]\d{0,14})$/.test(text)) throw new InvalidArgumentError('It is a whole number from 0.');
  return Number(text);
}

/** A version number, or `none` for an empty Production; the library takes no null. */
export type VersionOrNone = number | 'none';

export function versionOrNone(text: string): VersionOrNone {
  return text === 'none' ? text : count(text);
}

/** As the API states it: null for none, absent where nothing is expected. */
export function incumbentOf(expected: VersionOrNone | undefined): number | null | undefined {
  return expected === 'none' ? null : expected;
}

/** Collects `key=value` options into one object. */
export function pair(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It has the form key=value.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

/** A dataset as `name@version`. */
export function dataset(text: string): { name: string; version: string } {
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('It has the form name@version.');
  return { name: text.slice(0, at), version: text.slice(at + 1) };
}

/** Names with commas between them. */
export function names(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}

/** A time as the API takes it; a day means its first moment in UTC. */
export function time(text: string): string {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00.000Z` : text;
  if (!/^\d{4}-\d\d-\d\dT/.test(whole) || Number.isNaN(Date.parse(whole)))
    throw new InvalidArgumentError('It is a time such as 2026-11-20 or 2026-11-20T10:00:00Z.');
  return whole;
}

/** A time span such as 90s, 15m, 2h or 30d, in milliseconds. */
export function duration(text: string): number {
  const [, amount, unit = 's'] = /^(\d{1,6})(s|m|h|d)?$/.exec(text) ?? [];
  if (amount === undefined) throw new InvalidArgumentError('It is a time span such as 90s, 15m, 2h or 30d.');
  return Number(amount) * { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit]!;
}
