import { cancelBackTest, cancelPredictionJob, listPredictionJobs, NotFoundError } from '@stagegate/client';
import { type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { type Column, minute, table } from '../text/table.js';
import { idArgument, limitOption, yesOption } from './options.js';

export function addJobs(program: Command): void {
  const job = program.command('job').description('What the service does in the background');
  job
    .command('list')
    .description('Lists the prediction files that are or were measured, newest first')
    .option('--model <model>', 'only of this model')
    .addOption(limitOption())
    .action(action(list));
  job
    .command('cancel')
    .description('Ends a job that has not ended yet: the measuring of a prediction file, or a back-test')
    .addArgument(idArgument('id of the job'))
    .addOption(yesOption())
    .action(action(cancel));
}

async function list(session: Session, { model, limit }: { model?: string; limit: number }): Promise<void> {
  const items = await first(listPredictionJobs, { client: session.client, query: { model } }, limit);
  const rows = items.map((one) => [
    minute(one.createdAt),
    one.model,
    one.version,
    one.status,
    one.createdBy,
    one.error?.detail ?? null,
    one.id,
  ]);
  const columns: Column[] = ['SENT (UTC)', 'MODEL', 'VERSION', 'STATUS', 'BY', { title: 'ERROR', prose: true }, 'ID'];
  session.answer(items, () => table(columns, rows, session.page));
}

async function cancel(session: Session, { yes }: { yes?: true }, id: string): Promise<void> {
  await confirmed(session, { question: `Cancel the job ${id}?`, yes, unasked: 'goes on' });
  const path = { client: session.client, path: { id } };
  await cancelPredictionJob(path).catch((error: unknown) => {
    if (error instanceof NotFoundError) return cancelBackTest(path);
    throw error;
  });
  session.answer({ id, cancelled: true }, () => `Cancelled the job ${id}.`);
}
