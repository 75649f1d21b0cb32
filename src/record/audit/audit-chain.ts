import { hash as hashOf } from 'node:crypto';
import { canonicalJson } from '../../values/canonical-json.js';
import { compareText } from '../../values/compare-text.js';

/** The chain of what concerns no single model: tokens, the default policy, refused access. */
export const REGISTRY_CHAIN = 'registry';

/** The hash before the first event of a chain. */
export const GENESIS_HASH = '0'.repeat(64);

/** What an event says; the application digests it, so that a changed column shows. */
export interface AuditContent {
  actor: string;
  action: string;
  model: string | null;
  version: number | null;
  requestId: string;
  details: Record<string, unknown>;
}

/** Where an event stands; the database decides it under the lock of the chain's head. */
export interface AuditPlace {
  chain: string;
  position: number;
  sequence: number;
  at: Date;
}

export interface AuditLink extends AuditContent, AuditPlace {
  modelId: string | null;
  contentDigest: string;
  previousHash: string;
  hash: string;
}

export interface ChainHead {
  chain: string;
  position: number;
  sequence: number;
  hash: string;
}

/** An event with what the database has of the one before it in its chain. */
export interface WalkedEvent extends AuditLink {
  /** Null when it is not there. */
  previous: Pick<ChainHead, 'sequence' | 'hash'> | null;
  /** Whether the chain has its head, which knows where it ends. */
  hasHead: boolean;
  /** Whether its content is in the archive, so that its place and hashes alone are there. */
  isArchived: boolean;
}

export function emptyChain(chain: string): ChainHead {
  return { chain, position: 0, sequence: 0, hash: GENESIS_HASH };
}

/** SHA-256 of the canonical JSON (RFC 8785) of what the event says. */
export function contentDigest(content: AuditContent): string {
  const { actor, action, model, version, requestId, details } = content;
  return sha256(canonicalJson({ actor, action, model, version, requestId, details }));
}

/**
 * The digest that events of earlier releases may have instead: an object with a member called `toJSON` was digested in the order
 * its caller wrote it in. The database keeps another order, so such an event fits only where the two orders are the same;
 * elsewhere what was digested is lost, and the event stays broken.
 */
function formerContentDigest({ actor, action, model, version, requestId, details }: AuditContent): string {
  return sha256(formerJson({ actor, action, model, version, requestId, details }));
}

function formerJson(value: unknown): string {
  if (typeof value !== 'object' || value === null || (value as { toJSON?: unknown }).toJSON != null)
    return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(formerJson).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${formerJson(member)}`).join(',')}}`;
}

/** Whether the hash of an event is over its place and what it says; for a reader who is not told the digest between the two. */
export function isHashed(event: Omit<AuditLink, 'contentDigest'>): boolean {
  const fits = (digest: string): boolean => event.hash === linkHash(event.previousHash, event, digest);
  return fits(contentDigest(event)) || fits(formerContentDigest(event));
}

/** The formula of the database's trigger in migrations/1700000000000-create-audit.ts. */
export function linkHash(previousHash: string, place: AuditPlace, digest: string): string {
  const { chain, position, sequence, at } = place;
  return sha256(`${previousHash}\n${chain}\n${position}\n${sequence}\n${at.getTime()}\n${digest}`);
}

/** Why the event does not continue the chain at `head`, or null when it does. */
export function findFault(head: ChainHead, event: AuditLink & { isArchived?: boolean }): string | null {
  if (event.position !== head.position + 1) return 'An event before this one is missing.';
  if (event.previousHash !== head.hash) return 'The event does not continue the one before it.';
  if (event.chain !== (event.modelId ?? REGISTRY_CHAIN)) return 'The event was moved to another chain.';
  if (event.isArchived !== true && !isDigested(event)) return 'The content of the event was changed.';
  if (event.hash !== linkHash(event.previousHash, event, event.contentDigest))
    return 'The place, time or hash of the event was changed.';
  return null;
}

function isDigested(event: AuditLink): boolean {
  return event.contentDigest === contentDigest(event) || event.contentDigest === formerContentDigest(event);
}

/** An event that does not fit, named by its sequence. */
export interface Fault {
  sequence: number;
  reason: string;
}

/** What is wrong with every event of a chain that has no head. */
export const HEAD_MISSING = 'The head of the chain is missing.';

/** Why a chain does not end where its head says, which also knows events that are gone; null when it does. */
export function findEndFault(head: ChainHead, last: ChainHead | null): Fault | null {
  if (last === null || last.position < head.position)
    return { sequence: head.sequence, reason: 'The newest events of the chain are missing.' };
  if (last.position === head.position && last.sequence === head.sequence && last.hash === head.hash) return null;
  return { sequence: last.sequence, reason: 'The head of the chain was changed.' };
}

/** A chain with its earliest fault. */
export interface BrokenChain extends Fault {
  chain: string;
  /** The model's name on the day of the event; null for the registry's chain, and where no event is left to tell. */
  model: string | null;
}

/** Keeps the earliest fault of each chain. */
export function keepEarliest(broken: Map<string, BrokenChain>, found: BrokenChain): void {
  const known = broken.get(found.chain);
  if (known === undefined || found.sequence < known.sequence) broken.set(found.chain, found);
}

function sha256(text: string): string {
  return hashOf('sha256', text);
}
