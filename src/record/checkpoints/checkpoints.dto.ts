import { IsCount, IsMatching, IsOneOf, IsQueryCount, Optional } from '../../platform/http/fields.js';
import { LARGEST_COUNT } from '../../values/values.js';
import { type Checkpoint, ORIGIN } from './checkpoint.js';
import { type NoteKey, rawKey, verifierKey } from './signed-note.js';

const HASH = /^[A-Za-z0-9+/]{43}=$/;
const HASH_FORM = 'must be the base64 of 32 bytes';
const KEY_ID = /^[0-9a-f]{8}$/;
const KEY_ID_FORM = 'must be 8 hexadecimal digits';

export const KEY_STATUSES = ['active', 'retired'] as const;
export type KeyStatus = (typeof KEY_STATUSES)[number];

export class CheckpointResponse {
  /** Name of the log: the first line of the note. */
  origin: string;

  /** Number of events that it signs. */
  @IsCount(0, LARGEST_COUNT)
  size: number;

  /** Root of the Merkle tree (RFC 6962) over the hashes of the events in the order of their sequence, as base64. */
  @IsMatching(HASH, HASH_FORM)
  rootHash: string;

  /** Sequence of the last event that it signs; 0 when there is none. An export up to it holds what is signed. */
  @IsCount(0, LARGEST_COUNT)
  sequence: number;

  /** When it was signed. */
  signedAt: Date;

  /** Id of the key that signed it. */
  @IsMatching(KEY_ID, KEY_ID_FORM)
  keyId: string;

  /** The signed text, as `text/plain` has it: what a verifier reads. */
  note: string;
}

export class ConsistencyQuery {
  /** Size of the earlier checkpoint. */
  @IsQueryCount(1, LARGEST_COUNT)
  from: number;

  /** Size of the later checkpoint; the newest unless given. */
  @Optional()
  @IsQueryCount(1, LARGEST_COUNT)
  to?: number;
}

export class ConsistencyProofResponse {
  /** Size of the earlier checkpoint. */
  @IsCount(1, LARGEST_COUNT)
  from: number;

  /** Size of the later one. */
  @IsCount(1, LARGEST_COUNT)
  to: number;

  /** Hashes of the proof in the order of RFC 6962, each as base64; none when the sizes are equal. */
  path: string[];
}

export class InclusionQuery {
  /** Sequence of the event. */
  @IsQueryCount(1, LARGEST_COUNT)
  sequence: number;

  /** Size of the checkpoint; the newest unless given. */
  @Optional()
  @IsQueryCount(1, LARGEST_COUNT)
  size?: number;
}

export class InclusionProofResponse {
  /** Sequence of the event. */
  @IsCount(1, LARGEST_COUNT)
  sequence: number;

  /** Its hash, whose 32 bytes are the leaf of the tree; hexadecimal. */
  @IsMatching(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
  hash: string;

  /** Place of the event among all, from 0 on. */
  @IsCount(0, LARGEST_COUNT)
  index: number;

  /** Size of the checkpoint that the path leads to. */
  @IsCount(1, LARGEST_COUNT)
  size: number;

  /** Hashes from the leaf to the root in the order of RFC 6962, each as base64. */
  path: string[];
}

export class CheckpointKeyResponse {
  /** Id of the key, as the signature of a note begins with it and a DSSE envelope names it. */
  @IsMatching(KEY_ID, KEY_ID_FORM)
  keyId: string;

  /** Name of the key in notes. */
  name: string;

  /** Kind of the key: `Ed25519`. */
  algorithm: string;

  /** The 32 bytes of the public key, as base64. */
  @IsMatching(HASH, HASH_FORM)
  publicKey: string;

  /** The public key as PEM, which OpenSSL reads. */
  pem: string;

  /** The public key as C2SP's tools read it. */
  verifierKey: string;

  /** `active` when the process that answers signs with it, `retired` when it was signed with before, or by another replica. */
  @IsOneOf(KEY_STATUSES)
  status: KeyStatus;

  /** When the record first told of it; null before it signed anything. */
  introducedAt: Date | null;
}

export class CheckpointKeysResponse {
  /** The active key, then the others, newest first. */
  keys: CheckpointKeyResponse[];
}

export function toCheckpointResponse(checkpoint: Checkpoint, keyId: string, note: string): CheckpointResponse {
  const { size, root, sequence, signedAt } = checkpoint;
  const rootHash = root.toString('base64');
  return { origin: ORIGIN, size, rootHash, sequence, signedAt: new Date(signedAt), keyId, note };
}

export function toKeyResponse(key: NoteKey, status: KeyStatus, introducedAt: Date | null): CheckpointKeyResponse {
  return {
    keyId: key.id,
    name: key.name,
    algorithm: 'Ed25519',
    publicKey: rawKey(key.publicKey).toString('base64'),
    pem: key.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    verifierKey: verifierKey(key),
    status,
    introducedAt,
  };
}
