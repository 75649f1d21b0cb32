import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hash,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config } from '../config.js';
import { ConfigError } from './settings-reader.js';
import { readOrKeep } from '../kept-secret.reader.js';
import { type SigningKey, type VerifyingKey } from '../access/signing-key.js';

const SMALLEST_RSA_BITS = 2048;
const ID_LENGTH = 16;
const PREVIOUS_KEYS = 'STAGEGATE_JWT_PREVIOUS_KEY_FILES';

/** The key pair or the secret that is configured, else the secret of the data folder, made at the first start; and those before. */
export function loadSigningKey(config: Config): SigningKey {
  const { secrets, keyFiles } = config.jwtPrevious;
  const previous = [...secrets.map(secretKey), ...keyFiles.map(loadPreviousKey)];
  const current = loadCurrentKey(config);
  return { ...current, previous: previous.filter(({ id }) => id !== current.id) };
}

function loadCurrentKey(config: Config): Omit<SigningKey, 'previous'> {
  if (config.jwtPrivateKeyFile !== null) return loadKeyPair(config.jwtPrivateKeyFile, config.jwtPublicKeyFile);
  if (config.jwtSecret !== null) return secretKey(config.jwtSecret);
  if (config.dataDir === null) throw new ConfigError(['There is no secret and no data folder to keep one in.']);
  return secretKey(readOrCreateSecret(config.dataDir));
}

function secretKey(secret: string): Omit<SigningKey, 'previous'> {
  const key = createSecretKey(Buffer.from(secret, 'utf8'));
  // A digest of its own kind, so that the id of a secret is of no use but to tell it from others.
  const id = createHmac('sha256', key).update('stagegate kid').digest('base64url').slice(0, ID_LENGTH);
  return { id, algorithm: 'HS256', signWith: key, verifyWith: key, sealWith: key };
}

function idOf(key: KeyObject): string {
  return hash('sha256', key.export({ type: 'spki', format: 'der' }), 'base64url').slice(0, ID_LENGTH);
}

/** The private or the public half of a pair that signed before; of the public one alone no kept answers can be opened. */
function loadPreviousKey(file: string): VerifyingKey {
  const verifyWith = readKey(PREVIOUS_KEYS, file, createPublicKey);
  return { id: idOf(verifyWith), algorithm: algorithmOf(verifyWith, file), verifyWith, sealWith: privateIn(file) };
}

function privateIn(file: string): KeyObject | null {
  const pem = readFileSync(file);
  return pem.includes('PRIVATE KEY') ? readKey(PREVIOUS_KEYS, file, createPrivateKey) : null;
}

function readOrCreateSecret(dataDir: string): string {
  const secret = readOrKeep(dataDir, 'jwt-secret', () => `${randomBytes(48).toString('base64url')}\n`).trim();
  if (secret.length >= 32) return secret;
  throw new ConfigError([`${join(dataDir, 'jwt-secret')} holds no usable secret; restore it or delete it.`]);
}

function loadKeyPair(privateFile: string, publicFile: string | null): Omit<SigningKey, 'previous'> {
  const signWith = readKey('STAGEGATE_JWT_PRIVATE_KEY_FILE', privateFile, createPrivateKey);
  const derived = createPublicKey(signWith);
  const verifyWith =
    publicFile === null ? derived : readKey('STAGEGATE_JWT_PUBLIC_KEY_FILE', publicFile, createPublicKey);
  if (!verifyWith.equals(derived)) throw new ConfigError([`${publicFile} does not belong to ${privateFile}.`]);
  const algorithm = algorithmOf(signWith, privateFile);
  return { id: idOf(verifyWith), algorithm, signWith, verifyWith, sealWith: signWith };
}

function readKey(variable: string, file: string, parse: (pem: Buffer) => KeyObject): KeyObject {
  try {
    return parse(readFileSync(file));
  } catch (error) {
    throw new ConfigError([`${variable}: ${file} holds no readable PEM key (${(error as Error).message}).`]);
  }
}

function algorithmOf(key: KeyObject, file: string): 'ES256' | 'RS256' {
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ES256';
  if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_RSA_BITS) return 'RS256';
  throw new ConfigError([`${file} must be an EC key on P-256 or an RSA key of at least ${SMALLEST_RSA_BITS} bits.`]);
}
