import { createFreeze, endFreeze, type FreezeResponse, getFreeze, listFreezes } from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { first } from '../lists.js';
import { names, time } from '../parsers.js';
import { action, type Session } from '../session.js';
import { type Column, minute, table } from '../text/table.js';
import { idArgument, limitOption, yesOption } from './options.js';

interface CreateOptions {
  reason: string;
  start?: string;
  end?: string;
  cron?: string;
  duration?: string;
  timeZone?: string;
  models?: string[];
}

export function addFreezes(program: Command): void {
  const freeze = program.command('freeze').description('Times in which nothing is promoted');
  freeze
    .command('list')
    .description('Lists the freezes, those of policies too')
    .option('--model <model>', 'only those that hold for this model')
    .option('--at <time>', 'only those that hold at this time', time)
    .addOption(limitOption())
    .action(action(list));
  freeze
    .command('create')
    .description('Freezes the registry, or some models, once or again and again')
    .argument('<name>', 'what it is called')
    .requiredOption('--reason <text>', 'why')
    .option('--start <time>', 'when it begins, of the time zone where the time names none; now unless given')
    .option('--end <time>', 'when it ends; open unless given')
    .option('--cron <expression>', "when it begins each time, such as '0 18 * * 5' for Fridays at six")
    .option('--duration <span>', 'how long it holds each time, such as PT62H')
    .option('--time-zone <zone>', 'the time zone of its times, such as Europe/Berlin')
    .option('--models <models>', 'only these models, with commas between', names)
    .action(action(create));
  freeze
    .command('delete')
    .description('Ends a freeze; the record keeps it')
    .addArgument(idArgument('id of the freeze'))
    .addOption(yesOption())
    .action(action(end));
}

async function list(session: Session, options: { model?: string; at?: string; limit: number }): Promise<void> {
  const { limit, model, at } = options;
  const query = { model, at };
  const items = await first(listFreezes, { client: session.client, query }, limit);
  const columns: Column[] = ['NAME', 'WHEN', 'MODELS', 'HOLDS', { title: 'REASON', prose: true }, 'ID'];
  const rows = items.map((one) => [one.name, whenOf(one), modelsOf(one), holdsOf(one), one.reason, one.id]);
  session.answer(items, () => table(columns, rows, session.page));
}

function whenOf({ start, end, recurrence, timeZone }: FreezeResponse): string {
  if (recurrence !== null) return `${recurrence.cron} for ${recurrence.duration}, ${timeZone}`;
  return `${minute(start) ?? ''} … ${minute(end) ?? ''}`.trim();
}

function modelsOf({ models }: FreezeResponse): string {
  return models === null ? 'all' : models.join(', ');
}

function holdsOf({ holds, until }: FreezeResponse): string {
  if (!holds) return 'no';
  return until === null ? 'yes' : `until ${minute(until)}`;
}

async function create(session: Session, options: CreateOptions, name: string): Promise<void> {
  const { cron, duration, ...given } = options;
  const { reason, start, end, timeZone, models } = given;
  // One without the other is refused by the service, which says so.
  const recurrence = cron === undefined && duration === undefined ? undefined : { cron: cron!, duration: duration! };
  const body = { name, reason, start, end, timeZone, models, recurrence };
  const found = await createFreeze({ client: session.client, body });
  session.answer(found, () => [`Froze ${modelsOf(found)} models: ${name}, ${whenOf(found)}.`, `Freeze ${found.id}`]);
}

async function end(session: Session, { yes }: { yes?: true }, id: string): Promise<void> {
  const { client } = session;
  const { name } = await getFreeze({ client, path: { id } });
  await confirmed(session, { question: `End the freeze ${name}?`, yes, unasked: 'goes on' });
  await endFreeze({ client, path: { id } });
  session.answer({ id, ended: true }, () => `Ended the freeze ${name}.`);
}
