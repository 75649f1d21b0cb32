import {
  ConflictError,
  type GatedStage,
  getTransition,
  requestTransition,
  type TransitionResponse,
} from '@stagegate/client';
import { type Command } from 'commander';
import { type ExitCode } from '../exit-codes.js';
import { duration, incumbentOf, versionOrNone, type VersionOrNone } from '../parsers.js';
import { withProgress } from '../progress.js';
import { action, type Session } from '../session.js';
import { gatedStageOption, modelArgument, versionArgument } from './options.js';
import { conclude } from './transitions.js';

const POLL_MS = 1_000;

interface PromoteOptions {
  to: GatedStage;
  reason?: string;
  expectIncumbent?: VersionOrNone;
  wait?: true;
  timeout?: number;
}

export function addPromote(program: Command): void {
  program
    .command('promote')
    .description('Asks for the promotion of a version')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .addOption(gatedStageOption('the stage it shall go to'))
    .option('--reason <text>', 'why')
    .option(
      '--expect-incumbent <version>',
      'refuses to act when another is in Production; none for nobody',
      versionOrNone,
    )
    .option('--wait', 'waits until the approvals are given or the request ends otherwise')
    .option('--timeout <span>', 'how long to wait at most, such as 30m; then it ends with 3', duration)
    .action(action(promote));
}

async function promote(session: Session, options: PromoteOptions, model: string, version: number): Promise<ExitCode> {
  const asked = await ask(session, options, model, version);
  const settled = options.wait ? await settlement(session, asked, options.timeout) : asked;
  return conclude(session, settled);
}

/** The transition that was asked for, or the same one that awaits approval already. */
async function ask(
  { client }: Session,
  { to: toStage, reason, expectIncumbent }: PromoteOptions,
  model: string,
  version: number,
): Promise<TransitionResponse> {
  const body = { toStage, reason, expectedIncumbent: incumbentOf(expectIncumbent) };
  try {
    return await requestTransition({ client, path: { model, version }, body });
  } catch (error) {
    const open = error instanceof ConflictError && error.code === 'TRANSITION_OPEN' ? error.transition : undefined;
    if (!open) throw error;
    return open;
  }
}

/** Waits while a transition awaits approval, at most so long. */
async function settlement(
  session: Session,
  asked: TransitionResponse,
  timeoutMs = Infinity,
): Promise<TransitionResponse> {
  const { client } = session;
  if (asked.status === 'awaiting_approval') session.note(`Waiting for the approval of transition ${asked.id}.`);
  const end = performance.now() + timeoutMs;
  let now = asked;
  return withProgress(session, now.detail ?? 'Awaits approval', async (say) => {
    while (now.status === 'awaiting_approval' && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(POLL_MS, end - performance.now())));
      now = await getTransition({ client, path: { id: now.id } });
      say(now.detail ?? now.status);
    }
    return now;
  });
}
