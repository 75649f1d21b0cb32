import { requestTransition, type Stage } from '@stagegate/client';
import { type Command, Option } from 'commander';
import { confirmed } from '../confirm.js';
import { type ExitCode } from '../exit-codes.js';
import { action, type Session } from '../session.js';
import { modelArgument, versionArgument, yesOption } from './options.js';
import { conclude } from './transitions.js';

interface MoveOptions {
  to?: Stage;
  reason: string;
  allowEmptyProduction?: true;
  yes?: true;
}

export function addMoves(program: Command): void {
  move(program, 'archive')
    .description('Archives a version')
    .option('--allow-empty-production', 'does so even when no version is left in Production')
    .action(moving('Archived'));
  move(program, 'demote')
    .description('Takes a version down, from Production to Staging or from there to None')
    .addOption(new Option('--to <stage>', 'the stage it shall go to').choices(['Staging', 'None']).default('Staging'))
    .option('--allow-empty-production', 'does so even when no version is left in Production')
    .action(moving());
  move(program, 'restore')
    .description('Takes a version out of the archive; to Staging its gates judge')
    .addOption(new Option('--to <stage>', 'the stage it shall go to').choices(['None', 'Staging']).default('None'))
    .action(moving());
}

function move(program: Command, name: string): Command {
  return program
    .command(name)
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .requiredOption('--reason <text>', 'why')
    .addOption(yesOption());
}

function moving(stage?: Stage): ReturnType<typeof action> {
  return action(async (session: Session, options: MoveOptions, model: string, version: number): Promise<ExitCode> => {
    const { reason, allowEmptyProduction, yes } = options;
    const toStage = stage ?? options.to!;
    const question = `Move ${model} ${version} to ${toStage}?`;
    await confirmed(session, { question, yes, unasked: 'goes on' });
    const body = { toStage, reason, allowEmptyProduction };
    return conclude(session, await requestTransition({ client: session.client, path: { model, version }, body }));
  });
}
