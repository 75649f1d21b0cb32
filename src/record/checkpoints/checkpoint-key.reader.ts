import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SigningKey } from '../../platform/access/signing-key.js';
import { type Config } from '../../platform/config.js';
import { ConfigError } from '../../platform/config/settings-reader.js';
import { readOrKeep } from '../../platform/kept-secret.reader.js';
import { type CheckpointKey, deriveCheckpointKey, readCheckpointKey } from './checkpoint-key.js';

const FILE = 'checkpoint-key.pem';

/** The key that is configured, else the one of the data folder, else one that follows from what signs tokens. */
export function loadCheckpointKey(config: Config, signing: SigningKey): CheckpointKey {
  const { checkpointKey, checkpointKeyFile, dataDir } = config;
  if (checkpointKey !== null) return parse('STAGEGATE_CHECKPOINT_KEY', () => checkpointKey);
  if (checkpointKeyFile !== null)
    return parse(`STAGEGATE_CHECKPOINT_KEY_FILE, ${checkpointKeyFile},`, () => readFileSync(checkpointKeyFile, 'utf8'));
  if (dataDir !== null) return parse(join(dataDir, FILE), () => readOrKeep(dataDir, FILE, newKey));
  return deriveCheckpointKey(secretOf(signing.signWith));
}

function parse(source: string, read: () => string): CheckpointKey {
  try {
    return readCheckpointKey(read().trim());
  } catch (error) {
    const how = 'openssl genpkey -algorithm ed25519 makes one';
    throw new ConfigError([`${source} holds no Ed25519 private key (${(error as Error).message}); ${how}.`]);
  }
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function secretOf(key: KeyObject): Buffer {
  return key.type === 'secret' ? key.export() : key.export({ type: 'pkcs8', format: 'der' });
}
