import { type AuditLink, isHashed, REGISTRY_CHAIN } from '../../src/record/audit/audit-chain.js';
import { evidenceLinks } from '../../src/record/audit/evidence-links.js';
import { canonicalDigest } from '../../src/values/digest.js';
import { isPlainObject } from '../../src/values/values.js';

/** An event as an export tells it; its chain follows from its model. */
export type ExportedEvent = Omit<AuditLink, 'contentDigest'>;

/** An event, or why the line holds none that can be trusted; the event then is what the line claims, if it claims one. */
export interface ReadLine {
  event: ExportedEvent | null;
  fault: string | null;
}

/** The members of a line, in the order in which the service writes them. */
const MEMBERS = [
  'sequence',
  'position',
  'at',
  'actor',
  'action',
  'model',
  'modelId',
  'version',
  'requestId',
  'details',
  'previousHash',
  'hash',
];
const EVIDENCE = 'evidence';
const HASH = /^[0-9a-f]{64}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Reads a line, which has to be, byte for byte, what the service writes of an event whose hash fits. */
export function readEventLine(line: Buffer): ReadLine {
  const value = parse(line);
  if (!isPlainObject(value)) return { event: null, fault: 'The line is no JSON object.' };
  const event = toEvent(value);
  if (event === null) return { event: null, fault: 'The line is no event of an export.' };
  return { event, fault: findFault(line, value, event) };
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

function toEvent(value: Record<string, unknown>): ExportedEvent | null {
  const names = Object.keys(value);
  const expected = EVIDENCE in value ? [...MEMBERS, EVIDENCE] : MEMBERS;
  if (names.length !== expected.length || names.some((name, at) => name !== expected[at])) return null;
  const { sequence, position, at, actor, action, model, modelId, version, requestId, details } = value;
  const { previousHash, hash } = value;
  const isSound =
    [sequence, position].every((count) => Number.isSafeInteger(count) && (count as number) > 0) &&
    [at, actor, action, requestId].every(isString) &&
    [model, modelId].every((name) => name === null || isString(name)) &&
    (version === null || Number.isSafeInteger(version)) &&
    isPlainObject(details) &&
    [previousHash, hash].every((text) => isString(text) && HASH.test(text));
  const time = new Date(at as string);
  if (!isSound || Number.isNaN(time.getTime()) || time.toISOString() !== at) return null;
  return { ...(value as unknown as ExportedEvent), at: time, chain: (modelId as string | null) ?? REGISTRY_CHAIN };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function findFault(line: Buffer, value: Record<string, unknown>, event: ExportedEvent): string | null {
  if (!isHashedSafely(event)) return 'The event was changed: its hash is not that of what it says and where it stands.';
  const written = { ...value, details: asStored(event.details) };
  if (!Buffer.from(JSON.stringify(written)).equals(line)) return 'The line is not written as the service writes it.';
  return EVIDENCE in value ? findEvidenceFault(event, value[EVIDENCE]) : null;
}

/** Text that is no Unicode has no canonical form, and no hash. */
function isHashedSafely(event: ExportedEvent): boolean {
  try {
    return isHashed(event);
  } catch {
    return false;
  }
}

/** The details with their members in the order of the database: by length in bytes, then by bytes. */
function asStored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStored);
  if (!isPlainObject(value)) return value;
  const names = Object.keys(value);
  if (names.length > 1)
    names.sort((one, other) => Buffer.byteLength(one) - Buffer.byteLength(other) || compareBytes(one, other));
  const stored: Record<string, unknown> = {};
  for (const name of names)
    Object.defineProperty(stored, name, { value: asStored(value[name]), enumerable: true, configurable: true });
  return stored;
}

function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** Where evidence is follows from the event; the documents beside it are those whose digests the event tells. */
function findEvidenceFault(event: ExportedEvent, evidence: unknown): string | null {
  if (!Array.isArray(evidence)) return 'The evidence of the event is no list.';
  const links = evidence.map((each: unknown) => ({ ...(each as object), parts: undefined }));
  if (JSON.stringify(links) !== JSON.stringify(evidenceLinks(event)))
    return 'The evidence is not what the event tells of.';
  const told = digestsIn(event.details);
  for (const { kind, id, parts } of evidence as { kind: string; id: string; parts?: Record<string, unknown> }[]) {
    for (const [part, document] of Object.entries(parts ?? {})) {
      if (!told.has(canonicalDigest(document)))
        return `The evidence was changed: ${part} of ${kind} ${id} has another digest than the event tells.`;
    }
  }
  return null;
}

/** Every digest that is told anywhere in the details. */
function digestsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (isString(value) && DIGEST.test(value)) found.add(value);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) digestsIn(each, found);
  return found;
}
