import { type DataSource } from 'typeorm';
import { AuditService } from '../record/audit/audit.service.js';
import { TokensWitness } from '../access/tokens/tokens-witness.service.js';
import { Witnesses } from '../record/audit/witnesses.service.js';
import { AuthService } from '../access/tokens/auth.service.js';
import { type IssueTokenRequest } from '../access/tokens/auth.dto.js';
import { isApprovalRole, isRole, ROLES } from '../platform/access/permission.js';
import { readConfig } from '../platform/config.js';
import { pendingMigrations } from '../platform/database/migrate.js';
import { loadSigningKey } from '../platform/config/signing-key.reader.js';
import { runCommand, withDatabase } from './run.js';

/** `npm run token -- <subject> <roles> [seconds]`: the first token where no data folder keeps one. */
async function issueToken(): Promise<void> {
  const request = readRequest(process.argv.slice(2));
  const config = readConfig();
  await withDatabase(config, async (dataSource) => {
    await assertMigrated(dataSource);
    const witnesses = new Witnesses();
    new TokensWitness(witnesses);
    const auth = new AuthService(dataSource, new AuditService(dataSource, witnesses), loadSigningKey(config), config);
    const { token } = await auth.issueToken(request, { subject: 'stagegate', requestId: 'command-line' });
    return token;
  });
}

async function assertMigrated(dataSource: DataSource): Promise<void> {
  const { length } = await pendingMigrations(dataSource);
  if (length === 0) return;
  throw new Error(
    `The database does not have the schema of this program: ${length} pending. ` +
      'Run npm run migration:run, or start the service once; then issue the token.',
  );
}

function readRequest([subject, named = '', seconds = '86400']: string[]): IssueTokenRequest {
  const roles = named.split(',').filter(isRole);
  const approvalRoles = named.split(',').filter((role) => !isRole(role));
  if (!subject || roles.length === 0 || !/^\d{1,9}$/.test(seconds) || !approvalRoles.every(isApprovalRole))
    throw new Error(
      `Usage: npm run token -- <subject> <${ROLES.join('|')}>[,<further or approval role>...] [seconds, 86400 unless given]`,
    );
  return { subject, roles, approvalRoles, name: 'command line', expiresInSeconds: Number(seconds) };
}

runCommand(issueToken);
