import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config } from '../config.js';
import { ConfigError } from '../config/settings-reader.js';
import { readOrKeep } from '../kept-secret.reader.js';
import { type SigningKey } from './signing-key.js';

const SMALLEST_RSA_BITS = 2048;

/** The key pair or the secret that is configured, else the secret of the data folder, made at the first start. */
export function loadSigningKey(config: Config): SigningKey {
  if (config.jwtPrivateKeyFile !== null) return loadKeyPair(config.jwtPrivateKeyFile, config.jwtPublicKeyFile);
  if (config.jwtSecret !== null) return secretKey(config.jwtSecret);
  if (config.dataDir === null) throw new ConfigError(['There is no secret and no data folder to keep one in.']);
  return secretKey(readOrCreateSecret(config.dataDir));
}

function secretKey(secret: string): SigningKey {
  const key = createSecretKey(Buffer.from(secret, 'utf8'));
  return { algorithm: 'HS256', signWith: key, verifyWith: key };
}

function readOrCreateSecret(dataDir: string): string {
  const secret = readOrKeep(dataDir, 'jwt-secret', () => `${randomBytes(48).toString('base64url')}\n`).trim();
  if (secret.length >= 32) return secret;
  throw new ConfigError([`${join(dataDir, 'jwt-secret')} holds no usable secret; restore it or delete it.`]);
}

function loadKeyPair(privateFile: string, publicFile: string | null): SigningKey {
  const signWith = readKey('STAGEGATE_JWT_PRIVATE_KEY_FILE', privateFile, createPrivateKey);
  const derived = createPublicKey(signWith);
  const verifyWith =
    publicFile === null ? derived : readKey('STAGEGATE_JWT_PUBLIC_KEY_FILE', publicFile, createPublicKey);
  if (!verifyWith.equals(derived)) throw new ConfigError([`${publicFile} does not belong to ${privateFile}.`]);
  return { algorithm: algorithmOf(signWith, privateFile), signWith, verifyWith };
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
