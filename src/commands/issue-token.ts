import { AuditService } from '../record/audit/audit.service.js';
import { AuthService } from '../access/tokens/auth.service.js';
import { isApprovalRole, isRole, ROLES } from '../platform/access/permission.js';
import { loadSigningKey } from '../platform/access/signing-key.reader.js';
import { readConfig } from '../platform/config.js';
import { connect } from '../connect.js';
import { createLog } from '../platform/http/log.js';

/** `npm run token -- <subject> <roles> [seconds]`: the first token where no data folder keeps one. */
async function main(): Promise<void> {
  const [subject, named = '', seconds = '86400'] = process.argv.slice(2);
  const roles = named.split(',').filter(isRole);
  const approvalRoles = named.split(',').filter((role) => !isRole(role));
  if (!subject || roles.length === 0 || !/^\d{1,9}$/.test(seconds) || !approvalRoles.every(isApprovalRole))
    throw new Error(
      `Usage: npm run token -- <subject> <${ROLES.join('|')}>[,<further or approval role>...] [seconds, 86400 unless given]`,
    );
  const config = readConfig();
  const database = await connect(config, createLog('warn', false));
  try {
    const auth = new AuthService(database.dataSource, new AuditService(database.dataSource), loadSigningKey(config));
    const request = {
      subject,
      roles,
      approvalRoles,
      name: 'command line',
      expiresInSeconds: Number(seconds),
    };
    const { token } = await auth.issueToken(request, { subject: 'stagegate', requestId: 'command-line' });
    process.stdout.write(`${token}\n`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
