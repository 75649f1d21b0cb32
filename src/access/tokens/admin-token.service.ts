import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { Problem } from '../../platform/http/problem.js';
import { type AuthService } from './auth.service.js';
import { type Authenticator } from './authenticator.service.js';

const START_LOCK = 7_305_118_222;
const LIFE_SECONDS = 90 * 24 * 3600;
const ISSUER = { subject: 'stagegate', requestId: 'start' };

export interface AdminToken {
  file: string;
  isNew: boolean;
  /** The token's id, its `jti`. */
  tokenId: string;
}

/** Keeps a usable admin token in the data folder: the one that is there while it stands, else a new one. */
export function keepAdminToken(
  dataDir: string,
  dataSource: DataSource,
  auth: AuthService,
  authenticator: Authenticator,
): Promise<AdminToken> {
  const file = join(dataDir, 'admin-token');
  // Of several starts at once one issues the token, the others find it.
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [START_LOCK]);
    const standing = await standingId(readToken(file), authenticator);
    if (standing !== null) return { file, isNew: false, tokenId: standing };
    const request = { subject: 'admin', roles: ['admin' as const], name: 'admin-token file' };
    const { token, id: tokenId } = await auth.issueToken({ ...request, expiresInSeconds: LIFE_SECONDS }, ISSUER);
    mkdirSync(dataDir, { recursive: true });
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, `${token}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
    return { file, isNew: true, tokenId };
  });
}

function readToken(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The id of an administrator's token that stands; null for any other text. */
async function standingId(token: string | null, authenticator: Authenticator): Promise<string | null> {
  if (token === null) return null;
  try {
    const caller = await authenticator.authenticate(`Bearer ${token}`, ISSUER.requestId);
    return caller.roles.includes('admin') ? caller.tokenId : null;
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}
