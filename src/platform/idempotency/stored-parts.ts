import { isPlainObject } from '../../values/values.js';

/** Answers above this many bytes are not kept as they were where they show what is stored elsewhere. */
const LARGE_ANSWER_BYTES = 100_000;

/** What large answers show that is stored elsewhere, under an id, and never changes. */
export interface StoredPart {
  /** Stands in kept answers; it is never renamed while they last. */
  readonly name: string;
  /** Whether a value of an answer, which has an id, is one of these. */
  matches(value: Readonly<Record<string, unknown>>): boolean;
  /** The value as an answer shows it. */
  read(id: string): Promise<object>;
}

/** Where a part was in an answer: a field of it, or null for the whole. */
export interface PartReference {
  part: string;
  field: string | null;
  id: string;
}

/** An answer without the parts that are stored elsewhere. */
export interface Emptied {
  body: string;
  references: PartReference[];
}

/** Takes out of a large answer what its parts know; any other is kept as it is. */
export function takeOut(body: string, parts: readonly StoredPart[]): Emptied {
  const whole = Buffer.byteLength(body) > LARGE_ANSWER_BYTES ? objectOf(body) : null;
  if (whole === null) return { body, references: [] };
  const own = referenceTo(whole, null, parts);
  if (own) return { body: 'null', references: [own] };
  const references = Object.entries(whole).flatMap(([field, value]) => referenceTo(value, field, parts) ?? []);
  for (const { field } of references) whole[field!] = null;
  return { body: references.length > 0 ? JSON.stringify(whole) : body, references };
}

/** The answer as it was, its parts read from where they are stored. */
export async function putBack({ body, references }: Emptied, parts: readonly StoredPart[]): Promise<string> {
  if (references.length === 0) return body;
  let whole = JSON.parse(body) as Record<string, unknown>;
  for (const { part, field, id } of references) {
    const value = await parts.find(({ name }) => name === part)!.read(id);
    if (field === null) whole = value as Record<string, unknown>;
    else whole[field] = value;
  }
  return JSON.stringify(whole);
}

function referenceTo(value: unknown, field: string | null, parts: readonly StoredPart[]): PartReference | undefined {
  if (!isPlainObject(value) || typeof value.id !== 'string') return undefined;
  const found = parts.find((part) => part.matches(value));
  return found && { part: found.name, field, id: value.id };
}

function objectOf(body: string): Record<string, unknown> | null {
  if (!body.startsWith('{')) return null;
  return JSON.parse(body) as Record<string, unknown>;
}
