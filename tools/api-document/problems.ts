import { problemKinds } from '../../src/platform/http/problem.js';
import { type ProblemFinder } from './reachable-problems.js';

/** What any request can meet, wherever it goes. */
const COMMON = [
  'BAD_REQUEST',
  'INVALID_URL',
  'HEADERS_TOO_LARGE',
  'INTERNAL_ERROR',
  'DATABASE_UNAVAILABLE',
  'DATABASE_BUSY',
  'DATABASE_READ_ONLY',
  'DATABASE_FULL',
  'MODEL_BUSY',
  'SERVICE_BUSY',
];
const OF_A_PATH_PARAMETER = ['URI_TOO_LONG'];
/** Its issuer may be another service. */
const OF_A_TOKEN = 'IDENTITY_PROVIDER_AWAY';
const OF_A_QUERY = ['VALIDATION_FAILED'];
const OF_A_BODY = [
  'VALIDATION_FAILED',
  'MALFORMED_JSON',
  'EMPTY_BODY',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'UPLOAD_NOT_TAKEN',
];
/** The status by which an operation says that it signs somebody in, and so asks where the request comes from. */
export const SIGNS_IN = '421';
/** The status by which one says that each try of it is counted by address, wherever it comes from. */
const LIMITED = '429';
/** Whom it is for has gone. */
const UNREAD = 'CALLER_LEFT';
/** Whatever may read a body, even of an operation that needs none. */
const READS_BODIES = new Set(['post', 'put', 'patch', 'delete']);

export interface Asked {
  controller: string;
  operationId: string;
  method: string;
  hasPathParameter: boolean;
  hasQuery: boolean;
  isSecured: boolean;
  /** Whether it takes If-Match and If-None-Match. */
  isConditional: boolean;
  /** Statuses that the comment of the operation names by `@throws`. */
  declared: ReadonlySet<string>;
}

/**
 * The codes an operation can answer with, by status. A 404 that the operation does not name is left out: some queries are
 * shared by operations with and without a thing to be missing.
 */
export function problemsOf(asked: Asked, finder: ProblemFinder): Map<string, string[]> {
  const own = finder
    .fromMethod(asked.controller, asked.operationId)
    .filter(({ status }) => status !== 404 || asked.declared.has('404'));
  const codes = [
    ...own.map(({ code }) => code),
    ...COMMON,
    ...(asked.hasPathParameter ? OF_A_PATH_PARAMETER : []),
    ...(asked.hasQuery || asked.isSecured ? OF_A_QUERY : []),
    asked.isConditional ? 'PRECONDITION_FAILED' : 'PRECONDITION_NOT_TAKEN',
    ...(READS_BODIES.has(asked.method) ? OF_A_BODY : []),
    ...(asked.isSecured ? [OF_A_TOKEN, ...finder.fromFunction('guardRoutes').map(({ code }) => code)] : []),
    ...(asked.declared.has(SIGNS_IN) ? finder.fromFunction('admitSignIn').map(({ code }) => code) : []),
    ...(asked.declared.has(LIMITED) ? ['RATE_LIMITED'] : []),
    ...(asked.method === 'post' ? finder.fromFunction('keepFirstAnswers').map(({ code }) => code) : []),
  ];
  const byStatus = new Map<string, string[]>();
  for (const code of [...new Set(codes)].filter((code) => code !== UNREAD).sort()) {
    const status = String(kindOf(code).status);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

/** The sentence of an answer: what the operation says of it, else what its codes say, and the codes. */
export function describeProblems(description: string | undefined, codes: readonly string[]): string {
  const sentence = description || codes.map((code) => `${kindOf(code).title}.`).join(' ');
  return `${sentence}\n\nCodes: ${codes.map((code) => `\`${code}\``).join(', ')}.`;
}

/** Every code of the service with its status and title. */
export function problemTable(): Record<string, { status: number; title: string }> {
  const sorted = [...problemKinds()].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([code, { status, title }]) => [code, { status, title }]));
}

function kindOf(code: string): { status: number; title: string } {
  const kind = problemKinds().get(code);
  if (!kind) throw new Error(`No problem has the code ${code}.`);
  return kind;
}
