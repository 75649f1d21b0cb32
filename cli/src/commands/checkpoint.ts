import { getCheckpoint } from '@stagegate/client';
import { type Command } from 'commander';
import { action, type Session } from '../session.js';

export function addCheckpoint(program: Command): void {
  program
    .command('checkpoint')
    .description('Writes a signed checkpoint of the audit record, to be kept and verified elsewhere')
    .action(action(checkpoint));
}

/** The note is written to the byte, since its signature covers each. */
async function checkpoint(session: Session): Promise<void> {
  const found = await getCheckpoint({ client: session.client, headers: { Accept: 'application/json' } as never });
  if (session.json) session.answer(found, () => '');
  else process.stdout.write((found as { note: string }).note);
}
