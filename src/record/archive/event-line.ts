import { type AuditLink, isHashed, REGISTRY_CHAIN } from '../audit/audit-chain.js';
import { evidenceLinks } from '../audit/evidence-links.js';
import { canonicalDigest } from '../../values/digest.js';
import { isPlainObject } from '../../values/values.js';

/** An event as an export tells it; its chain follows from its model. */
export type ExportedEvent = Omit<AuditLink, 'contentDigest'>;

/** An event, or why the line holds none that can be trusted; the event then is what the line claims, if it claims one. */
export interface ReadLine {
  event: ExportedEvent | null;
  fault: string | null;
}

/** The members of a line, in the order in which the service writes them. */
const MEMBERS: readonly string[] = [
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
const MEMBERS_WITH_EVIDENCE: readonly string[] = [...MEMBERS, EVIDENCE];
const HASH = /^[0-9a-f]{64}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Reads a line, which has to be, byte for byte, what the service writes of an event whose hash fits. */
export function readEventLine(line: Buffer): ReadLine {
  const text = line.toString('utf8');
  const value = parse(text);
  if (!isPlainObject(value)) return { event: null, fault: 'The line is no JSON object.' };
  const event = toEvent(value);
  if (event === null) return { event: null, fault: 'The line is no event of an export.' };
  return { event, fault: findFault({ line, text }, value, event) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toEvent(value: Record<string, unknown>): ExportedEvent | null {
  if (!isWritten(Object.keys(value), EVIDENCE in value ? MEMBERS_WITH_EVIDENCE : MEMBERS)) return null;
  const { sequence, position, at, modelId, previousHash, hash } = value;
  const [time, content] = [timeOf(at), contentOf(value)];
  if (time === null || content === null || !isStringOrNull(modelId)) return null;
  if (!isCount(sequence) || !isCount(position) || !isHash(previousHash) || !isHash(hash)) return null;
  const chain = modelId ?? REGISTRY_CHAIN;
  return { sequence, position, at: time, chain, modelId, ...content, previousHash, hash };
}

/** Who did what, which is what the digest of an event is of. */
function contentOf({ actor, action, model, version, requestId, details }: Record<string, unknown>) {
  if (!isString(actor) || !isString(action) || !isString(requestId) || !isPlainObject(details)) return null;
  if (!isStringOrNull(model) || !isNumberOrNull(version)) return null;
  return { actor, action, model, version, requestId, details };
}

function isWritten(names: readonly string[], expected: readonly string[]): boolean {
  return names.length === expected.length && names.every((name, at) => name === expected[at]);
}

/** A time as the service writes it; null for any other. */
function timeOf(at: unknown): Date | null {
  const time = new Date(isString(at) ? at : NaN);
  return !Number.isNaN(time.getTime()) && time.toISOString() === at ? time : null;
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || Number.isSafeInteger(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isStringOrNull(value: unknown): value is string | null {
  return value === null || isString(value);
}

function isHash(value: unknown): value is string {
  return isString(value) && HASH.test(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** A line as bytes, and as the text that these are. */
interface TextLine {
  line: Buffer;
  text: string;
}

function findFault(line: TextLine, value: Record<string, unknown>, event: ExportedEvent): string | null {
  if (!isHashedSafely(event)) return 'The event was changed: its hash is not that of what it says and where it stands.';
  const written = isAsStored(event.details) ? value : { ...value, details: asStored(event.details) };
  if (!isText(line, JSON.stringify(written))) return 'The line is not written as the service writes it.';
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

/** Bytes that are no UTF-8 are read as the character U+FFFD, so where there is none the text says all of them. */
function isText({ line, text }: TextLine, written: string): boolean {
  return text === written && (!text.includes('\ufffd') || Buffer.from(written).equals(line));
}

/** Whether the members are in the order of the database already. */
function isAsStored(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isAsStored);
  let before: string | null = null;
  for (const [name, member] of Object.entries(value)) {
    if (before !== null && compareNames(before, name) > 0) return false;
    if (typeof member === 'object' && !isAsStored(member)) return false;
    before = name;
  }
  return true;
}

/** The details with their members in the order of the database: by length in bytes, then by bytes. */
function asStored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStored);
  if (!isPlainObject(value)) return value;
  const names = Object.keys(value).sort(compareNames);
  const stored: Record<string, unknown> = {};
  for (const name of names)
    Object.defineProperty(stored, name, { value: asStored(value[name]), enumerable: true, configurable: true });
  return stored;
}

function compareNames(one: string, other: string): number {
  const difference = Buffer.byteLength(one) - Buffer.byteLength(other);
  return difference === 0 ? Buffer.compare(Buffer.from(one), Buffer.from(other)) : difference;
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
