import { constants } from 'node:os';
import { type Session } from './session.js';
import { harmless } from './text/paint.js';

/** Shows what goes on while work runs: to people at a terminal, nobody else. */
export async function withProgress<Result>(
  session: Session,
  title: string,
  work: (say: (text: string) => void) => Promise<Result>,
): Promise<Result> {
  if (!session.isInteractive) return work(() => undefined);
  const { spinner } = await import('@clack/prompts');
  const shown = spinner({ output: process.stderr });
  const release = endInterrupted();
  shown.start(harmless(title));
  try {
    return await work((text) => shown.message(harmless(text)));
  } finally {
    shown.clear();
    release();
  }
}

/** The spinner ends Ctrl-C with 0, which means done, and survives signals; a shell has to see that the work was not. */
function endInterrupted(): () => void {
  let signal: 'SIGINT' | 'SIGTERM' = 'SIGINT';
  const asInterrupted = () => void (process.exitCode = 128 + constants.signals[signal]);
  const end = (received: NodeJS.Signals) => {
    signal = received as typeof signal;
    process.exit();
  };
  process.once('exit', asInterrupted).once('SIGINT', end).once('SIGTERM', end);
  return () => void process.off('exit', asInterrupted).off('SIGINT', end).off('SIGTERM', end);
}
