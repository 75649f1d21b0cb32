import { RE2JS } from 're2js';

const PATTERN_MAX = 300;
const TEXT_MAX = 500;
/** Steps of the compiled pattern; matching costs at most these for each character of the text. */
const PROGRAM_MAX = 600;

/**
 * Whether a pattern is one that RE2 takes, in the syntax of RE2 or of JavaScript, and small enough. RE2 matches in time linear
 * in text and pattern (Cox, "Regular Expression Matching Can Be Simple And Fast"), so no pattern can hold up the service; it has
 * neither references back nor looks around.
 */
export function isSafePattern(pattern: string): boolean {
  return compiled(pattern) !== undefined;
}

/** Whether a text matches a pattern anywhere; texts too long to try do not, and no text does a pattern that is not safe. */
export function matchesPattern(text: string, pattern: string): boolean {
  return text.length <= TEXT_MAX && (compiled(pattern)?.matcher(text).find() ?? false);
}

function compiled(pattern: string): RE2JS | undefined {
  if (pattern.length > PATTERN_MAX) return undefined;
  try {
    const program = RE2JS.compile(RE2JS.translateRegExp(pattern));
    return program.programSize() <= PROGRAM_MAX ? program : undefined;
  } catch {
    return undefined;
  }
}
