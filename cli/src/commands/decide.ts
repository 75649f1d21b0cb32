import {
  type ApprovalDecision,
  cancelTransition,
  decideTransition,
  getTransition,
  listModelTransitions,
  type TransitionResponse,
  withdrawDecision,
} from '@stagegate/client';
import { Argument, type Command } from 'commander';
import { confirmed } from '../confirm.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { transitionFacts } from '../text/transition.js';
import { UUID, versionArgument, yesOption } from './options.js';
import { conclude, reportOf } from './transitions.js';

const requestArgument = (): Argument =>
  new Argument('<request>', 'id of the transition, or the model whose version follows');

interface DecideOptions {
  comment?: string;
  yes?: true;
}

export function addDecisions(program: Command): void {
  for (const [name, description] of [
    ['approve', 'Shows a promotion that awaits approval, and approves it'],
    ['reject', 'Shows a promotion that awaits approval, and rejects it'],
  ] as const) {
    program
      .command(name)
      .description(description)
      .addArgument(requestArgument())
      .addArgument(versionArgument(false))
      .option('--comment <text>', 'what the decision rests on')
      .addOption(yesOption())
      .action(
        action((session, options: DecideOptions, request: string, version?: number) =>
          decide(session, name, options, request, version),
        ),
      );
  }
  program
    .command('withdraw')
    .description('Takes back your decision on a promotion that still awaits others')
    .addArgument(requestArgument())
    .addArgument(versionArgument(false))
    .action(action(withdraw));
  program
    .command('cancel')
    .description('Takes back a promotion you asked for')
    .addArgument(requestArgument())
    .addArgument(versionArgument(false))
    .action(action(cancel));
}

/** The transition of an id, or the one request for the version that awaits approval. */
async function requested({ client }: Session, request: string, version?: number): Promise<TransitionResponse> {
  if (version === undefined) {
    if (UUID.test(request)) return getTransition({ client, path: { id: request } });
    throw new Failure('WRONG_USAGE', `${request} is no id of a request; of a model, name the version as well.`);
  }
  const query = { status: 'awaiting_approval' as const, version };
  const [found, ...others] = await first(listModelTransitions, { client, path: { model: request }, query }, 200);
  if (found === undefined) throw new Failure('NOT_FOUND', `No request for ${request} ${version} awaits approval.`);
  if (others.length > 0)
    throw new Failure(
      'WRONG_USAGE',
      `Several requests for ${request} ${version} await approval; name one by its id: ${[found, ...others].map(({ id }) => id).join(', ')}`,
    );
  return found;
}

/**
 * Shows what is decided on, and decides once a person said yes; where nobody can be asked the command is the decision. A
 * rejection that was wanted is done; an approval is done once the promotion is, and awaits the others before.
 */
async function decide(
  session: Session,
  decision: ApprovalDecision,
  { comment, yes }: DecideOptions,
  ...[request, version]: [string, number?]
): Promise<ExitCode> {
  const { client } = session;
  const asked = await requested(session, request, version);
  const { id } = asked;
  if (session.isInteractive)
    session.show(transitionFacts(asked, (await reportOf(session, asked)) ?? null, session.page));
  const question = `${decision === 'approve' ? 'Approve' : 'Reject'} ${asked.model} ${asked.version} for ${asked.toStage}?`;
  await confirmed(session, { question, yes, unasked: 'goes on' });
  const transition = await decideTransition({ client, path: { id }, body: { decision, comment } });
  const code = await conclude(session, transition);
  return transition.status === 'rejected' ? EXIT.done : code;
}

async function withdraw(session: Session, _options: unknown, request: string, version?: number): Promise<ExitCode> {
  const { id } = await requested(session, request, version);
  await conclude(session, await withdrawDecision({ client: session.client, path: { id } }));
  return EXIT.done;
}

async function cancel(session: Session, _options: unknown, request: string, version?: number): Promise<ExitCode> {
  const { id } = await requested(session, request, version);
  await conclude(session, await cancelTransition({ client: session.client, path: { id } }));
  return EXIT.done;
}
