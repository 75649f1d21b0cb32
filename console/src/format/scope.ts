import { ACCESS_TEXTS } from '../texts/access.js';

/** Where something holds: with a model, with those whose names begin alike, or with the registry as a whole. */
export interface Scope {
  model: string | null;
  modelPrefix: string | null;
}

export function scopeText({ model, modelPrefix }: Scope): string {
  if (model !== null) return model;
  return modelPrefix === null ? ACCESS_TEXTS.everything : ACCESS_TEXTS.prefix(modelPrefix);
}

/** A scope as it is typed: a model, the beginning of names with an asterisk behind, or nothing. */
export function scopeOf(typed: string): { model?: string; modelPrefix?: string } {
  const text = typed.trim();
  if (text === '' || text === '*') return {};
  return text.endsWith('*') ? { modelPrefix: text.slice(0, -1) } : { model: text };
}

/** Claims as they are typed, one a line as name=value; what names nothing is left out. */
export function claimsOf(typed: string): Record<string, string> {
  const lines = typed.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf('=');
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : [];
  });
  return Object.fromEntries(lines);
}
