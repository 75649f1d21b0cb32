import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What deliveries are signed with, in the text forms of Standard Webhooks. */
export interface Secrets {
  /** `whsec_` and 32 bytes in Base64: the key of HMAC-SHA256, which the receiver has, too. */
  secret: string;
  /** `whsk_` and the private key of Ed25519 in Base64, which nobody else has. */
  privateKey: string;
}

const SECRET_BYTES = 32;
/** What comes before the 32 bytes of a key in PKCS #8 and in SPKI (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

export function newSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ed25519');
  const bytes = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8_HEAD.length);
  return {
    secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
    privateKey: `whsk_${bytes.toString('base64')}`,
  };
}

/** `whpk_` and the public key in Base64, by which receivers verify `v1a`. */
export function publicKeyOf({ privateKey }: Secrets): string {
  const key = createPublicKey(privateKeyOf(privateKey)).export({ format: 'der', type: 'spki' });
  return `whpk_${key.subarray(SPKI_HEAD.length).toString('base64')}`;
}

/** A message to be signed; the receiver reads id and timestamp from headers of the same names. */
export interface Message {
  id: string;
  /** Seconds since 1970. */
  timestamp: number;
  body: string;
}

/** The header `webhook-signature`: by each secret one signature of `v1`, HMAC-SHA256, and one of `v1a`, Ed25519. */
export function signaturesOf({ id, timestamp, body }: Message, secrets: readonly Secrets[]): string {
  const content = Buffer.from(`${id}.${timestamp}.${body}`, 'utf8');
  return secrets
    .flatMap(({ secret, privateKey }) => [
      `v1,${createHmac('sha256', bytesOf(secret)).update(content).digest('base64')}`,
      `v1a,${sign(null, content, privateKeyOf(privateKey)).toString('base64')}`,
    ])
    .join(' ');
}

function privateKeyOf(text: string) {
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, bytesOf(text)]), format: 'der', type: 'pkcs8' });
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text.slice(text.indexOf('_') + 1), 'base64');
}
