import {
  ConnectionError,
  GatesRefusedError,
  ProblemError,
  StagegateError,
  UnexpectedAnswerError,
} from '@stagegate/client';
import { CommanderError } from 'commander';
import { Failure, type FailureCode } from './failure.js';
import { type Page } from './text/page.js';
import { reportText } from './text/report.js';
import { whyUnreachable } from './unreachable.js';

const SHOWN_FAULTS = 20;
const HELP_HINT = 'Add --help to see how the command is used.';

/** A failure as a program reads it: the problem as it came, or one of the same form for what no service said. */
export function failureJson(error: unknown): object {
  if (error instanceof ProblemError) return error.problem;
  const { code, detail, ...more } = ownFailure(error);
  return { code, detail, ...more };
}

/** A failure for people: its code and sentence, then each fault with its place; where the sentence is one of them, the title. */
export function failureText(error: unknown, page: Page): string[] {
  if (!(error instanceof ProblemError)) {
    const { code, detail } = ownFailure(error);
    return [said(page, code, detail), ...(code === 'WRONG_USAGE' ? [HELP_HINT] : [])];
  }
  const faults = error.errors.slice(0, SHOWN_FAULTS).map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  const more = error.errors.length - faults.length;
  const report = error instanceof GatesRefusedError && error.gateReport ? reportText(error.gateReport, page) : [];
  const repeats = error.errors.some(({ detail }) => error.message.startsWith(detail));
  const sentence = report.length > 0 || repeats ? `${error.problem.title}.` : error.message;
  return [
    ...report,
    said(page, error.code, sentence),
    ...faults,
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(error.status >= 500 ? [`  request ${error.requestId}`] : []),
  ];
}

/** The one form of every error: a stable code, then a sentence. */
function said({ paint }: Page, code: string, sentence: string): string {
  return `${paint('red', code)} ${sentence}`;
}

interface OwnFailure {
  code: FailureCode;
  detail: string;
  reason?: string;
  cause?: string | null;
}

function ownFailure(error: unknown): OwnFailure {
  if (error instanceof CommanderError) return { code: 'WRONG_USAGE', detail: usageFault(error) };
  if (error instanceof ConnectionError) {
    const { reason, cause, says } = whyUnreachable(error);
    return { code: 'UNREACHABLE', detail: `${error.message} ${says}`, reason, cause };
  }
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Failure) return { code: error.code, detail };
  if (error instanceof UnexpectedAnswerError) return { code: 'UNEXPECTED_ANSWER', detail };
  // What the client itself does not send, such as a name that is no part of a path.
  return { code: error instanceof StagegateError ? 'WRONG_USAGE' : 'COMMAND_FAILED', detail };
}

/** The library's message as a sentence. A group of commands without one of them is answered with its help, for people. */
function usageFault({ code, message }: CommanderError): string {
  if (code === 'commander.help') return 'No command was named.';
  const [first = '', ...hints] = message.replace(/^error: /, '').split('\n');
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  return [/[.?!]$/.test(sentence) ? sentence : `${sentence}.`, ...hints].join(' ');
}
