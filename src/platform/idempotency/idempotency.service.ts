import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import { hasEffect } from '../database/ambient-transaction.js';
import { currentWork, endIfCallerLeft } from '../database/current-work.js';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { SIGNING_KEY, type SigningKey } from '../access/signing-key.js';
import { IdempotencyKey } from './idempotency-key.entity.js';
import { answerIsSealed, keyIsInFlight, keyIsReused } from './idempotency.problems.js';
import { SealedBox } from './sealed-box.js';
import { putBack, type StoredPart, takeOut } from './stored-parts.js';

export interface KeyedRequest {
  /** The person that sends it, whatever the spelling. */
  subject: string;
  key: string;
  fingerprint: string;
}

export interface Answer {
  status: number;
  contentType: string | null;
  body: string;
}

/** What a request with a key meets: the answer of its first time, or a transaction to answer in. */
export type Begun = { answer: Answer } | { runner: QueryRunner };

const LOCK_NOT_AVAILABLE = '55P03';

/** Keeps the first answer of a keyed request in the transaction of its effect: both are there, or neither. */
@Injectable()
export class IdempotencyService {
  private readonly box: SealedBox;
  /** Requests of this process under way, so that repetitions wait here and hold no connection. */
  private readonly underWay = new Map<string, Promise<void>>();

  private readonly parts: StoredPart[] = [];

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SIGNING_KEY) key: SigningKey,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.box = new SealedBox(
      key.sealWith,
      'stagegate idempotency answers',
      key.previous.flatMap(({ sealWith }) => sealWith ?? []),
    );
  }

  private get hours(): number {
    return this.config.retention.idempotencyKeyHours;
  }

  /** Makes known what large answers show that is stored elsewhere; it is not kept twice. */
  keepsApart(part: StoredPart): void {
    this.parts.push(part);
  }

  /** The first answer, or a transaction to answer in; either way `end` is called once when the request is over. */
  async begin(request: KeyedRequest): Promise<Begun & { end: () => void }> {
    const end = await this.takeTurn(`${request.subject}\0${request.key}`);
    const runner = this.dataSource.createQueryRunner();
    try {
      endIfCallerLeft();
      await runner.startTransaction();
      await this.lock(runner, request);
      const known = await this.find(runner, request);
      if (!known) return { runner, end };
      if (known.fingerprint !== request.fingerprint) throw keyIsReused(request.key, this.hours);
      const body = this.box.open(known.sealedBody);
      if (body === null) throw answerIsSealed(request.key, known.status);
      await this.abandon(runner);
      const whole = await putBack({ body, references: known.storedParts ?? [] }, this.parts);
      return { answer: { status: known.status, contentType: known.contentType, body: whole }, end };
    } catch (error) {
      await this.abandon(runner);
      end();
      throw error;
    }
  }

  /**
   * Commits the effect and its answer together. An answer that the service failed takes the effect back, and so does a caller
   * who has gone. One that says to try again later is not kept, nor is a no that left nothing in the record: what was in the
   * way may be gone, and the key would only repeat that it is there.
   */
  async finish(runner: QueryRunner, request: KeyedRequest, answer: Answer, isLasting: boolean): Promise<void> {
    if (answer.status >= 500 || currentWork.getStore()?.signal.aborted) return this.abandon(runner);
    if (isLasting && (answer.status < 400 || hasEffect(runner))) await this.keep(runner, request, answer);
    await runner.commitTransaction();
    await runner.release();
  }

  private async keep(runner: QueryRunner, { subject, key, fingerprint }: KeyedRequest, answer: Answer): Promise<void> {
    const { body, references } = takeOut(answer.body, this.parts);
    const storedParts = references.length > 0 ? JSON.stringify(references) : null;
    await runner.query(
      `INSERT INTO idempotency_keys
         (subject, key, fingerprint, status, content_type, sealed_body, stored_parts, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now())
       ON CONFLICT (subject, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status,
         content_type = excluded.content_type, sealed_body = excluded.sealed_body,
         stored_parts = excluded.stored_parts, created_at = excluded.created_at`,
      [subject, key, fingerprint, answer.status, answer.contentType, this.box.seal(body), storedParts],
    );
  }

  async abandon(runner: QueryRunner): Promise<void> {
    if (runner.isReleased) return;
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }

  private async takeTurn(id: string): Promise<() => void> {
    while (this.underWay.has(id)) await this.underWay.get(id);
    let end!: () => void;
    const turn = new Promise<void>((resolve) => {
      end = () => {
        this.underWay.delete(id);
        resolve();
      };
    });
    this.underWay.set(id, turn);
    return end;
  }

  /** Another replica may be at the same request: wait for its answer, but not for ever. */
  private async lock(runner: QueryRunner, { subject, key }: KeyedRequest): Promise<void> {
    const hash = createHash('sha256').update(`${subject}\0${key}`).digest().readBigInt64BE();
    try {
      await runner.query('SELECT pg_advisory_xact_lock($1)', [hash.toString()]);
    } catch (error) {
      const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
      throw code === LOCK_NOT_AVAILABLE ? keyIsInFlight(key, error) : error;
    }
  }

  private async find(runner: QueryRunner, { subject, key }: KeyedRequest): Promise<IdempotencyKey | null> {
    const since = new Date(this.clock.now().getTime() - this.hours * 3_600_000);
    return runner.manager
      .createQueryBuilder(IdempotencyKey, 'k')
      .where('k.subject = :subject AND k.key = :key', { subject, key })
      .andWhere('k.createdAt > :since', { since })
      .getOne();
  }
}
