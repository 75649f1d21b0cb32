import { quarantineVersion, releaseVersion } from '@stagegate/client';
import { type Command } from 'commander';
import { action, type Session } from '../session.js';
import { modelArgument, versionArgument } from './options.js';

export function addQuarantine(program: Command): void {
  program
    .command('quarantine')
    .description('Bars a version from promotion and rollback; where it stands it stays')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .requiredOption('--reason <text>', 'why')
    .action(action(quarantine));
  program
    .command('release')
    .description('Lifts the quarantine of a version')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .option('--reason <text>', 'why it may be promoted again')
    .action(action(release));
}

async function quarantine(
  session: Session,
  { reason }: { reason: string },
  model: string,
  version: number,
): Promise<void> {
  const found = await quarantineVersion({ client: session.client, path: { model, version }, body: { reason } });
  session.answer(found, () => `Quarantined ${model} ${version}, which stays in ${found.stage}.`);
}

async function release(
  session: Session,
  { reason }: { reason?: string },
  model: string,
  version: number,
): Promise<void> {
  const found = await releaseVersion({ client: session.client, path: { model, version }, body: { reason } });
  session.answer(found, () => `Released ${model} ${version} from quarantine.`);
}
