import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { restAfter } from './rest.js';
import { type Tally, type WalkProgress } from './tally.js';
import { type AuditVerificationResponse, isSameScope, toVerificationResponse } from './verification.dto.js';
import { verificationRuns, verificationTooSoon } from './verification.problems.js';
import { type Scope, VerificationWalk, type Watch } from './verification-walk.service.js';

/** A walk under way, with those who wait for it. */
interface SharedWalk {
  scope: Scope;
  progress: WalkProgress;
  controller: AbortController;
  callers: number;
  answer: Promise<AuditVerificationResponse>;
}

/** Who asks, and when it has gone. */
export interface Asker {
  subject: string;
  signal: AbortSignal;
}

/** One walk at a time in this process: callers who ask for the same join it, and it ends when the last of them has gone. */
@Injectable()
export class SharedWalks implements OnModuleDestroy {
  private current: SharedWalk | null = null;
  /** When each principal whose walk took long may begin the next one. */
  private readonly rests = new Map<string, number>();

  constructor(private readonly walk: VerificationWalk) {}

  /**
   * The answer of the walk over a scope, begun now or a while ago.
   * @throws {Problem} 429 while a walk over another scope runs, or when the asker's own walks follow each other too closely.
   */
  async verify(scope: Scope, asker: Asker): Promise<AuditVerificationResponse> {
    const shared = this.join(scope) ?? this.begin(scope, asker.subject);
    const leave = (): void => {
      shared.callers -= 1;
      if (shared.callers === 0) shared.controller.abort(new Error('Nobody waits for the verification any more.'));
    };
    shared.callers += 1;
    asker.signal.addEventListener('abort', leave, { once: true });
    try {
      asker.signal.throwIfAborted();
      return await shared.answer;
    } finally {
      asker.signal.removeEventListener('abort', leave);
    }
  }

  /** How far the walk under way is, or null when there is none. */
  progress(): WalkProgress | null {
    return this.current?.progress ?? null;
  }

  async onModuleDestroy(): Promise<void> {
    this.current?.controller.abort(new Error('The service is shutting down.'));
    await this.current?.answer.catch(() => undefined);
  }

  private join(scope: Scope): SharedWalk | null {
    if (this.current === null || this.current.controller.signal.aborted) return null;
    if (!isSameScope(this.current.scope, scope)) throw verificationRuns();
    return this.current;
  }

  private begin(scope: Scope, subject: string): SharedWalk {
    const now = Date.now();
    for (const [who, until] of this.rests) if (until <= now) this.rests.delete(who);
    const until = this.rests.get(subject);
    if (until !== undefined) throw verificationTooSoon(Math.ceil((until - now) / 1_000));
    const controller = new AbortController();
    const before = this.current?.answer ?? Promise.resolve();
    const progress: WalkProgress = { startedAt: new Date(now), through: (scope.from ?? 1) - 1, to: null };
    const watch = {
      signal: controller.signal,
      onProgress: ({ through }: Tally, to: number) => void Object.assign(progress, { through, to }),
    };
    const answer = before.catch(() => undefined).then(() => this.run(scope, subject, watch));
    const shared = { scope, progress, controller, callers: 0, answer };
    this.current = shared;
    const forget = (): void => {
      if (this.current === shared) this.current = null;
    };
    answer.then(forget, forget);
    return shared;
  }

  private async run(scope: Scope, subject: string, watch: Watch): Promise<AuditVerificationResponse> {
    const startedAt = new Date();
    try {
      return toVerificationResponse(await this.walk.run(scope, watch), startedAt);
    } finally {
      const now = Date.now();
      const rest = restAfter(now - startedAt.getTime());
      if (rest > 0) this.rests.set(subject, now + rest);
    }
  }
}
