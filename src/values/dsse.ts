import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { isPlainObject } from './values.js';

/** A payload with signatures over it and its type, as DSSE has them (github.com/secure-systems-lab/dsse). */
export interface DsseEnvelope {
  payloadType: string;
  /** Base64. */
  payload: string;
  signatures: DsseSignature[];
}

export interface DsseSignature {
  /** A hint at the key; it decides nothing. */
  keyid?: string;
  /** Base64. */
  sig: string;
}

/** The media type of an in-toto statement. */
export const IN_TOTO = 'application/vnd.in-toto+json';
/** The type of a statement itself. */
export const STATEMENT_V1 = 'https://in-toto.io/Statement/v1';

/** The public key of a PEM text, or null when it holds none; that of a pair is not taken, since it says more than it should. */
export function readPublicKey(pem: string): KeyObject | null {
  try {
    return pem.includes('PRIVATE') ? null : createPublicKey(pem);
  } catch {
    return null;
  }
}

/** What is signed: the pre-authentication encoding of DSSE version 1. */
export function preAuthEncoding(payloadType: string, payload: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/** Puts a payload into an envelope that an Ed25519 key signs. */
export function signEnvelope(
  payloadType: string,
  payload: string,
  key: { id: string; privateKey: KeyObject },
): DsseEnvelope {
  const bytes = Buffer.from(payload);
  const sig = sign(null, preAuthEncoding(payloadType, bytes), key.privateKey).toString('base64');
  return { payloadType, payload: bytes.toString('base64'), signatures: [{ keyid: key.id, sig }] };
}

/** Whether one of the keys signed the envelope: Ed25519, or ECDSA and RSA over SHA-256. */
export function isSignedBy({ payloadType, payload, signatures }: DsseEnvelope, keys: readonly KeyObject[]): boolean {
  const signed = preAuthEncoding(payloadType, Buffer.from(payload, 'base64'));
  return keys.some((key) => signatures.some(({ sig }) => verifies(key, signed, Buffer.from(sig, 'base64'))));
}

/** A key of another kind, or a signature of another form, is no error: it verifies nothing. */
function verifies(key: KeyObject, signed: Buffer, signature: Buffer): boolean {
  try {
    return verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, key, signature);
  } catch {
    return false;
  }
}

/** The payload as JSON; undefined when it is not JSON. */
export function payloadOf({ payload }: DsseEnvelope): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The SHA-256 digests, in hexadecimal, of what an in-toto statement speaks of; none when the payload is no statement. */
export function subjectDigests(envelope: DsseEnvelope): string[] {
  const statement = envelope.payloadType === IN_TOTO ? payloadOf(envelope) : undefined;
  if (!isPlainObject(statement) || !Array.isArray(statement['subject'])) return [];
  return statement['subject'].flatMap((subject: unknown) => {
    const digest = isPlainObject(subject) && isPlainObject(subject['digest']) ? subject['digest']['sha256'] : undefined;
    return typeof digest === 'string' ? [digest] : [];
  });
}
