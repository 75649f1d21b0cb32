import { faultyFields, FIELDS_OF_KINDS } from '../../judging/evidence/paired-kinds.js';
import { type ProblemError } from '../../platform/http/problem.js';
import { notAField } from '../../values/nearest-name.js';
import { problemAt } from '../../values/pointer.js';
import { isCount, isPlainObject, LARGEST_INTEGER } from '../../values/values.js';
import { checkSlice } from './check-metrics.js';

const COMMON = ['incumbentVersion', 'slice', 'kind'];

/** Every fault of a list of paired evidence as submitted, each with its place. */
export function checkPaired(paired: readonly unknown[]): ProblemError[] {
  return paired.flatMap((pair, index) => checkPair(pair, index));
}

function checkPair(pair: unknown, index: number): ProblemError[] {
  const at = (field: string, code: string, detail: string) => problemAt(['paired', index, field], code, detail);
  if (!isPlainObject(pair)) return [problemAt(['paired', index], 'IS_OBJECT', 'a pair must be an object')];
  const { kind } = pair;
  const fields = typeof kind === 'string' ? FIELDS_OF_KINDS.get(kind) : undefined;
  if (!fields) return [at('kind', 'IS_ONE_OF', `kind must be one of ${[...FIELDS_OF_KINDS.keys()].join(', ')}`)];
  const faults = checkSlice(pair.slice, ['paired', index, 'slice']);
  if (!isCount(pair.incumbentVersion, 1, LARGEST_INTEGER)) {
    faults.push(at('incumbentVersion', 'IS_COUNT', 'incumbentVersion must be a version number'));
  }
  const known: readonly string[] = [...COMMON, ...fields.needs, ...fields.mayHave];
  for (const field of Object.keys(pair)) {
    if (!known.includes(field)) faults.push(at(field, 'UNKNOWN_FIELD', notAField(field, known)));
  }
  for (const field of faultyFields(fields, pair)) {
    faults.push(at(field, 'IS_EVIDENCE', `${field} is missing or out of shape for ${String(kind)}`));
  }
  return faults;
}
