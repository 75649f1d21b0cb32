import { createPublicKey } from 'node:crypto';
import { ORIGIN } from '../../src/record/checkpoints/checkpoint.js';
import { keyOfRaw, noteKey, type NoteKey } from '../../src/record/checkpoints/signed-note.js';
import { isPlainObject } from '../../src/values/values.js';

const VERIFIER_KEY = /^(.+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/;

/** The keys of a text: what `/.well-known/stagegate-keys.json` answers, PEM keys, or C2SP verifier keys, a line each. @throws when there are none */
export function readKeys(text: string): NoteKey[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return keysOfJson(JSON.parse(trimmed));
  if (trimmed.includes('-----BEGIN')) return pemKeys(trimmed);
  return trimmed.split('\n').map(keyOfLine);
}

function keysOfJson(value: unknown): NoteKey[] {
  const keys = isPlainObject(value) && Array.isArray(value['keys']) ? (value['keys'] as unknown[]) : [];
  if (keys.length === 0) throw new Error('it names no keys');
  return keys.map((key) => {
    const { name, publicKey } = key as { name: string; publicKey: string };
    return noteKey(name, keyOfRaw(Buffer.from(publicKey, 'base64')));
  });
}

function pemKeys(text: string): NoteKey[] {
  const blocks = text.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [];
  return blocks.map((pem) => {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`it holds a key of type ${key.asymmetricKeyType}`);
    return noteKey(ORIGIN, key);
  });
}

function keyOfLine(line: string): NoteKey {
  const [, name = '', id, bytes = ''] = VERIFIER_KEY.exec(line.trim()) ?? [];
  const key = noteKey(name, keyOfRaw(Buffer.from(bytes, 'base64').subarray(1)));
  if (key.id !== id) throw new Error(`the key "${line}" does not fit its id`);
  return key;
}
