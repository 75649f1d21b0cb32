import { rmSync, writeFileSync } from 'node:fs';
import { issueToken, type IssueTokenRequest, listTokens, revokeToken, type TokenResponse } from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { Failure } from '../failure.js';
import { first } from '../lists.js';
import { duration, names } from '../parsers.js';
import { action, type Session } from '../session.js';
import { fields, minute, table } from '../text/table.js';
import { idArgument, limitOption, yesOption } from './options.js';

const SECOND_MS = 1_000;

interface IssueOptions {
  role?: IssueTokenRequest['roles'];
  serviceAccount?: true;
  approvalRoles?: string[];
  name?: string;
  expiresIn?: number;
  tokenFile?: string;
}

export function addTokens(program: Command): void {
  const token = program.command('token').description('Tokens of people and programs');
  token
    .command('issue')
    .description('Issues a token and shows it once')
    .argument('<subject>', 'who it speaks for')
    .option(
      '--role <role...>',
      'what it may do; may be repeated, and left out for a subject that role bindings say it of',
    )
    .option('--service-account', 'says that a program has it, which approves nothing')
    .option('--approval-roles <roles>', 'roles of approval slots it fills, with commas between', names)
    .option('--name <name>', 'where it is used')
    .option('--expires-in <span>', 'how long it holds, such as 12h or 90d', duration)
    .option('--token-file <file>', 'writes the token to this new file, for you alone, instead of showing it')
    .action(action(issue));
  token
    .command('list')
    .description('Lists the tokens, those that hold no longer too')
    .option('--subject <subject>', 'only tokens of this subject')
    .addOption(limitOption())
    .action(action(list));
  token
    .command('show')
    .description('Shows a token without its secret')
    .addArgument(idArgument('id of the token'))
    .action(action(show));
  token
    .command('revoke')
    .description('Revokes a token at once')
    .addArgument(idArgument('id of the token'))
    .addOption(yesOption())
    .action(action(revoke));
}

async function issue(session: Session, options: IssueOptions, subject: string): Promise<void> {
  const { role: roles = [], approvalRoles, serviceAccount, name, expiresIn, tokenFile } = options;
  const expiresInSeconds = expiresIn === undefined ? undefined : expiresIn / SECOND_MS;
  // Before the token exists, since one that cannot be written would be lost.
  if (tokenFile !== undefined) makeSecretFile(tokenFile);
  const body = { subject, roles, approvalRoles, serviceAccount, name, expiresInSeconds };
  const { token, ...issued } = await issueToken({ client: session.client, body }).catch((error: unknown) => {
    if (tokenFile !== undefined) rmSync(tokenFile);
    throw error;
  });
  if (tokenFile !== undefined) writeFileSync(tokenFile, `${token}\n`);
  session.answer(tokenFile === undefined ? { ...issued, token } : { ...issued, tokenFile }, () => [
    fields(factsOf(issued), session.page),
    ...(tokenFile === undefined ? ['It is shown this once:', token] : [`The token is in ${tokenFile}.`]),
  ]);
}

/** A new file that nobody else can read; one that is there already is left as it is. */
function makeSecretFile(file: string): void {
  try {
    writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'it is there already' : message;
    throw new Failure('UNREADABLE_FILE', `${file} cannot be written: ${why}. No token was issued.`);
  }
}

async function list(session: Session, { subject, limit }: { subject?: string; limit: number }): Promise<void> {
  const items = await first(listTokens, { client: session.client, query: { subject } }, limit);
  const rows = items.map((one) => [
    one.subject,
    one.roles.join(', '),
    one.name,
    minute(one.issuedAt),
    one.revokedAt === null ? minute(one.expiresAt) : `revoked ${minute(one.revokedAt)}`,
    one.id,
  ]);
  session.answer(items, () => table(['SUBJECT', 'ROLES', 'NAME', 'ISSUED', 'HOLDS UNTIL', 'ID'], rows, session.page));
}

async function show(session: Session, _options: unknown, id: string): Promise<void> {
  const found = await tokenOf(session, id);
  session.answer(found, () => fields(factsOf(found), session.page));
}

async function revoke(session: Session, { yes }: { yes?: true }, id: string): Promise<void> {
  const { subject, name } = await tokenOf(session, id);
  const question = `Revoke the token of ${subject}${name === null ? '' : ` (${name})`}?`;
  await confirmed(session, { question, yes, unasked: 'goes on' });
  await revokeToken({ client: session.client, path: { id } });
  session.answer({ id, revoked: true }, () => `Revoked the token ${id} of ${subject}.`);
}

async function tokenOf({ client }: Session, id: string): Promise<TokenResponse> {
  const [found] = await first(listTokens, { client, query: { filter: `id = '${id}'` } }, 1);
  if (found === undefined) throw new Failure('NOT_FOUND', `There is no token ${id}.`);
  return found;
}

function factsOf(token: TokenResponse): [string, string | null][] {
  return [
    ['Token', token.id],
    ['Subject', token.subject],
    ['Roles', token.roles.join(', ') || null],
    ...(token.serviceAccount ? ([['Service account', 'yes']] as [string, string][]) : []),
    ...(token.approvalRoles.length > 0
      ? ([['Approves as', token.approvalRoles.join(', ')]] as [string, string][])
      : []),
    ['Name', token.name],
    ['Issued', `${minute(token.issuedAt)} by ${token.issuedBy}`],
    ['Holds until', minute(token.expiresAt)],
    ...(token.revokedAt === null
      ? []
      : ([['Revoked', `${minute(token.revokedAt)} by ${token.revokedBy}`]] as [string, string][])),
  ];
}
