import { getMe, getMyPermissions, type MeResponse } from '@stagegate/client';
import { type Command } from 'commander';
import { connectDirectly } from '../direct-fetch.js';
import { readText } from '../documents.js';
import { Failure } from '../failure.js';
import { loginFile, readLogins, writeLogins } from '../profiles.js';
import { addressOf, LOCAL_PROFILE, LOCAL_URL, shortened } from '../server.js';
import { action, type GlobalOptions, type Session } from '../session.js';
import { fields, minute, table } from '../text/table.js';
import { reachText } from '../reach.js';

export function addLogin(program: Command): void {
  program
    .command('login')
    .description('Logs in to a server and keeps its token as a profile, which then is the one that is meant')
    .argument('[url]', `address of the server, without /api/v1; --url, STAGEGATE_URL or ${LOCAL_URL} unless given`)
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
    .argument('<profile>', 'name of the profile; local for a service that was started in this folder')
    .action(action(use));
  program
    .command('whoami')
    .description('Says who you are to which server, by which profile and token, and what you may do')
    .option('--permissions', 'says what you may do, and by which roles')
    .option('--model <model>', 'with --permissions, what you may do with this model')
    .action(action(whoami));
}

async function askForToken(session: Session, file: string | undefined): Promise<string> {
  if (file !== undefined) return readText(file).trim();
  if (!session.isInteractive) return readText('-').trim();
  const { isCancel, password } = await import('@clack/prompts');
  const typed = await password({ message: 'Token', output: process.stderr });
  if (isCancel(typed)) throw new Failure('NOT_CONFIRMED', 'Nothing was changed.');
  return typed.trim();
}

/** The server a token is for, the first that is named: the argument or --url, STAGEGATE_URL, the service of this machine. */
function addressToLogIn(argument: string | undefined, option: string | undefined): string {
  const [named, other = named] = [argument, option].filter((one) => one !== undefined).map(addressOf);
  if (named !== other) throw new Failure('WRONG_USAGE', `Two servers are named, ${named} and ${other}.`);
  return named ?? addressOf(process.env.STAGEGATE_URL || LOCAL_URL);
}

async function login(session: Session, options: GlobalOptions & { tokenFile?: string }, given?: string): Promise<void> {
  const url = addressToLogIn(given, options.url);
  const name = options.profile ?? new URL(url).host;
  const { profiles } = readLogins(process.env);
  if (name === LOCAL_PROFILE && !Object.hasOwn(profiles, name))
    throw new Failure(
      'WRONG_USAGE',
      `The profile ${name} is that of a service started in this folder; choose another name.`,
    );
  const token = await askForToken(session, options.tokenFile);
  if (token === '')
    throw new Failure('NO_TOKEN', 'No token was given. Name a file with --token-file, or write it to standard input.');
  const me = await getMe({ client: connectDirectly(url, token) });
  writeLogins(process.env, { current: name, profiles: { ...profiles, [name]: { url, token } } });
  session.answer({ profile: name, url, ...me }, () => [
    `Logged in to ${url} as ${me.subject} (${me.roles.join(', ')}), profile ${name}.`,
    `The token is kept in ${shortened(loginFile(process.env))}${validity(me)}.`,
  ]);
}

function validity({ expiresAt }: MeResponse): string {
  return expiresAt === null ? '' : `, valid until ${minute(expiresAt)} UTC`;
}

function logout(session: Session, options: GlobalOptions): void {
  if (options.url !== undefined)
    throw new Failure('WRONG_USAGE', 'Several profiles may have one address; name the one to forget with --profile.');
  const { current, profiles } = readLogins(process.env);
  const name = options.profile ?? current;
  if (name === null) throw new Failure('NO_PROFILE', 'You are not logged in.');
  if (!Object.hasOwn(profiles, name)) throw new Failure('NO_PROFILE', `There is no profile ${name}.`);
  const kept = Object.fromEntries(Object.entries(profiles).filter(([known]) => known !== name));
  writeLogins(process.env, { current: current === name ? null : current, profiles: kept });
  session.answer({ profile: name }, () => `Forgot ${name}. The token itself holds until it expires or is revoked.`);
}

function profiles(session: Session): void {
  const { current, profiles } = readLogins(process.env);
  const known = Object.entries(profiles).map(([name, { url }]) => ({ name, url, current: name === current }));
  const rows = known.map(({ name, url, current }) => [name, url, current ? 'current' : ' ']);
  session.answer(known, () =>
    rows.length > 0 ? table(['PROFILE', 'URL', ' '], rows, session.page) : 'You are not logged in.',
  );
}

function use(session: Session, _options: unknown, name: string): void {
  const logins = readLogins(process.env);
  const isKnown = Object.hasOwn(logins.profiles, name);
  if (!isKnown && name !== LOCAL_PROFILE)
    throw new Failure(
      'NO_PROFILE',
      `There is no profile ${name}; there are: ${[...Object.keys(logins.profiles), LOCAL_PROFILE].join(', ')}.`,
    );
  writeLogins(process.env, { ...logins, current: isKnown ? name : null });
  const url = logins.profiles[name]?.url ?? LOCAL_URL;
  session.answer({ profile: name, url }, () => `Commands now go to ${url}.`);
}

async function whoami(session: Session, options: { permissions?: true; model?: string }): Promise<void> {
  if (options.permissions) return permissions(session, options.model);
  if (options.model !== undefined) throw new Failure('WRONG_USAGE', '--model goes with --permissions.');
  const { client, server, page } = session;
  const me = await getMe({ client });
  const { url, profile, tokenFrom } = server;
  session.answer({ url, profile, tokenFrom, ...me }, () =>
    fields(
      [
        ['Server', url],
        ['Profile', profile],
        ['Token', tokenFrom],
        ['Subject', me.subject],
        ['Roles', me.roles.join(', ')],
        ...(me.approvalRoles.length > 0 ? ([['Approves as', me.approvalRoles.join(', ')]] as const) : []),
        ['Valid until', minute(me.expiresAt)],
        ['May', me.permissions.join(', ')],
      ],
      page,
    ),
  );
}

/** What may be done, a line each, and which role of which binding says so. */
async function permissions(session: Session, model: string | undefined): Promise<void> {
  const found = await getMyPermissions({ client: session.client, query: { model } });
  const rows = found.grants.map((one) => [one.role, one.source, reachText(one)]);
  session.answer(found, () => [
    ...found.permissions,
    ...(rows.length > 0 ? [table(['ROLE', 'BY', 'FOR'], rows, session.page)] : []),
  ]);
}
