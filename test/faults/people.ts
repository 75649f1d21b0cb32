import { setTimeout as sleep } from 'node:timers/promises';
import { checkAnswer } from '../support/app/contract.js';
import { type Json } from '../support/app/client.js';
import { type Availability } from './availability.js';
import { type History } from './history.js';

const READ_MS = 10_000;
const WRITE_MS = 15_000;
const PAUSE_MS = 100;
const ROLLBACKS = 0.15;
const ATTEMPTS = 100;
const AGAIN_MS = 300;
/** Answers after which the same key may be sent again. */
const AGAIN = new Set([429, 503]);
const IN_FLIGHT = 'IDEMPOTENCY_KEY_IN_FLIGHT';

export const POLICY = {
  rules: [{ metric: 'accuracy', min: 0.5 }],
  allowSkipStaging: true,
  approvals: { slots: [] },
};

const EVALUATION = {
  dataset: { name: 'd', version: '1' },
  metrics: [{ name: 'accuracy', slice: {}, value: 0.9, count: 1_000 }],
};

interface Reply {
  status: number;
  body: Json;
}

interface Write {
  key: string;
  body: object;
}

/** Whether the same request may be answered otherwise in a moment. */
function isTransient({ status, body }: Reply): boolean {
  return AGAIN.has(status) || (status === 409 && body.code === IN_FLIGHT);
}

/** What was acknowledged, and what was asked for, to be looked for at the end. */
export class Ledger {
  readonly versions: { model: string; version: number; key: string }[] = [];
  readonly transitions: { id: string; key: string }[] = [];
  readonly keys: string[] = [];
  /** Answers that say that the service is at fault. */
  readonly wrong: string[] = [];
}

/** The way to the service, and what its answers are held against. */
export interface Way {
  send(path: string, init: RequestInit, patienceMs: number): Promise<Response>;
  readonly check?: typeof checkAnswer;
}

/** Callers who read, register, promote and roll back without a pause, and repeat with their key what got no answer. */
export class People {
  private isOver = false;
  private count = 0;

  constructor(
    private readonly way: Way,
    private readonly token: string,
    private readonly models: readonly string[],
    private readonly random: () => number,
    readonly record: { history: History; availability: Availability; ledger: Ledger },
  ) {}

  /** Works until it is told to stop; what is under way then is finished. Each model has callers of its own, so that none waits for another. */
  async work(): Promise<void> {
    const lanes = this.models.flatMap((model) => [
      this.repeats(() => this.reads(model)),
      this.repeats(() => this.changesProduction(model)),
      this.repeats(() => this.changesProduction(model)),
    ]);
    await Promise.all(lanes);
  }

  stop(): void {
    this.isOver = true;
  }

  private async repeats(act: () => Promise<void>): Promise<void> {
    while (!this.isOver) {
      await act();
      await sleep(PAUSE_MS * this.random());
    }
  }

  private changesProduction(model: string): Promise<void> {
    return this.random() < ROLLBACKS ? this.rollsBack(model) : this.promotes(model);
  }

  private async reads(model: string): Promise<void> {
    const invoked = performance.now();
    const reply = await this.attempt(model, '/stages/Production');
    if (reply?.status !== 200 && reply?.status !== 404) return;
    const version = reply.status === 200 ? (reply.body.version as number) : null;
    this.record.history.add(model, { kind: 'read', version, invoked, answered: performance.now() });
  }

  private async promotes(model: string): Promise<void> {
    const key = `k${(this.count += 1)}`;
    const body = { artifactUri: `s3://${key}-r` };
    const registered = await this.insists(model, '/versions', { key: `${key}-r`, body });
    if (registered?.status !== 201) return;
    const { version } = registered.body as { version: number };
    this.record.ledger.versions.push({ model, version, key: `${key}-r` });
    const evaluated = await this.insists(model, `/versions/${version}/evaluations`, {
      key: `${key}-e`,
      body: EVALUATION,
    });
    if (evaluated?.status !== 201) return;
    await this.changes(model, version, `/versions/${version}/transitions`, {
      key: `${key}-p`,
      body: { toStage: 'Production', reason: `${key}-p` },
    });
  }

  private async rollsBack(model: string): Promise<void> {
    const key = `k${(this.count += 1)}-b`;
    await this.changes(model, null, '/rollback', { key, body: { reason: key } });
  }

  /** A change of Production; one of unknown fate may have put in place what it names, and a rollback names nothing. */
  private async changes(model: string, version: number | null, path: string, write: Write): Promise<void> {
    const invoked = performance.now();
    const reply = await this.insists(model, path, write);
    const answered = performance.now();
    if (reply?.status === 201) {
      const applied = reply.body as { id: string; version: number; displacedVersion: number | null };
      this.record.ledger.transitions.push({ id: applied.id, key: write.key });
      const { version: put, displacedVersion: displaced } = applied;
      this.record.history.add(model, { kind: 'write', version: put, displaced, invoked, answered });
    } else if (!reply && version !== null) {
      this.record.history.add(model, { kind: 'write', version, invoked, answered: Infinity });
    }
  }

  /** Repeats with the same key until there is an answer, or until nobody wants one any more. */
  private async insists(model: string, path: string, write: Write): Promise<Reply | null> {
    this.record.ledger.keys.push(write.key);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const reply = await this.attempt(model, path, write);
      if (reply && !isTransient(reply)) return reply;
      await sleep(AGAIN_MS);
    }
    this.record.ledger.wrong.push(`POST ${path} of ${model} got no answer in ${ATTEMPTS} attempts.`);
    return null;
  }

  private async attempt(model: string, path: string, write?: Write): Promise<Reply | null> {
    const method = write ? 'POST' : 'GET';
    const began = performance.now();
    const reply = await this.request(method, `/api/v1/models/${model}${path}`, write).catch(() => null);
    const succeeded = reply !== null && !isTransient(reply);
    this.record.availability.note({
      kind: write ? 'write' : 'read',
      model,
      began,
      ended: performance.now(),
      succeeded,
    });
    if (reply && reply.status >= 500 && reply.status !== 503)
      this.record.ledger.wrong.push(`${method} ${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply;
  }

  private async request(method: string, path: string, write?: Write): Promise<Reply> {
    const response = await this.way.send(
      path,
      {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(write && { 'content-type': 'application/json', 'idempotency-key': write.key }),
        },
        body: write && JSON.stringify(write.body),
      },
      write ? WRITE_MS : READ_MS,
    );
    const text = await response.text();
    const body: Json = text === '' ? null : JSON.parse(text);
    const { status, headers } = response;
    this.check(method, path, { status, headers, body });
    return { status, body };
  }

  /** An answer that the API document does not know is a violation, also amid a fault. */
  private check(method: string, path: string, answer: { status: number; headers: Headers; body: Json }): void {
    try {
      (this.way.check ?? checkAnswer)(method, path, answer);
    } catch (error) {
      this.record.ledger.wrong.push((error as Error).message);
    }
  }
}
