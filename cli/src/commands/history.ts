import { listModelTransitions, listTransitions, type TransitionKind, type TransitionStatus } from '@stagegate/client';
import { type Command, Option } from 'commander';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { transitionTable } from '../text/transition.js';
import { limitOption, modelArgument, versionArgument } from './options.js';

const STATUSES = ['applied', 'refused', 'awaiting_approval', 'rejected', 'cancelled', 'stale'];
const KINDS = ['promote', 'demote', 'archive', 'restore', 'rollback'];

interface HistoryOptions {
  status?: TransitionStatus;
  kind?: TransitionKind;
  limit: number;
}

export function addHistory(program: Command): void {
  program
    .command('history')
    .description('Lists what was asked for and what became of it, refusals included')
    .addArgument(modelArgument(false))
    .addArgument(versionArgument(false))
    .addOption(new Option('--status <status>', 'only transitions of this status').choices(STATUSES))
    .addOption(new Option('--kind <kind>', 'only moves of this kind').choices(KINDS))
    .addOption(limitOption())
    .action(action(history));
}

async function history(
  session: Session,
  { status, kind, limit }: HistoryOptions,
  model?: string,
  version?: number,
): Promise<void> {
  const { client } = session;
  const query = { status, kind, version };
  const items =
    model === undefined
      ? await first(listTransitions, { client, query }, limit)
      : await first(listModelTransitions, { client, path: { model }, query }, limit);
  session.answer(items, () => transitionTable(items, session.page));
}
