import { listEvaluations, replayGateReport } from '@stagegate/client';
import { type Command } from 'commander';
import { first } from '../lists.js';
import { action, type Session } from '../session.js';
import { evaluationTable } from '../text/evaluation.js';
import { idArgument, limitOption, modelArgument, versionArgument } from './options.js';

export function addEvidence(program: Command): void {
  program
    .command('evaluations')
    .description('Lists the evaluations of a version, newest first')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .addOption(limitOption())
    .action(action(evaluations));
  program
    .command('replay')
    .description('Judges a stored gate report again, and says whether it comes out as it is stored')
    .addArgument(idArgument('id of the report'))
    .action(action(replay));
}

async function evaluations(session: Session, { limit }: { limit: number }, ...at: [string, number]): Promise<void> {
  const { client, page } = session;
  const [model, version] = at;
  const list = { client, path: { model, version }, query: { include: 'none' as const } };
  const items = await first(listEvaluations, list, limit);
  session.answer(items, () => evaluationTable(items, page));
}

/** One that comes out otherwise is a problem of the service, which names the first difference. */
async function replay(session: Session, _options: unknown, id: string): Promise<void> {
  const report = await replayGateReport({ client: session.client, path: { id } });
  session.answer(report, () => `The report comes out as it is stored: ${report.verdict}, ${report.digest}.`);
}
