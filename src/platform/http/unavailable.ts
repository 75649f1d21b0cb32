import { isDriverError } from '../driver-errors.js';
import { type Problem, type ProblemDetails, type ProblemFactory, problemKind } from './problem.js';

const DATABASE_UNAVAILABLE = problemKind(503, 'DATABASE_UNAVAILABLE', 'The database does not answer');
const DATABASE_BUSY = problemKind(503, 'DATABASE_BUSY', 'The database has too much to do');
const DATABASE_READ_ONLY = problemKind(503, 'DATABASE_READ_ONLY', 'The database takes no changes now');
const DATABASE_FULL = problemKind(503, 'DATABASE_FULL', 'The database has no room left');
const MODEL_BUSY = problemKind(503, 'MODEL_BUSY', 'Other changes of the model are under way');
const SERVICE_BUSY = problemKind(503, 'SERVICE_BUSY', 'The service has too much to do');
const CALLER_LEFT = problemKind(499, 'CALLER_LEFT', 'The caller left before the answer');
const STORAGE_FULL = problemKind(507, 'STORAGE_FULL', 'The data folder has no room left');

/** What cannot be done now and can be later: the problem, when to come again, and what the caller is told. */
interface Hindrance {
  problem: ProblemFactory;
  retryAfterSeconds: number;
  detail: string;
}

const UNREACHABLE: Hindrance = {
  problem: DATABASE_UNAVAILABLE,
  retryAfterSeconds: 1,
  detail: 'The database cannot be reached. Try again in a moment.',
};
const SLOW: Hindrance = {
  problem: DATABASE_BUSY,
  retryAfterSeconds: 2,
  detail: 'The database did not do this in the time it has, and nothing was changed. Try again in a moment.',
};
const UPGRADED: Hindrance = {
  problem: DATABASE_BUSY,
  retryAfterSeconds: 1,
  detail: 'The database was upgraded just now, and nothing was changed. Try again in a moment.',
};
const READ_ONLY: Hindrance = {
  problem: DATABASE_READ_ONLY,
  retryAfterSeconds: 5,
  detail: 'The database is read-only at the moment, and nothing was changed. Reads are answered.',
};
const FULL: Hindrance = {
  problem: DATABASE_FULL,
  retryAfterSeconds: 30,
  detail: 'The disk of the database is full, and nothing was changed. Somebody has to make room.',
};
const LOCKED: Hindrance = {
  problem: MODEL_BUSY,
  retryAfterSeconds: 1,
  detail: 'Another change of the same model, or of the same record, takes long, and nothing was changed. Try again.',
};
const OVERLOADED: Hindrance = {
  problem: SERVICE_BUSY,
  retryAfterSeconds: 1,
  detail: 'More is under way than this process can do at once, and this was not begun. Try again in a moment.',
};
const NO_ROOM: Hindrance = {
  problem: STORAGE_FULL,
  retryAfterSeconds: 60,
  detail: 'The disk of the data folder is full, and nothing was kept. Somebody has to make room.',
};

/** Codes of PostgreSQL (five characters) and of this machine; a class of PostgreSQL stands with its first two. */
const BY_CODE: Readonly<Record<string, Hindrance>> = {
  '08': UNREACHABLE,
  '57P01': UNREACHABLE,
  '57P02': UNREACHABLE,
  '57P03': UNREACHABLE,
  '57P05': UNREACHABLE,
  '53300': UNREACHABLE,
  '53100': FULL,
  '53': SLOW,
  '57014': SLOW,
  '40': SLOW,
  '25P03': SLOW,
  '25P04': SLOW,
  '55P03': LOCKED,
  '25006': READ_ONLY,
  EMFILE: OVERLOADED,
  ENFILE: OVERLOADED,
  ENOSPC: NO_ROOM,
  EDQUOT: NO_ROOM,
};

/** The driver and the layer above it give these no code. */
const BY_MESSAGE: readonly (readonly [string, Hindrance])[] = [
  ['Connection terminated', UNREACHABLE],
  ['timeout exceeded when trying to connect', UNREACHABLE],
  ['timeout expired', UNREACHABLE],
  ['Query read timeout', UNREACHABLE],
  ['Client has encountered a connection error', UNREACHABLE],
  ['Client was closed and is not queryable', UNREACHABLE],
  ['Cannot use a pool after calling end on the pool', UNREACHABLE],
  ['Query runner already released', UNREACHABLE],
  ['Database connection provided by a query runner was already released', UNREACHABLE],
  // A migration changed a table between two runs of a prepared statement; the next run is prepared anew.
  ['cached plan must not change result type', UPGRADED],
  // What poolers say when they have no session to lend.
  ['query_wait_timeout', SLOW],
];

/** The problem that says what is not possible now, when that is what an error of the driver or of the system means. */
export function hindranceOf(error: unknown): Problem | undefined {
  const found = find(error);
  return found && toProblem(found, error);
}

/** Whether an error says that the database has no room for changes. */
export function isDatabaseFull(error: unknown): boolean {
  return find(error) === FULL;
}

export function databaseUnavailable(cause: unknown, detail?: string): Problem {
  return toProblem(detail === undefined ? UNREACHABLE : { ...UNREACHABLE, detail }, cause);
}

export function databaseReadOnly(): Problem {
  return toProblem(READ_ONLY, undefined);
}

export function databaseFull(): Problem {
  return toProblem(FULL, undefined);
}

/** Whether the disk of the data folder has no room. */
export function isStorageFull(error: unknown): boolean {
  return find(error) === NO_ROOM;
}

export function modelBusy(cause?: unknown): Problem {
  return toProblem(LOCKED, cause);
}

export function serviceBusy(): Problem {
  return toProblem(OVERLOADED, undefined);
}

/** Nobody reads this answer; it ends what was done for the caller, so that it leaves no trace. */
export function callerLeft(): Problem {
  return CALLER_LEFT('The caller closed the connection before the answer, and nothing was changed.');
}

export function storageFull(cause: unknown): Problem {
  return STORAGE_FULL(NO_ROOM.detail, retryAfter(NO_ROOM), cause);
}

function find(error: unknown): Hindrance | undefined {
  const { code, message } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (typeof code === 'string') {
    const named = BY_CODE[code] ?? (/^[0-9A-Z]{5}$/.test(code) ? BY_CODE[code.slice(0, 2)] : undefined);
    if (named) return named;
  }
  // What broke a connection is told by whose it was: a caller's breaks with the same codes, and says nothing of the database.
  if (isDriverError(error)) return UNREACHABLE;
  if (typeof message !== 'string') return undefined;
  return BY_MESSAGE.find(([start]) => message.startsWith(start))?.[1];
}

function toProblem({ problem, retryAfterSeconds, detail }: Hindrance, cause: unknown): Problem {
  return problem(detail, retryAfter({ retryAfterSeconds }), cause);
}

function retryAfter({ retryAfterSeconds }: Pick<Hindrance, 'retryAfterSeconds'>): ProblemDetails {
  return { headers: { 'Retry-After': String(retryAfterSeconds) } };
}
