import { getModel, getVersion, listModelHistory, rollbackModel } from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { type ExitCode } from '../exit-codes.js';
import { first } from '../lists.js';
import { count, incumbentOf, versionOrNone, type VersionOrNone } from '../parsers.js';
import { action, type Session } from '../session.js';
import { fields, minute, table } from '../text/table.js';
import { modelArgument, yesOption } from './options.js';
import { conclude } from './transitions.js';

const SHOWN_TENURES = 5;

interface RollbackOptions {
  reason: string;
  toVersion?: number;
  expectIncumbent?: VersionOrNone;
  yes?: true;
}

export function addRollback(program: Command): void {
  program
    .command('rollback')
    .description('Puts an earlier version back into Production')
    .addArgument(modelArgument())
    .requiredOption('--reason <text>', 'why the version in Production has to go')
    .option('--to-version <version>', 'the version to put back; the last good one unless given', count)
    .option('--expect-incumbent <version>', 'refuses to act when another is in Production', versionOrNone)
    .addOption(yesOption())
    .action(action(rollback));
}

async function rollback(session: Session, options: RollbackOptions, model: string): Promise<ExitCode> {
  const { reason, toVersion, yes } = options;
  const { client } = session;
  if (session.isInteractive && !yes) await showWhatWouldGo(session, options, model);
  const target = toVersion === undefined ? 'the last good version' : `version ${toVersion}`;
  await confirmed(session, { question: `Put ${target} of ${model} into Production?`, yes, unasked: 'goes on' });
  const body = { reason, toVersion, expectedIncumbent: incumbentOf(options.expectIncumbent) };
  return conclude(session, await rollbackModel({ client, path: { model }, body }));
}

/** What is in Production, what was before, and what is to come back. */
async function showWhatWouldGo(session: Session, { toVersion, reason }: RollbackOptions, model: string): Promise<void> {
  const { client, page } = session;
  const { productionVersion } = await getModel({ client, path: { model } });
  const target = toVersion === undefined ? null : await getVersion({ client, path: { model, version: toVersion } });
  const tenures = await first(listModelHistory, { client, path: { model } }, SHOWN_TENURES);
  const rows = tenures.map(({ version, startedAt, endedAt }) => [version, minute(startedAt), minute(endedAt)]);
  session.show([
    fields(
      [
        ['In Production', productionVersion],
        ['Put back', target === null ? 'the last good version' : `${target.version}, now in ${target.stage}`],
        ['Reason', reason],
      ],
      page,
    ),
    ...(rows.length > 0 ? [table(['VERSION', 'FROM (UTC)', 'TO (UTC)'], rows, page)] : []),
  ]);
}
