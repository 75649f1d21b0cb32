import { listPolicyChanges, type PolicyChangeStatus } from '@stagegate/client';
import { type Command, Option } from 'commander';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { minute, table } from '../text/table.js';
import { limitOption } from './options.js';

const STATUSES: readonly PolicyChangeStatus[] = ['awaiting_approval', 'applied', 'rejected', 'cancelled', 'stale'];

export function addPolicyChanges(policy: Command): void {
  policy
    .command('changes')
    .description('Lists the changes of policies that had to be approved, newest first')
    .option('-m, --model <model>', "only of this model; the registry's default and every model unless given")
    .addOption(new Option('--status <status>', 'only changes of this status').choices(STATUSES))
    .addOption(limitOption())
    .action(action(changes));
}

async function changes(
  session: Session,
  { model, status, limit }: { model?: string; status?: PolicyChangeStatus; limit: number },
): Promise<void> {
  const items = await first(listPolicyChanges, { client: session.client, query: { model, status } }, limit);
  const rows = items.map((one) => [
    minute(one.requestedAt),
    one.model ?? "registry's default",
    one.status,
    one.requestedBy,
    one.revision,
    one.id,
  ]);
  session.answer(items, () => table(['ASKED (UTC)', 'POLICY', 'STATUS', 'BY', 'REVISION', 'ID'], rows, session.page));
}
