import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { packageManifest } from '../package-files.js';
import { isTracing, spanUnderWay } from '../telemetry/spans.js';

export type Log = Logger;

/** Injection token of the service's log. */
export const LOG = Symbol('log');

/** Fields of a driver's error that hold values of a row; the error itself repeats the others. */
const TELLS_VALUES: ReadonlySet<string> = new Set(['parameters', 'detail', 'where', 'driverError', 'internalQuery']);
const LONGEST_QUERY = 2_000;

/** JSON lines for machines, which say what wrote them; plain lines for people at a terminal. */
export function createLog(
  level: string,
  isJson: boolean,
  write?: (line: string) => void,
  alsoTell: ((line: string) => void) | null = null,
): Log {
  const options = {
    level,
    base: isJson ? { service: 'stagegate', version: packageManifest().version } : undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (name: string) => ({ level: name }) },
    serializers: { err: told },
    ...(isTracing() && { mixin: () => ({ ...spanUnderWay() }) }),
    ...(alsoTell && { hooks: { streamWrite: (line: string) => (alsoTell(line), line) } }),
  };
  const put = write ?? ((line: string) => process.stdout.write(line));
  if (!isJson) return pino(options, { write: (line: string) => put(toPlainLine(line)) });
  return write ? pino(options, { write }) : pino(options);
}

function toPlainLine(line: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown> & {
    err?: { stack?: string };
  };
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${shown(value)}`);
  // Indented, so that no line of a message passes for one of the log.
  const stack = err?.stack ? `\n${err.stack.split('\n').map(seen).join('\n    ')}` : '';
  return `${String(time)} ${String(level)} ${seen(String(msg ?? ''))}${rest.join('')}${stack}\n`;
}

/** A value as it stands in a plain line: quoted where it could be taken for another field, or for a line. */
function shown(value: unknown): string {
  const isPlain = typeof value === 'string' && /^[^\s"=\p{C}\p{Z}]+$/u.test(value);
  return isPlain ? value : seen(JSON.stringify(value));
}

/** Text with what moves a terminal's cursor, ends a line or cannot be seen written out. */
function seen(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (unseen) => `\\u{${unseen.codePointAt(0)!.toString(16)}}`);
}

/** What a log tells of an error: a failed statement without its values, which may be secrets, people's names or megabytes. */
function told(error: Error): object {
  const serialised = pino.stdSerializers.err(error) as unknown as Record<string, unknown>;
  const { parameters, query } = serialised;
  return {
    ...Object.fromEntries(Object.entries(serialised).filter(([name]) => !TELLS_VALUES.has(name))),
    ...(typeof query === 'string' && { query: query.slice(0, LONGEST_QUERY) }),
    ...(Array.isArray(parameters) && { parameters: parameters.length }),
  };
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
