import { InvalidArgumentError } from 'commander';

/** A whole number from 1. */
export function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
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

/** A time span such as 90s, 15m or 2h, in milliseconds. */
export function duration(text: string): number {
  const [, amount, unit = 's'] = /^(\d{1,6})(s|m|h)?$/.exec(text) ?? [];
  if (amount === undefined) throw new InvalidArgumentError('It is a time span such as 90s, 15m or 2h.');
  return Number(amount) * { s: 1_000, m: 60_000, h: 3_600_000 }[unit]!;
}
