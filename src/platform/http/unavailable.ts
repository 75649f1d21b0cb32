import { type Problem, problemKind } from './problem.js';

const DATABASE_UNAVAILABLE = problemKind(503, 'DATABASE_UNAVAILABLE', 'The database does not answer');

/** Class 08 is a broken connection; 57P0x a server that stops or starts; 53300 one without a free connection. */
const SQL_STATES = new Set(['57P01', '57P02', '57P03', '57P05', '53300']);
const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'Client has encountered a connection error',
  'Cannot use a pool after calling end on the pool',
];

/** Whether an error of the driver means that PostgreSQL cannot be reached, rather than that it said no. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { code, syscall, message } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (code !== undefined && (SQL_STATES.has(code) || SYSTEM_CODES.has(code) || /^08[0-9A-Z]{3}$/.test(code)))
    return true;
  // The socket file of a stopped server is missing; so is any other missing file.
  if (code === 'ENOENT') return syscall === 'connect';
  return typeof message === 'string' && MESSAGES.some((start) => message.startsWith(start));
}

export function databaseUnavailable(cause: unknown): Problem {
  return DATABASE_UNAVAILABLE(
    'The database cannot be reached. Try again in a moment.',
    { headers: { 'Retry-After': '1' } },
    cause,
  );
}
