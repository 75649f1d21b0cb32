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

/** Why the chain ends elsewhere than its head says, or null when it does not. */
export function findTruncation(last: ChainHead, head: ChainHead): string | null {
  if (last.position < head.position) return 'The newest events of the chain are missing.';
  if (last.position !== head.position || last.sequence !== head.sequence || last.hash !== head.hash) {
    return 'The head of the chain was changed.';
  }
  return null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
