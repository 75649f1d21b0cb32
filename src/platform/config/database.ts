import { resolve } from 'node:path';
import { type SettingsReader } from './settings-reader.js';

/** Where the registry is kept. */
export interface DatabaseSettings {
  /** Null starts the embedded database. */
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  /** Holds the embedded database, the generated secret and the admin token; null when nothing may be kept on disk. */
  readonly dataDir: string | null;
  /** What the embedded database's launcher may read of the environment. */
  readonly launcherEnvironment: Readonly<Record<string, string | undefined>>;
}

export function readDatabaseSettings(read: SettingsReader): DatabaseSettings {
  const databaseUrl = withPassword(read, read.databaseUrl('DATABASE_URL'), read.text('DATABASE_PASSWORD'));
  const dataDir = read.text('STAGEGATE_DATA_DIR') ?? (databaseUrl === null ? '.stagegate' : null);
  return {
    databaseUrl,
    databasePoolSize: read.count('DATABASE_POOL_SIZE', 10, 2, 200),
    dataDir: dataDir === null ? null : resolve(dataDir),
    launcherEnvironment: read.pick(['EMBEDDED_PG_HOME', 'EMBEDDED_PG_USER', 'SUDO_USER', 'PATH']),
  };
}

/** A password given apart may have characters that would end it, or mean something else, inside a URL. */
function withPassword(read: SettingsReader, url: string | null, password: string | null): string | null {
  if (password === null) return url;
  if (url === null || !URL.canParse(url) || new URL(url).password !== '') {
    read.fault('DATABASE_PASSWORD needs a DATABASE_URL that names a user and no password.');
    return url;
  }
  const changed = new URL(url);
  changed.password = encodeURIComponent(password);
  return changed.href;
}
