import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A key as notes know it: C2SP signed-note names a key by its name and four bytes of a digest. */
export interface NoteKey {
  name: string;
  /** Eight hexadecimal digits over name and key. */
  id: string;
  publicKey: KeyObject;
}

/** A text and the signatures below it. */
export interface SignedNote {
  /** With the line end that it ends in. */
  text: string;
  signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  name: string;
  keyId: string;
  signature: Buffer;
}

/** The byte that stands for Ed25519 in a C2SP note. */
const ED25519 = 1;
const RAW_BYTES = 32;
/** What stands before the 32 bytes of an Ed25519 key in its DER form. */
const DER_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;

/** The key of a name, by its Ed25519 public key. */
export function noteKey(name: string, publicKey: KeyObject): NoteKey {
  const digest = createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(rawKey(publicKey)).digest();
  return { name, id: digest.subarray(0, 4).toString('hex'), publicKey };
}

/** The 32 bytes of an Ed25519 public key. */
export function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' }).subarray(-RAW_BYTES);
}

/** The public key of 32 bytes. @throws when they are not 32 */
export function keyOfRaw(raw: Buffer): KeyObject {
  if (raw.length !== RAW_BYTES) throw new Error('An Ed25519 public key has 32 bytes.');
  return createPublicKey({ key: Buffer.concat([DER_HEAD, raw]), format: 'der', type: 'spki' });
}

/** The form in which C2SP hands out the key of a verifier: `name+id+base64`. */
export function verifierKey({ name, id, publicKey }: NoteKey): string {
  return `${name}+${id}+${Buffer.concat([Buffer.of(ED25519), rawKey(publicKey)]).toString('base64')}`;
}

/** Signs a text, which ends in a line end, as a C2SP note. */
export function signNote(text: string, key: NoteKey, privateKey: KeyObject): string {
  const signature = Buffer.concat([Buffer.from(key.id, 'hex'), sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${key.name} ${signature.toString('base64')}\n`;
}

/** Takes a note apart; null unless it is one, byte for byte. */
export function parseNote(note: string): SignedNote | null {
  const end = note.lastIndexOf('\n\n');
  if (end <= 0 || !note.endsWith('\n') || hasControls(note)) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(parseSignature);
  const sound = signatures.filter((signature) => signature !== null);
  return sound.length === lines.length ? { text: note.slice(0, end + 1), signatures: sound } : null;
}

function hasControls(note: string): boolean {
  return [...note].some((character) => character < ' ' && character !== '\n');
}

/** Base64 has several texts for one run of bytes; only the one that is written counts. */
function parseSignature(line: string): NoteSignature | null {
  const [, name, text] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || text === undefined) return null;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length <= 4 || bytes.toString('base64') !== text) return null;
  return { name, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) };
}

/** The key that signed the note, of those that are trusted; null when none of them did. */
export function signerOf({ text, signatures }: SignedNote, trusted: readonly NoteKey[]): NoteKey | null {
  const signer = trusted.find((key) =>
    signatures.some(
      ({ name, keyId, signature }) =>
        name === key.name && keyId === key.id && verify(null, Buffer.from(text), key.publicKey, signature),
    ),
  );
  return signer ?? null;
}
