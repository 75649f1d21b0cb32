import {
  exportAuditEvents,
  listAuditEvents,
  listModelTransitions,
  listTransitions,
  type TransitionStatus,
  verifyAuditEvents,
} from '@stagegate/client';
import { type Command, Option } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { first } from '../lists.js';
import { count } from '../parsers.js';
import { action, type Session } from '../session.js';
import { minute, table } from '../text/table.js';
import { transitionTable } from '../text/transition.js';
import { limitOption, modelArgument } from './options.js';

const STATUSES = ['applied', 'refused', 'awaiting_approval', 'rejected', 'cancelled', 'stale'];

interface AuditQuery {
  model?: string;
  version?: number;
  actor?: string;
  action?: string;
  from?: string;
  to?: string;
}

export function addHistory(program: Command): void {
  program
    .command('history')
    .description('Lists what was asked for and what became of it, refusals included')
    .addArgument(modelArgument(false))
    .addOption(new Option('--status <status>', 'only transitions of this status').choices(STATUSES))
    .addOption(limitOption())
    .action(action(history));
  const audit = filtered(program.command('audit').description('Lists the audit record, newest first'))
    .addOption(limitOption())
    .action(action(events));
  filtered(audit.command('export').description('Writes audit events as lines of JSON, oldest first')).action(
    action(exportEvents),
  );
  audit.command('verify').description('Verifies every chain of the audit record').action(action(verify));
}

function filtered(command: Command): Command {
  return command
    .option('--model <model>', 'only what concerns this model, under its other names too')
    .option('--version-number <version>', 'only what concerns this version', count)
    .option('--actor <subject>', 'only what this subject did')
    .option('--action <action>', 'only this action, such as transition.refused')
    .option('--from <time>', 'only events at or after this time')
    .option('--to <time>', 'only events before this time');
}

async function history(
  session: Session,
  { status, limit }: { status?: TransitionStatus; limit: number },
  model?: string,
): Promise<void> {
  const { client } = session;
  const query = { status };
  const items =
    model === undefined
      ? await first(listTransitions, { client, query }, limit)
      : await first(listModelTransitions, { client, path: { model }, query }, limit);
  session.answer(items, () => transitionTable(items, session.paint));
}

function queryOf({
  model,
  versionNumber: version,
  actor,
  action,
  from,
  to,
}: AuditQuery & { versionNumber?: number }): AuditQuery {
  return { model, version, actor, action, from: asTime(from), to: asTime(to) };
}

/** A day means its first moment in UTC. */
function asTime(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00.000Z` : text;
}

async function events(session: Session, options: AuditQuery & { limit: number }): Promise<void> {
  const items = await first(listAuditEvents, { client: session.client, query: queryOf(options) }, options.limit);
  const rows = items.map((event) => [
    event.sequence,
    minute(event.at),
    event.actor,
    event.action,
    event.model,
    event.version,
    sentenceOf(event.details),
  ]);
  const titles = ['#', 'AT (UTC)', 'ACTOR', 'ACTION', 'MODEL', 'VERSION', 'DETAIL'];
  session.answer(items, () => table(titles, rows, session.paint));
}

function sentenceOf({ detail, reason }: Record<string, unknown>): string | null {
  return ([detail, reason].find((text) => typeof text === 'string') as string | undefined) ?? null;
}

async function exportEvents(session: Session, options: AuditQuery): Promise<void> {
  const answer: unknown = await exportAuditEvents({
    client: session.client,
    query: queryOf(options),
    parseAs: 'stream',
  });
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

async function verify(session: Session): Promise<ExitCode> {
  const found = await verifyAuditEvents({ client: session.client });
  const { valid, events, firstBroken, reason } = found;
  session.answer(found, () => (valid ? `All ${events} events fit.` : `Event ${firstBroken} does not fit: ${reason}`));
  return valid ? EXIT.done : EXIT.other;
}
