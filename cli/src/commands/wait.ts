import { events, getVersion, listEvents, type Stage } from '@stagegate/client';
import { type Command, InvalidArgumentError } from 'commander';
import { Failure } from '../failure.js';
import { count, duration } from '../parsers.js';
import { withProgress } from '../progress.js';
import { action, type Session } from '../session.js';
import { modelArgument, STAGES } from './options.js';

/** Timers of the platform take no longer wait; it is some 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

interface Goal {
  stage: Stage;
  version: number;
}

interface WaitOptions {
  for: Goal;
  timeout?: number;
}

export function addWait(program: Command): void {
  program
    .command('wait')
    .description('Waits until a version is in a stage')
    .addArgument(modelArgument())
    .requiredOption('--for <stage=version>', 'what to wait for, such as Production=4', goal)
    .option('--timeout <span>', 'how long to wait at most, such as 30m; then it fails with NOT_REACHED', duration)
    .action(action(wait));
}

function goal(text: string): Goal {
  const [stage = '', version = ''] = text.split('=', 2);
  if (!STAGES.includes(stage as Stage)) throw new InvalidArgumentError(`The stage is one of ${STAGES.join(', ')}.`);
  return { stage: stage as Stage, version: count(version) };
}

async function wait(session: Session, { for: goal, timeout = Infinity }: WaitOptions, model: string): Promise<void> {
  const { stage, version } = goal;
  const signal = AbortSignal.timeout(Math.min(timeout, LONGEST_MS));
  try {
    await withProgress(session, `Waiting for ${model} ${version} in ${stage}`, () =>
      reached(session, model, goal, signal),
    );
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    throw new Failure('NOT_REACHED', `${model} ${version} is not in ${stage}.`);
  }
  session.answer({ model, version, stage }, () => `${model} ${version} is in ${stage}.`);
}

/** Looks once, and again after each event of the model that followed; the cursor is older than the first look. */
async function reached(
  { client }: Session,
  model: string,
  { stage, version }: Goal,
  signal: AbortSignal,
): Promise<void> {
  const { nextCursor: cursor } = await listEvents({ client, query: { model, cursor: 'now' }, signal });
  const isThere = async () => (await getVersion({ client, path: { model, version }, signal })).stage === stage;
  if (await isThere()) return;
  for await (const _event of events({ client, query: { model, cursor }, signal })) if (await isThere()) return;
}
