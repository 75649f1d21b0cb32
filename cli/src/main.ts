import { CommanderError } from 'commander';
import { addCompletion } from './completion.js';
import { EXIT, exitOfError } from './exit-codes.js';
import { failureJson, failureText } from './failures.js';
import { calledCommand, createProgram } from './program.js';
import { pageOf } from './text/page.js';
import { printable } from './text/paint.js';
import { wrap } from './text/width.js';

// A reader that closes early, such as head, has what it wanted; what was found out stays the exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? EXIT.done) : EXIT.other);
});
process.stderr.on('error', () => undefined);

const program = createProgram(calledCommand(process.argv.slice(2)));
addCompletion(program);
try {
  await program.parseAsync();
} catch (error) {
  const isAnswered = error instanceof CommanderError && error.exitCode === 0;
  if (!isAnswered) process.stderr.write(`${textOf(error)}\n`);
  process.exitCode = isAnswered ? EXIT.done : exitOfError(error);
}

function textOf(error: unknown): string {
  const { json, wide } = program.opts<{ json?: true; wide?: true }>();
  if (json) return JSON.stringify(failureJson(error), null, 2);
  const page = pageOf(process.stderr, wide);
  const lines = failureText(error, page).flatMap((line) => wrap(line, page.width));
  return printable(process.stderr, lines.join('\n'));
}
