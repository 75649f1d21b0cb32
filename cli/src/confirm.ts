import { Failure } from './failure.js';
import { type Session } from './session.js';

interface Question {
  /** What is asked, a sentence with a question mark. */
  question: string;
  /** Whether it was answered on the command line, by --yes. */
  yes?: boolean;
  /** What holds where nobody can be asked: the command goes on, or --yes is needed. */
  unasked: 'goes on' | 'needs yes';
}

/** Asks a person at a terminal, and throws unless the answer is yes. */
export async function confirmed(session: Session, { question, yes, unasked }: Question): Promise<void> {
  if (yes) return;
  if (!session.isInteractive) {
    if (unasked === 'goes on') return;
    throw new Failure('NOT_CONFIRMED', 'Nothing was changed: there is nobody to ask, --yes does it without asking.');
  }
  const { confirm, isCancel } = await import('@clack/prompts');
  const answer = await confirm({ message: question, initialValue: false, output: process.stderr });
  if (isCancel(answer) || !answer) throw new Failure('NOT_CONFIRMED', 'Nothing was changed.');
}
