import { CommanderError } from 'commander';
import { addCompletion } from './completion.js';
import { exitOfError } from './exit-codes.js';
import { failureJson, failureText } from './failures.js';
import { createProgram } from './program.js';
import { painter } from './text/paint.js';

// A reader that closes early, such as head, has what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

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
  const lines = isJson ? [JSON.stringify(failureJson(error), null, 2)] : text;
  const isFailure = !isUsage || error.exitCode !== 0;
  if (isFailure && lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = isFailure ? exitOfError(error) : 0;
}
