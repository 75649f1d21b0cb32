import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { Failure } from './failure.js';

/** A payload and the signatures over it, as DSSE has them. */
export interface Envelope {
  payloadType: string;
  payload: string;
  signatures: { keyid?: string; sig: string }[];
}

/** What is known of an in-toto statement by its type alone. */
export interface Statement {
  subject: { name: string; digest: Record<string, string> }[];
  predicateType: string;
  predicate: Record<string, unknown>;
}

/** Reads the keys of a file: what a registry answers at /.well-known/stagegate-keys.json, or PEM. */
export function keysIn(text: string, file: string): KeyObject[] {
  try {
    const pems = text.trim().startsWith('{')
      ? (JSON.parse(text) as { keys: { pem: string }[] }).keys.map(({ pem }) => pem)
      : (text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []);
    const keys = pems.map((pem) => createPublicKey(pem));
    if (keys.length > 0 && keys.every(({ asymmetricKeyType: type }) => type === 'ed25519')) return keys;
  } catch {
    // What is no JSON, names no keys, or names what is none, is told of in one way.
  }
  throw new Failure('INVALID_DOCUMENT', `${file} holds no Ed25519 public keys: neither those of a registry nor PEM.`);
}

/** Takes a DSSE envelope out of a file, one that this program wrote or a registry answered. */
export function envelopeIn(text: string, file: string): Envelope {
  try {
    const value = JSON.parse(text) as Envelope;
    if ([value.payloadType, value.payload].every((part) => typeof part === 'string') && value.signatures.length > 0)
      return value;
  } catch {
    // As above.
  }
  throw new Failure('INVALID_DOCUMENT', `${file} holds no DSSE envelope.`);
}

/** The key that signed the envelope, or undefined: what is signed is type and payload with their lengths. */
export function signerOf(envelope: Envelope, keys: readonly KeyObject[]): KeyObject | undefined {
  const { payloadType, signatures } = envelope;
  const payload = Buffer.from(envelope.payload, 'base64');
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  const signed = Buffer.concat([Buffer.from(head), payload]);
  return keys.find((key) => signatures.some(({ sig }) => verify(null, signed, key, Buffer.from(sig, 'base64'))));
}

/** The statement that an envelope carries; only to be trusted once its signer is known. */
export function statementIn({ payload }: Envelope, file: string): Statement {
  try {
    return JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) as Statement;
  } catch {
    throw new Failure('INVALID_DOCUMENT', `The payload of ${file} is no JSON.`);
  }
}
