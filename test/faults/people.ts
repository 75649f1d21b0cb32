import { setTimeout as sleep } from 'node:timers/promises';
import { checkAnswer } from '../support/app/contract.js';
import { type Json } from '../support/app/client.js';
import { type Availability } from './availability.js';
import { type History } from './history.js';
import { type World } from './world.js';

const READ_MS = 10_000;
const WRITE_MS = 15_000;
const PAUSE_MS = 50;
const ATTEMPTS = 60;
/** Answers after which the same key may be sent again. */
const AGAIN = new Set([409, 429, 503]);
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

/** What was acknowledged, and what was asked for, to be looked for at the end. */
export class Ledger {
  readonly versions: { model: string; version: number; key: string }[] = [];
  readonly transitions: { id: string; key: string }[] = [];
  readonly keys: string[] = [];
  /** Answers that say that the service is at fault. */
  readonly wrong: string[] = [];
}

/** Callers who read, register, promote and roll back without a pause, and repeat with their key what got no answer. */
export class People {
  private isOver = false;
  private count = 0;

  constructor(
    private readonly world: World,
    private readonly models: readonly string[],
    private readonly random: () => number,
    readonly record: { history: History; availability: Availability; ledger: Ledger },
  ) {}

  /** Works until it is told to stop; what is under way then is finished. */
  async work(lanes: number): Promise<void> {
    await Promise.all(Array.from({ length: lanes }, (_, lane) => this.lane(lane)));
  }

  stop(): void {
    this.isOver = true;
  }

  private async lane(lane: number): Promise<void> {
    while (!this.isOver) {
      const model = this.models[Math.floor(this.random() * this.models.length)]!;
      const dice = this.random();
      if (dice < 0.6) await this.reads(model, lane);
      else if (dice < 0.92) await this.promotes(model, lane);
      else await this.rollsBack(model, lane);
      await sleep(PAUSE_MS * this.random());
    }
  }

  private async reads(model: string, lane: number): Promise<void> {
    const invoked = performance.now();
    const reply = await this.attempt(lane, 'GET', `/models/${model}/stages/Production`);
    if (reply?.status !== 200 && reply?.status !== 404) return;
    const version = reply.status === 200 ? (reply.body.version as number) : null;
    this.record.history.add(model, { kind: 'read', version, invoked, answered: performance.now() });
  }

  private async promotes(model: string, lane: number): Promise<void> {
    const key = `k${(this.count += 1)}`;
    const registered = await this.insists(lane, `/models/${model}/versions`, `${key}-r`, {
      artifactUri: `s3://${key}-r`,
    });
    if (registered?.status !== 201) return;
    const { version } = registered.body as { version: number };
    this.record.ledger.versions.push({ model, version, key: `${key}-r` });
    const path = `/models/${model}/versions/${version}`;
    const evaluated = await this.insists(lane, `${path}/evaluations`, `${key}-e`, EVALUATION);
    if (evaluated?.status !== 201) return;
    await this.changes(model, version, lane, `${path}/transitions`, `${key}-p`, { toStage: 'Production' });
  }

  private async rollsBack(model: string, lane: number): Promise<void> {
    await this.changes(model, null, lane, `/models/${model}/rollback`, `k${(this.count += 1)}-b`, {});
  }

  /** A change of Production; one of unknown fate may have put in place what it names, and a rollback names nothing. */
  private async changes(
    model: string,
    version: number | null,
    lane: number,
    path: string,
    key: string,
    body: object,
  ): Promise<void> {
    const invoked = performance.now();
    const reply = await this.insists(lane, path, key, { ...body, reason: key });
    const answered = performance.now();
    if (reply?.status === 201) {
      const applied = reply.body as { id: string; version: number; displacedVersion: number | null };
      this.record.ledger.transitions.push({ id: applied.id, key });
      const { version: put, displacedVersion: displaced } = applied;
      this.record.history.add(model, { kind: 'write', version: put, displaced, invoked, answered });
    } else if (!reply && version !== null) {
      this.record.history.add(model, { kind: 'write', version, invoked, answered: Infinity });
    }
  }

  /** Repeats with the same key until there is an answer, or until nobody wants one any more. */
  private async insists(lane: number, path: string, key: string, body: object): Promise<Reply | null> {
    this.record.ledger.keys.push(key);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const reply = await this.attempt(lane + attempt, 'POST', path, { key, body });
      const isTransient =
        !reply || (AGAIN.has(reply.status) && (reply.status !== 409 || reply.body.code === IN_FLIGHT));
      if (!isTransient) return reply;
      await sleep(300);
    }
    this.record.ledger.wrong.push(`POST ${path} got no answer in ${ATTEMPTS} attempts.`);
    return null;
  }

  private async attempt(
    lane: number,
    method: string,
    path: string,
    write?: { key: string; body: object },
  ): Promise<Reply | null> {
    const replica = this.world.replicas[lane % this.world.replicas.length]!;
    const kind = write ? 'write' : 'read';
    const began = performance.now();
    const reply = await this.request(`${replica.url}/api/v1${path}`, method, write).catch(() => null);
    const succeeded = reply !== null && reply.status < 500;
    this.record.availability.note({ kind, began, ended: performance.now(), succeeded });
    if (reply && reply.status >= 500 && reply.status !== 503)
      this.record.ledger.wrong.push(`${method} ${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    return reply;
  }

  private async request(url: string, method: string, write?: { key: string; body: object }): Promise<Reply> {
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${this.world.adminToken}`,
        ...(write && { 'content-type': 'application/json', 'idempotency-key': write.key }),
      },
      body: write && JSON.stringify(write.body),
      signal: AbortSignal.timeout(write ? WRITE_MS : READ_MS),
    });
    const text = await response.text();
    const body = text === '' ? null : (JSON.parse(text));
    const { status, headers } = response;
    this.check(method, new URL(url).pathname, { status, headers, body });
    return { status, body };
  }

  /** An answer that the API document does not know is a violation, also amid a fault. */
  private check(method: string, path: string, answer: { status: number; headers: Headers; body: Json }): void {
    try {
      checkAnswer(method, path, answer);
    } catch (error) {
      this.record.ledger.wrong.push((error as Error).message);
    }
  }
}
