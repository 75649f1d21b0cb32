import { spinner } from '@clack/prompts';
import { type Session } from './session.js';

/** Shows what goes on while work runs: to people at a terminal, nobody else. */
export async function withProgress<Result>(
  session: Session,
  title: string,
  work: (say: (text: string) => void) => Promise<Result>,
): Promise<Result> {
  if (!session.isInteractive) return work(() => undefined);
  const shown = spinner({ output: process.stderr });
  shown.start(title);
  try {
    const result = await work((text) => shown.message(text));
    shown.clear();
    return result;
  } catch (error) {
    shown.clear();
    throw error;
  }
}
