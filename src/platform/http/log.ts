import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Injection token of the service's log. */
export const LOG = Symbol('log');

const LEVEL_NAMES: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** JSON lines for machines, plain lines for people at a terminal. */
export function createLog(
  level: string,
  isJson: boolean,
  write: (line: string) => void = (line) => process.stdout.write(line),
): Log {
  const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  return isJson ? pino(options) : pino(options, { write: (line: string) => write(toPlainLine(line)) });
}

function toPlainLine(line: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown> & {
    err?: { stack?: string };
  };
  const rest = Object.entries(fields).map(
    ([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const stack = err?.stack ? `\n${err.stack}` : '';
  return `${String(time)} ${LEVEL_NAMES[Number(level)] ?? level} ${String(msg ?? '')}${rest.join('')}${stack}\n`;
}

/** The framework speaks through the same log; its start-up chatter is for debugging. */
export function toNestLogger(log: Log): LoggerService {
  const say =
    (level: 'debug' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]) => {
      const fields = { context: rest.at(-1) };
      if (message instanceof Error) log[level]({ ...fields, err: message }, message.message);
      else log[level](fields, String(message));
    };
  return {
    log: say('debug'),
    debug: say('debug'),
    verbose: say('debug'),
    warn: say('warn'),
    error: say('error'),
    fatal: say('error'),
  };
}
