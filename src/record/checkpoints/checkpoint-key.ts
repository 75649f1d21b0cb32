import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { ORIGIN } from './checkpoint.js';
import { noteKey, type NoteKey } from './signed-note.js';

/** Injection token of the key that signs checkpoints and attestations. */
export const CHECKPOINT_KEY = Symbol('checkpoint key');

/** An Ed25519 key pair under the name that notes give it. */
export interface CheckpointKey extends NoteKey {
  privateKey: KeyObject;
}

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/** The key of a PEM text, or of the base64 of PKCS #8. @throws with a reason when it is no Ed25519 private key */
export function readCheckpointKey(text: string): CheckpointKey {
  const key = text.includes('-----BEGIN')
    ? createPrivateKey(text.replaceAll('\\n', '\n'))
    : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`it is a key of type ${key.asymmetricKeyType}`);
  return pairOf(key);
}

/** The key that follows from a secret which every replica has; it tells nothing of the secret. */
export function deriveCheckpointKey(secret: Buffer): CheckpointKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'stagegate checkpoint key', SEED_BYTES));
  return pairOf(createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' }));
}

function pairOf(privateKey: KeyObject): CheckpointKey {
  return { ...noteKey(ORIGIN, createPublicKey(privateKey)), privateKey };
}
