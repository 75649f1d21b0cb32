import { listModelHistory, previewRollback, rollbackModel, type RollbackPreviewResponse } from '@stagegate/client';
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
  const { reason, toVersion, yes, expectIncumbent } = options;
  const { client } = session;
  const preview = session.isInteractive && !yes ? await shownPreview(session, options, model) : null;
  const target = preview?.target?.version ?? toVersion;
  const named = target === undefined ? 'the last good version' : `version ${target}`;
  await confirmed(session, { question: `Put ${named} of ${model} into Production?`, yes, unasked: 'goes on' });
  // What was said yes to, and nothing that came meanwhile.
  const expectedIncumbent = expectIncumbent === undefined ? preview?.expectedIncumbent : incumbentOf(expectIncumbent);
  return conclude(
    session,
    await rollbackModel({ client, path: { model }, body: { reason, toVersion: target, expectedIncumbent } }),
  );
}

/** What is in Production, what was before, what is to come back, and all that stands in the way of it. */
async function shownPreview(
  session: Session,
  { toVersion, reason }: RollbackOptions,
  model: string,
): Promise<RollbackPreviewResponse> {
  const { client, page } = session;
  const preview = await previewRollback({ client, path: { model }, query: { toVersion } });
  const { target, expectedIncumbent, blockers } = preview;
  const tenures = await first(listModelHistory, { client, path: { model } }, SHOWN_TENURES);
  const rows = tenures.map(({ version, startedAt, endedAt }) => [version, minute(startedAt), minute(endedAt)]);
  session.show([
    fields(
      [
        ['In Production', expectedIncumbent],
        ['Put back', target === null ? null : `${target.version}, now in ${target.stage}`],
        ['Reason', reason],
        ...blockers.map(({ detail, remedy }): [string, string] => ['In the way', `${detail} ${remedy}`]),
      ],
      page,
    ),
    ...(rows.length > 0 ? [table(['VERSION', 'FROM (UTC)', 'TO (UTC)'], rows, page)] : []),
  ]);
  return preview;
}
