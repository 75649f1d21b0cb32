import { CommanderError } from 'commander';
import { addCompletion } from './completion.js';
import { EXIT, exitOfError } from './exit-codes.js';
import { failureJson, failureText } from './failures.js';
import { createProgram } from './program.js';
import { painter, printable } from './text/paint.js';

// A reader that closes early, such as head, has what it wanted; what was found out stays the exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? (process.exitCode ?? EXIT.done) : EXIT.other);
});
process.stderr.on('error', () => undefined);

const program = createProgram();
const completion = addCompletion(program);
try {
  await program.parseAsync();
  await completion.finish();
} catch (error) {
  const isUsage = error instanceof CommanderError;
  const isJson = program.opts<{ json?: true }>().json === true;
  // The library says itself how a command is used, to people.
  const text = isUsage ? [] : failureText(error, painter(process.stderr));
  const said = isJson ? JSON.stringify(failureJson(error), null, 2) : printable(process.stderr, text.join('\n'));
  const isFailure = !isUsage || error.exitCode !== 0;
  if (isFailure && said !== '') process.stderr.write(`${said}\n`);
  process.exitCode = isFailure ? exitOfError(error) : 0;
}
