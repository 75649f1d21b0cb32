import { isLocated, isTaggedAsMade, isUnderWay } from '../../src/platform/http/created.hook.js';
import { CODINGS } from '../../src/platform/http/preconditions.js';

type Header = { description: string; schema: object; example?: string };

/** Headers of answers, as components of the document. */
export const HEADERS = {
  'X-Request-Id': {
    description: 'Names the request in the log and in the audit record: the id the caller sent, else a new one.',
    schema: { type: 'string', minLength: 1, maxLength: 128 },
  },
  ETag: {
    description: 'Strong validator of the representation; send it back as If-None-Match or If-Match.',
    schema: { type: 'string', pattern: `^"[A-Za-z0-9_-]{27}(-(${CODINGS.join('|')}))?"$` },
  },
  Link: {
    description: 'The next page, as `<path?cursor=…>; rel="next"` (RFC 8288); absent on the last page.',
    schema: { type: 'string' },
  },
  Location: {
    description: 'Path of what was made, or of what is under way and is to be asked for its outcome.',
    schema: { type: 'string', maxLength: 1_024 },
  },
  Vary: {
    description:
      'Headers of the request that the answer depends on (RFC 9110 §12.5.5); absent where it depends on none.',
    schema: { type: 'string', maxLength: 256 },
  },
  'Idempotent-Replayed': {
    description: 'true when the answer is the first one to this idempotency key, given again; absent otherwise.',
    schema: { type: 'string', enum: ['true'] },
  },
  'Retry-After': {
    description: 'After how many seconds to try again; absent where trying again does not help.',
    schema: { type: 'integer', minimum: 1, maximum: 3_600 },
  },
  'Stagegate-Read-Replica-Lag': {
    description:
      'Says that a replica of the database answered, and by how many seconds the answer may be old at most, such as `0.4`; absent where the primary answered.',
    schema: { type: 'string', pattern: '^[0-9]+[.][0-9]$' },
  },
  'RateLimit-Policy': {
    description:
      'The budget this request came from: `"name";q=requests;w=seconds` (draft-ietf-httpapi-ratelimit-headers).',
    schema: { type: 'string', pattern: '^"(reads|writes|rollbacks|failures)";q=[0-9]+;w=[0-9]+$' },
  },
  RateLimit: {
    description: 'What is left of the budget, and the seconds until it is full again: `"name";r=requests;t=seconds`.',
    schema: { type: 'string', pattern: '^"(reads|writes|rollbacks|failures)";r=[0-9]+;t=[0-9]+$' },
  },
  'WWW-Authenticate': {
    description: 'The scheme that is asked for, and what was wrong with the token (RFC 6750).',
    schema: { type: 'string' },
  },
} satisfies Record<string, Header>;

/** What decides on the headers of an answer; `schema` names what its body is. */
export interface Answer {
  method: string;
  /** The path with parameters such as `:model`. */
  url: string;
  status: string;
  mediaTypes: readonly string[];
  schema: string;
  /** Whether it is taken from a budget: of its caller, or of the address that signs in. */
  hasBudget: boolean;
  /** Whether a replica of the database may answer. */
  mayLag: boolean;
}

const RETRIED = new Set(['429', '503', '507']);
/** What is refused before an idempotency key is looked at. */
const BEFORE_KEYS = new Set(['401', '403', '413', '414', '415', '429', '431']);

const isRead = ({ method, status }: Answer): boolean => method === 'get' && status === '200';
const isStreamed = ({ mediaTypes }: Answer): boolean => mediaTypes.includes('application/x-ndjson');

/** A judgement says when to ask again while evidence for it is computed. */
function isJudgement({ method, status, schema }: Answer): boolean {
  const isReport = status === '200' && method === 'post' && schema.endsWith('GateReportResponse');
  return isReport || (status === '422' && schema.endsWith('TransitionProblemResponse'));
}

/** Headers are refused before the caller is known, and so before there is a budget. */
const isCounted = ({ status, hasBudget }: Answer): boolean => hasBudget && status !== '431';

const CARRIED: Record<keyof typeof HEADERS, (answer: Answer) => boolean> = {
  'X-Request-Id': () => true,
  ETag: (answer) =>
    (isRead(answer) && !isStreamed(answer)) ||
    (answer.method === 'get' && answer.status === '304') ||
    (answer.method === 'patch' && answer.status === '200') ||
    isTaggedAsMade(answer.method.toUpperCase(), answer.url, Number(answer.status)),
  Link: (answer) => isRead(answer) && (answer.schema.endsWith('Page') || answer.schema.endsWith('ComparisonResponse')),
  Location: ({ method, url, status }) => isLocated(method.toUpperCase(), url, Number(status)),
  Vary: () => true,
  'Idempotent-Replayed': ({ method, status }) => method === 'post' && !BEFORE_KEYS.has(status) && status < '500',
  'Retry-After': (answer) =>
    RETRIED.has(answer.status) ||
    isJudgement(answer) ||
    isUnderWay(answer.method.toUpperCase(), answer.url, Number(answer.status)) ||
    (answer.method === 'post' && answer.status === '409'),
  'Stagegate-Read-Replica-Lag': ({ mayLag, status }) => mayLag && status < '400',
  'RateLimit-Policy': isCounted,
  RateLimit: isCounted,
  'WWW-Authenticate': ({ status }) => status === '401',
};

/** Names of the headers that an answer may carry. */
export function headersOf(answer: Answer): string[] {
  return Object.entries(CARRIED).flatMap(([name, isCarried]) => (isCarried(answer) ? [name] : []));
}
