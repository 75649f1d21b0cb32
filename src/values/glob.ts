import { RE2JS } from 're2js';

/** Whether a text is a pattern in which `*` stands for any characters, as many as there are; in time linear in both. */
export function matchesGlob(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return text === pattern;
  const parts = pattern.split('*').map((part) => RE2JS.quote(part));
  return RE2JS.compile(parts.join('.*'), RE2JS.DOTALL).matches(text);
}
