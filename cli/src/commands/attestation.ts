import { getTransitionAttestation } from '@stagegate/client';
import { type Command } from 'commander';
import { action, type Session } from '../session.js';
import { idArgument } from './options.js';

export function addAttestation(program: Command): void {
  program
    .command('attestation')
    .description('Writes the attestation of a transition that was applied, to be kept beside the artifact')
    .addArgument(idArgument('id of the transition'))
    .action(action(attestation));
}

async function attestation(session: Session, _options: unknown, id: string): Promise<void> {
  const found = await getTransitionAttestation({ client: session.client, path: { id } });
  session.answer(found, () => JSON.stringify(found));
}
