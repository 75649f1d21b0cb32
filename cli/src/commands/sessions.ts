import { endSession, listSessions } from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { minute, table } from '../text/table.js';
import { idArgument, limitOption, yesOption } from './options.js';

export function addSessions(program: Command): void {
  const session = program.command('session').description('Browsers that are signed in to the console');
  session
    .command('list')
    .description('Lists your sessions that are live; of everybody, who may manage tokens')
    .addOption(limitOption())
    .action(action(list));
  session
    .command('end')
    .description('Ends a session at once')
    .addArgument(idArgument('id of the session'))
    .addOption(yesOption())
    .action(action(end));
}

async function list(session: Session, { limit }: { limit: number }): Promise<void> {
  const items = await first(listSessions, { client: session.client }, limit);
  const rows = items.map((one) => [one.subject, minute(one.startedAt), minute(one.lastSeenAt), one.userAgent, one.id]);
  const columns = ['SUBJECT', 'SINCE (UTC)', 'LAST SEEN (UTC)', 'BROWSER', 'ID'];
  session.answer(items, () => table(columns, rows, session.page));
}

async function end(session: Session, { yes }: { yes?: true }, id: string): Promise<void> {
  await confirmed(session, { question: `End the session ${id}?`, yes, unasked: 'goes on' });
  await endSession({ client: session.client, path: { id } });
  session.answer({ id, ended: true }, () => `Ended the session ${id}.`);
}
