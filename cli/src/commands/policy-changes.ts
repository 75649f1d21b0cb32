import {
  type ApprovalDecision,
  cancelPolicyChange,
  decidePolicyChange,
  getPolicyChange,
  listPolicyChanges,
  type PolicyChangeResponse,
  type PolicyChangeStatus,
  withdrawPolicyDecision,
} from '@stagegate/client';
import { type Command, Option } from 'commander';
import { confirmed } from '../confirm.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { fields, minute, table } from '../text/table.js';
import { idArgument, limitOption, yesOption } from './options.js';

const STATUSES: readonly PolicyChangeStatus[] = ['awaiting_approval', 'applied', 'rejected', 'cancelled', 'stale'];

export function addPolicyChanges(policy: Command): void {
  policy
    .command('changes')
    .description('Lists the changes of policies that had to be approved, newest first')
    .option('-m, --model <model>', "only of this model; the registry's default and every model unless given")
    .addOption(new Option('--status <status>', 'only changes of this status').choices(STATUSES))
    .addOption(limitOption())
    .action(action(changes));
  ofChange(policy, 'change').description('Shows a change of a policy that has to be approved').action(action(change));
  for (const [name, description] of [
    ['approve', 'Shows a change of a policy that awaits approval, and approves it'],
    ['reject', 'Shows a change of a policy that awaits approval, and rejects it'],
  ] as const)
    ofChange(policy, name)
      .description(description)
      .option('--comment <text>', 'what the decision rests on')
      .addOption(yesOption())
      .action(action((session, options: DecideOptions, id: string) => decide(session, name, options, id)));
  ofChange(policy, 'withdraw')
    .description('Takes back your decision on a change of a policy that still awaits others')
    .action(action(withdraw));
  ofChange(policy, 'cancel').description('Takes back a change of a policy you asked for').action(action(cancel));
}

interface DecideOptions {
  comment?: string;
  yes?: true;
}

function ofChange(policy: Command, name: string): Command {
  return policy.command(name).addArgument(idArgument('id of the change'));
}

async function change(session: Session, _options: unknown, id: string): Promise<void> {
  answer(session, await getPolicyChange({ client: session.client, path: { id } }));
}

/** Shows what is decided on, and decides once a person said yes; where nobody can be asked the command is the decision. */
async function decide(
  session: Session,
  decision: ApprovalDecision,
  { comment, yes }: DecideOptions,
  id: string,
): Promise<ExitCode> {
  const { client } = session;
  const asked = await getPolicyChange({ client, path: { id } });
  if (session.isInteractive) session.show([fields(factsOf(asked), session.page)]);
  const question = `${decision === 'approve' ? 'Approve' : 'Reject'} this change of the ${policyOf(asked)}?`;
  await confirmed(session, { question, yes, unasked: 'goes on' });
  const found = await decidePolicyChange({ client, path: { id }, body: { decision, comment } });
  answer(session, found);
  return found.status === 'awaiting_approval' ? EXIT.awaiting : EXIT.done;
}

async function withdraw(session: Session, _options: unknown, id: string): Promise<void> {
  answer(session, await withdrawPolicyDecision({ client: session.client, path: { id } }));
}

async function cancel(session: Session, _options: unknown, id: string): Promise<void> {
  answer(session, await cancelPolicyChange({ client: session.client, path: { id } }));
}

function answer(session: Session, found: PolicyChangeResponse): void {
  session.answer(found, () => fields(factsOf(found), session.page));
}

function policyOf({ model }: PolicyChangeResponse): string {
  return model === null ? "registry's default policy" : `policy of ${model}`;
}

function factsOf(found: PolicyChangeResponse): [string, string | number | null][] {
  const { id, model, status, requestedBy, requestedAt, comment, expiresAt, revision, detail, approvals } = found;
  return [
    ['Change', id],
    ['Policy', model ?? "registry's default"],
    ['Status', status],
    ['Asked', `${minute(requestedAt)} by ${requestedBy}`],
    ['Reason', comment],
    ...approvals.map(({ decision, actor, decidedAt, withdrawnAt }): [string, string] => [
      decision === 'approve' ? 'Approved' : 'Rejected',
      `${minute(decidedAt)} by ${actor}${withdrawnAt === null ? '' : `, withdrawn ${minute(withdrawnAt)}`}`,
    ]),
    ...(status === 'awaiting_approval' ? ([['Until', minute(expiresAt)]] as [string, string | null][]) : []),
    ['Revision', revision],
    ['Detail', detail],
  ];
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
