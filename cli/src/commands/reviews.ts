import { closeReview, listReviews, type ReviewStatus } from '@stagegate/client';
import { type Command, Option } from 'commander';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { minute, table } from '../text/table.js';
import { idArgument, limitOption } from './options.js';

const STATUSES: readonly ReviewStatus[] = ['open', 'overdue', 'closed'];

export function addReviews(program: Command): void {
  const review = program.command('review').description('Reviews that promotions past the gates have to be followed by');
  review
    .command('list')
    .description('Lists the reviews')
    .option('--model <model>', 'only those of this model')
    .addOption(new Option('--status <status>', 'only reviews of this status').choices(STATUSES))
    .addOption(limitOption())
    .action(action(list));
  review
    .command('close')
    .description('Closes a review with what came of it')
    .addArgument(idArgument('id of the review'))
    .requiredOption('--outcome <text>', 'what came of it')
    .option('--comment <text>', 'what else is to be said')
    .action(action(close));
}

async function list(
  session: Session,
  { limit, model, status }: { limit: number; model?: string; status?: ReviewStatus },
): Promise<void> {
  const items = await first(listReviews, { client: session.client, query: { model, status } }, limit);
  const rows = items.map((one) => [one.model, one.version, one.status, minute(one.dueAt), one.openedBy, one.id]);
  session.answer(items, () =>
    table(['MODEL', 'VERSION', 'STATUS', 'DUE (UTC)', 'OPENED BY', 'ID'], rows, session.page),
  );
}

async function close(
  session: Session,
  { outcome, comment }: { outcome: string; comment?: string },
  id: string,
): Promise<void> {
  const found = await closeReview({ client: session.client, path: { id }, body: { outcome, comment } });
  session.answer(found, () => `Closed the review of ${found.model} ${found.version}.`);
}
