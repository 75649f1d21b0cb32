import { type ApprovalDecision, cancelTransition, decideTransition, listModelTransitions } from '@stagegate/client';
import { Argument, type Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { conclude } from './promote.js';
import { versionArgument } from './options.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const requestArgument = (): Argument =>
  new Argument('<request>', 'id of the transition, or the model whose version follows');

export function addDecisions(program: Command): void {
  for (const [name, description] of [
    ['approve', 'Approves a promotion that awaits it'],
    ['reject', 'Rejects a promotion that awaits approval'],
  ] as const) {
    program
      .command(name)
      .description(description)
      .addArgument(requestArgument())
      .addArgument(versionArgument(false))
      .option('--comment <text>', 'what the decision rests on')
      .action(
        action((session, options: { comment?: string }, request: string, version?: number) =>
          decide(session, name, options.comment, request, version),
        ),
      );
  }
  program
    .command('cancel')
    .description('Takes back a promotion you asked for')
    .addArgument(requestArgument())
    .addArgument(versionArgument(false))
    .action(action(cancel));
}

/** The id as given, or that of the one request for the version that awaits approval. */
async function idOf({ client }: Session, request: string, version?: number): Promise<string> {
  if (version === undefined) {
    if (UUID.test(request)) return request;
    throw new Error(`${request} is no id of a request; of a model, name the version as well.`);
  }
  const query = { status: 'awaiting_approval' as const };
  const open = await first(listModelTransitions, { client, path: { model: request }, query }, 200);
  const found = open.filter((transition) => transition.version === version);
  if (found.length === 0) throw new Error(`No request for ${request} ${version} awaits approval.`);
  if (found.length > 1)
    throw new Error(
      `Several requests for ${request} ${version} await approval; name one by its id: ${found.map(({ id }) => id).join(', ')}`,
    );
  return found[0]!.id;
}

/** A rejection that was wanted is done; an approval is done once the promotion is, and awaits the others before. */
async function decide(
  session: Session,
  decision: ApprovalDecision,
  comment: string | undefined,
  request: string,
  version?: number,
): Promise<ExitCode> {
  const { client } = session;
  const id = await idOf(session, request, version);
  const transition = await decideTransition({ client, path: { id }, body: { decision, comment } });
  const code = await conclude(session, transition);
  return transition.status === 'rejected' ? EXIT.done : code;
}

async function cancel(session: Session, _options: unknown, request: string, version?: number): Promise<ExitCode> {
  const id = await idOf(session, request, version);
  await conclude(session, await cancelTransition({ client: session.client, path: { id } }));
  return EXIT.done;
}
