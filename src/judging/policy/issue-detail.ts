import { type z } from 'zod';

const NOUNS: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong at a place of the document, as a sentence that names the field: `maxRegression must be a number, not text.` */
export function issueDetail(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): string {
  const field = fieldOf(path);
  if (issue.code === 'invalid_type') {
    return typeDetail(field, issue.expected, / received (\w+)$/.exec(issue.message)?.[1]);
  }
  if (issue.code === 'invalid_value') {
    return `${field} must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}.`;
  }
  if (issue.code === 'too_small' && issue.origin === 'number') {
    return `${field} must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}.`;
  }
  if (issue.code === 'too_big' && issue.origin === 'number') {
    return `${field} must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}.`;
  }
  return `${field}: ${issue.message}.`;
}

function typeDetail(field: string, expected: string, received: string | undefined): string {
  const wanted = NOUNS[expected] ?? expected;
  if (received === 'undefined') return `${field} is missing; it must be ${wanted}.`;
  return `${field} must be ${wanted}${received === undefined ? '' : `, not ${NOUNS[received] ?? received}`}.`;
}

/** The field as people name it: `mode`, `slices[0]`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const at = path.findLastIndex((step) => typeof step !== 'number');
  if (at < 0) return path.length === 0 ? 'The policy' : `Entry ${path.map(String).join(', ')}`;
  return `${String(path[at])}${path
    .slice(at + 1)
    .map((step) => `[${String(step)}]`)
    .join('')}`;
}
