import { type z } from 'zod';
import { problemAt } from '../../values/pointer.js';
import { issueDetail } from './issue-detail.js';

/** One fault of a policy document: where (RFC 6901 pointer), a stable code, and a sentence. */
export interface PolicyError {
  pointer: string;
  code: string;
  detail: string;
}

/** More faults than this help nobody, and hints on each would be work for a hostile document. */
const ERRORS_MAX = 100;

type Path = readonly PropertyKey[];
/** A sentence on what is meant by an unknown field, after a blank; empty when that cannot be told. */
export type FieldHint = (key: string) => string;

/** Makes a policy error at a path. */
export function policyError(path: Path, code: string, detail: string): PolicyError {
  return problemAt(path, code, detail);
}

/** Turns the issues of the schema into policy errors, one per unknown field. */
export function schemaErrors(issues: readonly z.core.$ZodIssue[], hintOn: FieldHint): PolicyError[] {
  return issues
    .slice(0, ERRORS_MAX)
    .flatMap((issue) => issueErrors(issue, [], hintOn))
    .slice(0, ERRORS_MAX);
}

function issueErrors(issue: z.core.$ZodIssue, parents: Path, hintOn: FieldHint): PolicyError[] {
  const path = [...parents, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, ERRORS_MAX).map((key) => unknownField([...path, key], key, hintOn));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = issue.errors.toSorted((a, b) => unionDistance(a) - unionDistance(b))[0]!;
    return meant.flatMap((nested) => issueErrors(nested, path, hintOn));
  }
  if (issue.code === 'invalid_union') {
    return [policyError(path, 'UNKNOWN_RULE_KIND', `This kind of rule is not known. ${optionsOf(issue)}`)];
  }
  return [policyError(path, issue.code.toUpperCase(), issueDetail(issue, path))];
}

/** A union member whose very type differs was not meant; among the others the one with fewest faults was. */
function unionDistance(issues: readonly z.core.$ZodIssue[]): number {
  const otherType = issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  return (otherType ? 1000 : 0) + issues.length;
}

function optionsOf(issue: z.core.$ZodIssue): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
  const kinds = options.filter((option) => typeof option === 'string');
  return `Known are ${kinds.join(', ')}; without a kind a rule is in short form.`;
}

function unknownField(path: Path, key: string, hintOn: FieldHint): PolicyError {
  return policyError(path, 'UNKNOWN_FIELD', `The field "${key}" is not known here.${hintOn(key)}`);
}
