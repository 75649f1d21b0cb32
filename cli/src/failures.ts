import { ConnectionError, GatesRefusedError, ProblemError, UnexpectedAnswerError } from '@stagegate/client';
import { CommanderError } from 'commander';
import { type Paint } from './text/paint.js';
import { reportText } from './text/report.js';

const SHOWN_FAULTS = 20;

/** A failure as a program reads it: the problem as it came, or one of the same form for what no service said. */
export function failureJson(error: unknown): object {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof CommanderError) return { code: 'WRONG_USAGE', detail: usageFault(error) };
  const code =
    error instanceof ConnectionError
      ? 'UNREACHABLE'
      : error instanceof UnexpectedAnswerError
        ? 'UNEXPECTED_ANSWER'
        : 'COMMAND_FAILED';
  return { code, detail: messageOf(error) };
}

/** A group of commands without one of them is answered with its help, which is for people. */
function usageFault({ code, message }: CommanderError): string {
  return code === 'commander.help' ? 'No command was named; --help lists them.' : message.replace(/^error: /, '');
}

/** A failure for people: its code and sentence, then each fault with its place; where the sentence is one of them, the title. */
export function failureText(error: unknown, paint: Paint): string[] {
  if (!(error instanceof ProblemError)) return [`${paint('red', 'Error:')} ${messageOf(error)}`];
  const faults = error.errors.slice(0, SHOWN_FAULTS).map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  const more = error.errors.length - faults.length;
  const report = error instanceof GatesRefusedError && error.gateReport ? reportText(error.gateReport, paint) : [];
  const repeats = error.errors.some(({ detail }) => error.message.startsWith(detail));
  const sentence = report.length > 0 || repeats ? error.problem.title : error.message;
  return [
    ...report,
    `${paint('red', error.code)} ${sentence}`,
    ...faults,
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(error.status >= 500 ? [`  request ${error.requestId}`] : []),
  ];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
