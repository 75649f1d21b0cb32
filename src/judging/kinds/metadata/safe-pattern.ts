const PATTERN_MAX = 300;
const TEXT_MAX = 500;
const UNBOUNDED_MAX = 2;
/** Escapes and character classes, which hold no operators. */
const LITERALS = /\\.|\[(?:\\.|[^\]\\])*\]/gsu;
/** A repeated group, whose ways to match can multiply without end. */
const REPEATED_GROUP = /\)[*+{]/;
const UNBOUNDED = /[*+]|\{\d*,\}/g;

/**
 * Whether a pattern compiles and cannot run for long on any text: no repeated group, and few unbounded repetitions, so
 * that backtracking stays polynomial of a small degree.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > PATTERN_MAX) return false;
  const operators = pattern.replaceAll(LITERALS, 'x');
  if (REPEATED_GROUP.test(operators) || (operators.match(UNBOUNDED)?.length ?? 0) > UNBOUNDED_MAX) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Whether a text matches a pattern; texts too long to try do not. */
export function matchesPattern(text: string, pattern: string): boolean {
  return text.length <= TEXT_MAX && isSafePattern(pattern) && new RegExp(pattern, 'u').test(text);
}
