import { homedir } from 'node:os';
import { isCancel, password } from '@clack/prompts';
import { connect, getMe, type MeResponse } from '@stagegate/client';
import { type Command } from 'commander';
import { readText } from '../documents.js';
import { type Logins, loginFile, readLogins, writeLogins } from '../profiles.js';
import { addressOf, LOCAL_URL } from '../server.js';
import { action, type GlobalOptions, type Session } from '../session.js';
import { fields, minute, table } from '../text/table.js';

export function addLogin(program: Command): void {
  program
    .command('login')
    .description('Logs in to a server and keeps its token as a profile')
    .argument('[url]', 'address of the server, without /api/v1', LOCAL_URL)
    .option('--token-file <file>', 'file that holds the token, - for standard input; asked for otherwise')
    .action(action(login));
  program
    .command('logout')
    .description('Forgets a profile, the current one unless --profile says')
    .action(action(logout));
  program.command('profiles').description('Lists the servers you are logged in to').action(action(profiles));
  program
    .command('use')
    .description('Makes a profile the one that is meant when none is named')
    .argument('<profile>', 'name of the profile')
    .action(action(use));
  program.command('whoami').description('Says who you are to the server, and what you may do').action(action(whoami));
}

async function askForToken(session: Session, file: string | undefined): Promise<string> {
  if (file !== undefined) return readText(file).trim();
  if (!session.isInteractive) return readText('-').trim();
  const typed = await password({ message: 'Token', output: process.stderr });
  if (isCancel(typed)) throw new Error('Nothing was changed.');
  return typed.trim();
}

async function login(session: Session, options: GlobalOptions & { tokenFile?: string }, given: string): Promise<void> {
  const url = addressOf(given);
  const name = options.profile ?? new URL(url).host;
  const token = await askForToken(session, options.tokenFile);
  if (token === '')
    throw new Error('No token was given. Name a file with --token-file, or write it to standard input.');
  const me = await getMe({ client: connect({ baseUrl: url, token }) });
  const { profiles } = readLogins(process.env);
  writeLogins(process.env, { current: name, profiles: { ...profiles, [name]: { url, token } } });
  session.answer({ profile: name, url, ...me }, () => [
    `Logged in to ${url} as ${me.subject} (${me.roles.join(', ')}), profile ${name}.`,
    `The token is kept in ${shortened(loginFile(process.env))}${validity(me)}.`,
  ]);
}

/** As people write a path in their own folder. */
function shortened(path: string): string {
  return path.startsWith(`${homedir()}/`) ? path.replace(homedir(), '~') : path;
}

function validity({ expiresAt }: MeResponse): string {
  return expiresAt === null ? '' : `, valid until ${minute(expiresAt)} UTC`;
}

function logout(session: Session, options: GlobalOptions): void {
  const { current, profiles } = readLogins(process.env);
  const name = options.profile ?? current;
  if (name === null || !profiles[name])
    throw new Error(name === null ? 'You are not logged in.' : `There is no profile ${name}.`);
  const kept = Object.fromEntries(Object.entries(profiles).filter(([known]) => known !== name));
  writeLogins(process.env, { current: current === name ? null : current, profiles: kept });
  session.answer({ profile: name }, () => `Forgot ${name}. The token itself holds until it expires or is revoked.`);
}

function profiles(session: Session): void {
  const { current, profiles } = readLogins(process.env);
  const known = Object.entries(profiles).map(([name, { url }]) => ({ name, url, current: name === current }));
  const rows = known.map(({ name, url, current }) => [name, url, current ? 'current' : ' ']);
  session.answer(known, () =>
    rows.length > 0 ? table(['PROFILE', 'URL', ' '], rows, session.paint) : 'You are not logged in.',
  );
}

function use(session: Session, _options: unknown, name: string): void {
  const logins: Logins = readLogins(process.env);
  const known = Object.keys(logins.profiles);
  if (!logins.profiles[name])
    throw new Error(
      `There is no profile ${name}; ${known.length > 0 ? `there are: ${known.join(', ')}` : 'you are not logged in'}.`,
    );
  writeLogins(process.env, { ...logins, current: name });
  session.answer({ profile: name }, () => `Commands now go to ${logins.profiles[name]!.url}.`);
}

async function whoami(session: Session): Promise<void> {
  const me = await getMe({ client: session.client });
  session.answer({ url: session.server.url, ...me }, () =>
    fields(
      [
        ['Server', session.server.url],
        ['Subject', me.subject],
        ['Roles', me.roles.join(', ')],
        ['Valid until', minute(me.expiresAt)],
        ['May', me.permissions.join(', ')],
      ],
      session.paint,
    ),
  );
}
