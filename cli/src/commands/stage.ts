import { getStage, listModelHistory, type Stage, type TenureChangeResponse } from '@stagegate/client';
import { Argument, type Command } from 'commander';
import { first } from '../lists.js';
import { time } from '../parsers.js';
import { action, type Session } from '../session.js';
import { fields, minute, table } from '../text/table.js';
import { versionFacts } from '../text/version.js';
import { limitOption, modelArgument, STAGES } from './options.js';

export function addStage(program: Command): void {
  program
    .command('stage')
    .description('Shows the version in a stage, or the one that was in Production at a time')
    .addArgument(modelArgument())
    .addArgument(new Argument('[stage]', 'the stage').choices(STAGES).default('Production'))
    .option('--at <time>', 'the time, such as 2026-11-20 or 2026-11-20T10:00:00Z', time)
    .action(action(stage));
  program
    .command('tenures')
    .description('Lists which version was in Production when, who put it there and why it left')
    .addArgument(modelArgument())
    .addOption(limitOption())
    .action(action(tenures));
}

async function stage(session: Session, { at }: { at?: string }, model: string, stage: Stage): Promise<void> {
  const { client, page } = session;
  const found = await getStage({ client, path: { model, stage }, query: { at } });
  const { tenure } = found;
  session.answer(found, () => [
    ...(tenure === undefined
      ? []
      : [`In Production from ${minute(tenure.startedAt)} UTC to ${minute(tenure.endedAt) ?? 'now'}.`]),
    fields(versionFacts(found), page),
  ]);
}

async function tenures(session: Session, { limit }: { limit: number }, model: string): Promise<void> {
  const { client, page } = session;
  const items = await first(listModelHistory, { client, path: { model } }, limit);
  const rows = items.map(({ version, startedAt, endedAt, began, ended }) => [
    version,
    minute(startedAt),
    minute(endedAt),
    began === null ? null : changeOf(began),
    ended === null ? null : changeOf(ended),
  ]);
  session.answer(items, () => table(['VERSION', 'FROM (UTC)', 'TO (UTC)', 'CAME BY', 'LEFT BY'], rows, page));
}

function changeOf({ kind, requestedBy, approvedBy, reason, verdict }: TenureChangeResponse): string {
  return [
    `${kind} by ${requestedBy}`,
    ...(approvedBy.length > 0 ? [`approved by ${approvedBy.join(', ')}`] : []),
    ...(verdict === null ? [] : [verdict]),
    ...(reason === null ? [] : [reason]),
  ].join(', ');
}
