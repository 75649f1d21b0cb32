import { type SettingsReader } from './settings-reader.js';

/** What tokens are signed with: a secret, a key pair, or neither, which takes the secret of the data folder. */
export interface TokenSettings {
  readonly jwtSecret: string | null;
  readonly jwtPrivateKeyFile: string | null;
  readonly jwtPublicKeyFile: string | null;
  /** Secrets and files of keys that signed before; what they signed is still taken. */
  readonly jwtPrevious: { readonly secrets: readonly string[]; readonly keyFiles: readonly string[] };
}

const SHORTEST_SECRET = 32;

export function readTokenSettings(read: SettingsReader, dataDir: string | null): TokenSettings {
  const settings = {
    jwtSecret: read.secret('STAGEGATE_JWT_SECRET'),
    jwtPrivateKeyFile: read.text('STAGEGATE_JWT_PRIVATE_KEY_FILE'),
    jwtPublicKeyFile: read.text('STAGEGATE_JWT_PUBLIC_KEY_FILE'),
    jwtPrevious: Object.freeze({
      // A secret may hold anything but a line break.
      secrets: partsOf(read.secret('STAGEGATE_JWT_PREVIOUS_SECRETS'), '\n'),
      keyFiles: partsOf(read.text('STAGEGATE_JWT_PREVIOUS_KEY_FILES'), ','),
    }),
  };
  checkKeys(read, settings, dataDir);
  return settings;
}

function partsOf(value: string | null, separator: string): string[] {
  const parts = (value ?? '').split(separator).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function checkKeys(read: SettingsReader, settings: TokenSettings, dataDir: string | null): void {
  const { jwtSecret, jwtPrivateKeyFile, jwtPublicKeyFile } = settings;
  if (jwtSecret !== null && jwtSecret.length < SHORTEST_SECRET) {
    read.fault(`STAGEGATE_JWT_SECRET must hold at least ${SHORTEST_SECRET} characters; try: openssl rand -base64 48`);
  }
  if (settings.jwtPrevious.secrets.some(({ length }) => length < SHORTEST_SECRET)) {
    read.fault(
      `STAGEGATE_JWT_PREVIOUS_SECRETS must hold secrets of at least ${SHORTEST_SECRET} characters, one a line.`,
    );
  }
  if (jwtSecret !== null && jwtPrivateKeyFile !== null) {
    read.fault('STAGEGATE_JWT_SECRET and STAGEGATE_JWT_PRIVATE_KEY_FILE exclude each other; give one.');
  }
  if (jwtPublicKeyFile !== null && jwtPrivateKeyFile === null) {
    read.fault('STAGEGATE_JWT_PUBLIC_KEY_FILE needs STAGEGATE_JWT_PRIVATE_KEY_FILE beside it.');
  }
  if (jwtSecret === null && jwtPrivateKeyFile === null && dataDir === null) {
    read.fault(
      'With DATABASE_URL and without STAGEGATE_DATA_DIR there is no place to keep a secret: ' +
        'give STAGEGATE_JWT_SECRET or STAGEGATE_JWT_PRIVATE_KEY_FILE, the same on every replica.',
    );
  }
}
