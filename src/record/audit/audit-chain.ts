import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

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

export function emptyChain(chain: string): ChainHead {
  return { chain, position: 0, sequence: 0, hash: GENESIS_HASH };
}

/** SHA-256 of the canonical JSON (RFC 8785) of what the event says. */
export function contentDigest(content: AuditContent): string {
  const { actor, action, model, version, requestId, details } = content;
  return sha256(canonicalize({ actor, action, model, version, requestId, details }));
}

/** The formula of the database's trigger in migrations/1700000000000-create-audit.ts. */
export function linkHash(previousHash: string, place: AuditPlace, digest: string): string {
  const parts = [previousHash, place.chain, place.position, place.sequence, place.at.getTime(), digest];
  return sha256(parts.join('\n'));
}

/** Why the event does not continue the chain at `head`, or null when it does. */
export function findFault(head: ChainHead, event: AuditLink): string | null {
  if (event.position !== head.position + 1) return 'An event before this one is missing.';
  if (event.previousHash !== head.hash) return 'The event does not continue the one before it.';
  if (event.chain !== (event.modelId ?? REGISTRY_CHAIN)) return 'The event was moved to another chain.';
  if (event.contentDigest !== contentDigest(event)) return 'The content of the event was changed.';
  if (event.hash !== linkHash(event.previousHash, event, event.contentDigest))
    return 'The place, time or hash of the event was changed.';
  return null;
}

/** An event that does not fit, named by its sequence. */
export interface Fault {
  sequence: number;
  reason: string;
}

/** Why the newest event of a chain and the chain's head disagree; the head also knows events that are gone. */
export function explainEnd(head: ChainHead | null, last: ChainHead | null): Fault {
  if (head === null) return { sequence: last?.sequence ?? 0, reason: 'The head of the chain is missing.' };
  if (last === null || last.position < head.position) {
    return { sequence: head.sequence, reason: 'The newest events of the chain are missing.' };
  }
  return { sequence: last.sequence, reason: 'The head of the chain was changed.' };
}

/** The state of a walk over all chains; it holds one chain's head at a time, however long the record is. */
export interface Walk {
  events: number;
  last: ChainHead;
  fault: Fault | null;
}

export function startWalk(): Walk {
  return { events: 0, last: emptyChain(''), fault: null };
}

/** Goes on with the next event, chain by chain; after a fault it goes on from what is there. */
export function walkOn(walk: Walk, event: AuditLink): Walk {
  const head = event.chain === walk.last.chain ? walk.last : emptyChain(event.chain);
  const reason = findFault(head, event);
  const fault = reason === null ? walk.fault : earliest(walk.fault, { sequence: event.sequence, reason });
  const { chain, position, sequence, hash } = event;
  return { events: walk.events + 1, last: { chain, position, sequence, hash }, fault };
}

export function earliest(one: Fault | null, other: Fault): Fault {
  return one !== null && one.sequence <= other.sequence ? one : other;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
