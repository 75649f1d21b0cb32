import {
  ConflictError,
  type GatedStage,
  type GateReportResponse,
  getGateReport,
  getTransition,
  requestTransition,
  rollbackModel,
  type TransitionResponse,
} from '@stagegate/client';
import { type Command } from 'commander';
import { type ExitCode, exitOfTransition } from '../exit-codes.js';
import { count, duration, incumbentOf, versionOrNone, type VersionOrNone } from '../parsers.js';
import { withProgress } from '../progress.js';
import { action, type Session } from '../session.js';
import { reportText } from '../text/report.js';
import { transitionText } from '../text/transition.js';
import { gatedStageOption, modelArgument, versionArgument } from './options.js';

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
  program
    .command('rollback')
    .description('Puts an earlier version back into Production')
    .addArgument(modelArgument())
    .requiredOption('--reason <text>', 'why the version in Production has to go')
    .option('--to-version <version>', 'the version to put back; the last good one unless given', count)
    .option('--expect-incumbent <version>', 'refuses to act when another is in Production', versionOrNone)
    .action(action(rollback));
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

/** Answers what became of a transition; of a refusal with the report it rests on. */
export async function conclude(session: Session, transition: TransitionResponse): Promise<ExitCode> {
  const report = transition.status === 'refused' ? await reportOf(session, transition) : undefined;
  session.answer(transition, () => [
    ...(report ? reportText(report, session.paint) : []),
    ...transitionText(transition, session.paint),
  ]);
  return exitOfTransition(transition.status, report?.verdict);
}

async function reportOf({ client }: Session, transition: TransitionResponse): Promise<GateReportResponse | undefined> {
  const { gateReportId } = transition;
  return gateReportId === null
    ? undefined
    : ((await getGateReport({ client, path: { id: gateReportId } })) as GateReportResponse);
}

interface RollbackOptions {
  reason: string;
  toVersion?: number;
  expectIncumbent?: VersionOrNone;
}

async function rollback(session: Session, options: RollbackOptions, model: string): Promise<ExitCode> {
  const { reason, toVersion } = options;
  const expectedIncumbent = incumbentOf(options.expectIncumbent);
  const { client } = session;
  return conclude(
    session,
    await rollbackModel({ client, path: { model }, body: { reason, toVersion, expectedIncumbent } }),
  );
}
