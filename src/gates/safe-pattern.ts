const PATTERN_MAX = 300;
const TEXT_MAX = 2000;
/** A repeated group that itself repeats, the shape of patterns that backtrack without end. */
const NESTED_REPETITION = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)\s*[+*{]/;

/** Whether a pattern compiles and holds no repeated repetition. */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > PATTERN_MAX || NESTED_REPETITION.test(pattern)) return false;
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
