import { pointerTo } from '../../values/pointer.js';
import { type ProblemError } from './problem.js';

/** Deeper than any body of ours, and shallow enough for code that recurses. */
const DEEPEST = 32;

/** What keeps a JSON value from being stored; undefined when nothing does. */
export function jsonFault(value: unknown): ProblemError | undefined {
  const found = findFault(value, 0);
  return found && toProblemError(found);
}

function toProblemError({ path, code, detail }: Fault): ProblemError {
  return { pointer: pointerTo(path), code, detail };
}

/** Where and what; the path is built from the spot upwards, so that a sound body costs no allocation. */
interface Fault {
  path: (string | number)[];
  code: string;
  detail: string;
}

/** JSON can spell what no column takes: 1e999, a NUL, half a surrogate pair, a thousand brackets. */
function findFault(value: unknown, depth: number): Fault | undefined {
  if (typeof value === 'string') return findTextFault(value);
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : fault('FINITE_NUMBER', 'the number is too large to be finite');
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST) return fault('TOO_DEEP', `the body is nested deeper than ${DEEPEST} levels`);
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const step of steps) {
    const inside = (value as Record<string | number, unknown>)[step];
    const found = (typeof step === 'string' ? findKeyFault(step) : undefined) ?? findFault(inside, depth + 1);
    if (found) return { ...found, path: [step, ...found.path] };
  }
  return undefined;
}

/** Further on these would be deleted without a word, and a slice would become another one. */
function findKeyFault(key: string): Fault | undefined {
  if (key !== 'constructor' && key !== 'prototype') return findTextFault(key);
  return fault('FORBIDDEN_KEY', `no object in a body may have the key ${key}; give it another name`);
}

function findTextFault(text: string): Fault | undefined {
  if (text.includes('\0')) return fault('NUL_CHARACTER', 'text must not hold the character U+0000');
  return text.isWellFormed() ? undefined : fault('MALFORMED_TEXT', 'text must be well-formed Unicode');
}

function fault(code: string, detail: string): Fault {
  return { path: [], code, detail };
}
