import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const REPETITIONS = 3;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 30_000;
const PASSING = new Set([429, 502, 503, 504]);
const STALE = new Set(['STALE_INCUMBENT', 'STALE_POLICY', 'STALE_EVIDENCE', 'STALE_STAGE', 'ARTIFACT_DIGEST_MISMATCH']);

/** An answer of 400 or above, read or made readable. */
export class Problem extends Error {
  constructor(status, body) {
    const {
      code = 'UNEXPECTED_ANSWER',
      detail = `${status} ${String(body).slice(0, 200)}`,
      errors = [],
    } = Object(body);
    super([`${code} ${detail}`, ...errors.map((one) => `  ${one.pointer}: ${one.detail}`)].join('\n'));
    Object.assign(this, { status, code, isStale: STALE.has(code) });
    this.transition = body?.transition;
    this.gateReport = body?.gateReport;
  }
}

/** The service: reading and POST alone, so everything may be repeated; a POST has one effect by its key. */
export class Registry {
  constructor({ url, token }) {
    this.base = `${url}/api/v1`;
    this.headers = { authorization: `Bearer ${token}`, 'user-agent': 'stagegate-action' };
  }

  get(path) {
    return this.send(path, { method: 'GET' });
  }

  /** With a seed the same work of the same run is done once, however often the job is started again. */
  post(path, body, { seed, accept = 'application/json' } = {}) {
    const content = JSON.stringify(body);
    const headers = { 'content-type': 'application/json', accept, 'idempotency-key': keyOf(seed, path, content) };
    return this.send(path, { method: 'POST', headers, body: content });
  }

  upload(path, request, blob, name) {
    const body = new FormData();
    body.append('request', new Blob([JSON.stringify(request)], { type: 'application/json' }), 'request.json');
    body.append('file', blob, name);
    return this.send(path, { method: 'POST', headers: { 'idempotency-key': randomUUID() }, body });
  }

  async send(path, request) {
    const headers = { ...this.headers, ...request.headers };
    for (let attempt = 0; ; attempt += 1) {
      const answer = await whole(this.base + path, { ...request, headers, redirect: 'error' }).catch((error) => error);
      const wait = attempt < REPETITIONS ? waitBefore(answer, attempt) : null;
      if (wait === null) return read(answer, this.base);
      await sleep(wait);
    }
  }
}

/** An answer with all of its text: one that breaks off is none, and asked for again. */
async function whole(url, request) {
  const answer = await fetch(url, request);
  const { status, ok, headers } = answer;
  return { status, ok, headers, text: await answer.text() };
}

/** Milliseconds until a repetition makes sense, null when it makes none. */
function waitBefore(answer, attempt) {
  const growing = FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random() / 2);
  if (answer instanceof Error) return growing;
  const asked = retryAfterMs(answer);
  if (!PASSING.has(answer.status) && !(answer.status === 409 && asked !== null)) return null;
  return (asked ?? growing) <= LONGEST_WAIT_MS ? (asked ?? growing) : null;
}

export function retryAfterMs({ headers }) {
  const header = headers.get('retry-after');
  return header !== null && /^\d+$/.test(header) ? Number(header) * 1000 : null;
}

function read(answer, base) {
  if (answer instanceof Error) throw new Error(`No answer from ${base}: ${answer.cause?.message ?? answer.message}`);
  const isJson = /^application\/([a-z.]+\+)?json/.test(answer.headers.get('content-type') ?? '');
  const body = isJson ? JSON.parse(answer.text) : answer.text;
  if (!answer.ok) throw new Problem(answer.status, body);
  return { status: answer.status, headers: answer.headers, body };
}

function keyOf(seed, path, content) {
  return seed === undefined ? randomUUID() : createHash('sha256').update(`${seed}\n${path}\n${content}`).digest('hex');
}
