import { canonicalJson } from '../../values/canonical-json.js';
import { canonicalDigest } from '../../values/digest.js';

/** Kinds of objects that the record is compared with. */
export const OBJECT_KINDS = [
  'model',
  'version',
  'alias',
  'run',
  'evaluation',
  'gate_policy',
  'gate_report',
  'transition',
  'approval',
  'tenure',
  'token',
  'dataset',
  'waiver',
  'policy_change',
  'role_binding',
  'role',
  'trust_rule',
  'session',
  'freeze',
  'hold',
  'review',
  'signature',
  'attestation',
  'webhook',
  'import',
] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** An object that is not as its event tells: a field of it, or with null the object as a whole. */
export interface Difference {
  kind: ObjectKind;
  id: string;
  field: string | null;
  /** What the record says, as text; null where it says nothing. Of an object that is missing, its id. */
  expected: string | null;
  /** What is stored, as text; null where nothing is. Of an object without an event, its id. */
  found: string | null;
}

/** One field as the record and the store have it; what the record leaves undefined is not compared. */
export type ComparedField = [field: string, recorded: unknown, stored: unknown];

/** Every field in which a stored object differs from what an event recorded of it. */
export function findDifferences(
  object: Pick<Difference, 'kind' | 'id'>,
  fields: readonly ComparedField[],
): Difference[] {
  return fields
    .map(([field, recorded, stored]) => ({ field, recorded, expected: textOf(recorded), found: textOf(stored) }))
    .filter(({ recorded, expected, found }) => recorded !== undefined && expected !== found)
    .map(({ field, expected, found }) => ({ ...object, field, expected, found }));
}

/** An object that an event tells of and that is not there. */
export function missingObject({ kind, id }: Pick<Difference, 'kind' | 'id'>): Difference {
  return { kind, id, field: null, expected: id, found: null };
}

/** An object that stands without the event it came about by. */
export function unrecordedObject({ kind, id }: Pick<Difference, 'kind' | 'id'>): Difference {
  return { kind, id, field: null, expected: null, found: id };
}

/** A value whose JSON is longer is shown by its digest. */
const LONGEST_TEXT = 200;

/** The same text for the same value, whatever order its members are in; times as RFC 3339. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  const text = canonicalJson(value);
  return text.length <= LONGEST_TEXT ? text : canonicalDigest(value);
}

const NOUNS: Record<ObjectKind, string> = {
  model: 'model',
  version: 'version',
  alias: 'alias',
  run: 'run of version',
  evaluation: 'evaluation',
  gate_policy: 'gate policy',
  gate_report: 'gate report',
  transition: 'transition',
  approval: 'approval',
  tenure: 'tenure of Production',
  token: 'token',
  dataset: 'dataset',
  waiver: 'waiver',
  policy_change: 'change of a policy',
  role_binding: 'role binding',
  role: 'role',
  trust_rule: 'trust rule',
  session: 'session',
  freeze: 'freeze',
  hold: 'hold of a model',
  review: 'review',
  signature: 'signature',
  attestation: 'attestation of transition',
  webhook: 'webhook',
  import: 'import of model',
};

/** The difference in a sentence. */
export function describeDifference({ kind, id, field, found }: Difference): string {
  const object = `${NOUNS[kind]} ${id}`;
  if (field !== null) return `The ${object} was changed: '${field}' is not what was recorded.`;
  return found === null ? `The ${object} is missing.` : `The ${object} stands, and the record does not tell of it.`;
}
