import {
  type AuditVerificationResponse,
  exportAuditEvents,
  listAuditEvents,
  verifyAuditEvents,
} from '@stagegate/client';
import { type Command, Option } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { first } from '../lists.js';
import { count, place, time } from '../parsers.js';
import { action, type Session } from '../session.js';
import { auditDetail } from '../text/audit.js';
import { countedText } from '../text/numbers.js';
import { type Column, minute, table } from '../text/table.js';
import { limitOption } from './options.js';

interface AuditQuery {
  model?: string;
  version?: number;
  actor?: string;
  action?: string;
  from?: string;
  to?: string;
}
type AuditOptions = Omit<AuditQuery, 'version'> & { versionNumber?: number };
type ExportOptions = AuditOptions & { after?: number; through?: number; include?: 'evidence' };

export function addAudit(program: Command): void {
  const audit = filtered(program.command('audit').description('Lists the audit record, newest first'))
    .addOption(limitOption())
    .action(action(events));
  filtered(audit.command('export').description('Writes audit events as lines of JSON, oldest first'))
    .option('--after <sequence>', 'only events after this one, the last of an export before', place)
    .option('--through <sequence>', 'only events up to this one, such as that of a checkpoint', place)
    .addOption(new Option('--include <what>', 'adds to each event the documents behind it').choices(['evidence']))
    .action(action(exportEvents));
  audit
    .command('verify')
    .description('Verifies every chain of the audit record, and that what it tells of is stored as it was')
    .action(action(verify));
}

function filtered(command: Command): Command {
  return command
    .option('--model <model>', 'only what concerns this model, under its other names too')
    .option('--version-number <version>', 'only what concerns this version', count)
    .option('--actor <subject>', 'only what this subject did')
    .option('--action <action>', 'only this action, such as transition.refused')
    .option('--from <time>', 'only events at or after this time', time)
    .option('--to <time>', 'only events before this time', time);
}

function queryOf({ model, versionNumber: version, actor, action, from, to }: AuditOptions): AuditQuery {
  return { model, version, actor, action, from, to };
}

async function events(session: Session, options: AuditOptions & { limit: number }): Promise<void> {
  const items = await first(listAuditEvents, { client: session.client, query: queryOf(options) }, options.limit);
  const rows = items.map((event) => [
    event.sequence,
    minute(event.at),
    event.actor,
    event.action,
    event.model,
    event.version,
    auditDetail(event),
  ]);
  const titles: Column[] = ['#', 'AT (UTC)', 'ACTOR', 'ACTION', 'MODEL', 'VERSION', { title: 'DETAIL', prose: true }];
  session.answer(items, () => table(titles, rows, session.page));
}

async function exportEvents(session: Session, options: ExportOptions): Promise<void> {
  const { after, through, include } = options;
  const query = { ...queryOf(options), after, through, include };
  const answer: unknown = await exportAuditEvents({ client: session.client, query, parseAs: 'stream' });
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

async function verify(session: Session): Promise<ExitCode> {
  const found = await verifyAuditEvents({ client: session.client });
  session.answer(found, () => (found.valid ? `All ${found.events} events fit.` : faultsOf(session, found)));
  return found.valid ? EXIT.done : EXIT.other;
}

function faultsOf(
  { page }: Session,
  { reason, firstBroken, differences, differing }: AuditVerificationResponse,
): string[] {
  const title =
    firstBroken === null ? `The record does not hold: ${reason}` : `Event ${firstBroken} does not fit: ${reason}`;
  const rows = differences.map((one) => [one.kind, one.id, one.model, one.field, one.expected, one.found]);
  return [
    title,
    ...(rows.length > 0 ? [table(['KIND', 'ID', 'MODEL', 'FIELD', 'RECORDED', 'STORED'], rows, page)] : []),
    ...(differing > rows.length ? [`In all ${countedText(differing, 'object')} differ.`] : []),
  ];
}
