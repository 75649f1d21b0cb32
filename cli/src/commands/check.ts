import { checkGates, checkGatesMarkdown, type GatedStage, type GateReportResponse } from '@stagegate/client';
import { type Command } from 'commander';
import { type ExitCode, exitOfVerdict } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { action, type Session } from '../session.js';
import { reportText } from '../text/report.js';
import { gatedStageOption, modelArgument, versionArgument } from './options.js';

interface CheckOptions {
  to: GatedStage;
  markdown?: true;
}

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('Judges a version by the gates, and changes nothing')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .addOption(gatedStageOption('the stage whose gates judge'))
    .option('--markdown', 'answers the report as Markdown, fit for a pull request')
    .action(action(check));
}

async function check(
  session: Session,
  { to: toStage, markdown }: CheckOptions,
  model: string,
  version: number,
): Promise<ExitCode> {
  if (markdown && session.json) throw new Failure('WRONG_USAGE', '--markdown and --json exclude each other.');
  const request = { client: session.client, path: { model, version }, body: { toStage } };
  const report: GateReportResponse = await checkGates(request);
  if (markdown) process.stdout.write(`${(await checkGatesMarkdown(request)).trimEnd()}\n`);
  else session.answer(report, () => reportText(report, session.page));
  return exitOfVerdict(report.verdict);
}
