import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { migrationNames } from '../../platform/database/migrate.js';
import { PoolWatch } from '../../platform/database/pool-watch.service.js';
import { type PreparedRead, PreparedReads } from '../../platform/database/prepared-reads.js';
import { ReplicaWatch } from '../../platform/database/replica/replica-watch.service.js';
import { steadyNow } from '../../platform/database/steady-clock.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { problemKind } from '../../platform/http/problem.js';
import {
  databaseFull,
  databaseReadOnly,
  databaseUnavailable,
  isDatabaseFull,
} from '../../platform/http/unavailable.js';
import { countModelsAhead } from '../../registry/models/models.queries.js';
import { type LivenessResponse, type ReadinessResponse } from './health.dto.js';

const MIGRATIONS_PENDING = problemKind(503, 'MIGRATIONS_PENDING', 'The database is older than this program');
const SERVICE_STOPPING = problemKind(503, 'SERVICE_STOPPING', 'The service is stopping');
const SERVICE_STUCK = problemKind(503, 'SERVICE_STUCK', 'Only a restart of the service helps');

const LONGEST_WAIT_MS = 3_000;
/** An answer of the database that is younger shows that it lives, however slow it is. */
const RECENT_MS = 6_000;
/** A full disk is learned of by who fails to write, and believed for as long. */
const FULL_FOR_MS = 10_000;
const CLOCK_LOOK_MS = 60_000;
const NO_SUCH_TABLE = '42P01';

const STATE: PreparedRead = {
  name: 'readiness',
  lane: 'probes',
  text: `SELECT ARRAY(SELECT name FROM migrations) AS applied, current_setting('transaction_read_only') = 'on' AS "isReadOnly"`,
};

interface State {
  applied: string[];
  isReadOnly: boolean;
}

/** What the probes say: whether this process lives, and whether requests should come here. */
@Injectable()
export class HealthService {
  private isStopping = false;
  private fullAt = -Infinity;
  private clock: { at: number; ahead: Promise<number> } = { at: -Infinity, ahead: Promise.resolve(0) };
  private warned: readonly string[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: PreparedReads,
    private readonly pool: PoolWatch,
    private readonly replica: ReplicaWatch,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** From now on the service asks for no more requests, and still answers those that come. */
  beginToStop(): void {
    this.isStopping = true;
  }

  /** Takes note of an error that says more than its own request asks for. */
  note(error: unknown): void {
    if (isDatabaseFull(error)) this.fullAt = steadyNow();
  }

  checkLiveness(): LivenessResponse {
    if (this.pool.isBeyondHelp) {
      throw SERVICE_STUCK('The connections to the database are stuck, and new ones did not help. Restart the service.');
    }
    return { status: 'alive' };
  }

  /** Ready means that a request sent now would be served, a change too. */
  async checkReadiness(): Promise<ReadinessResponse> {
    if (this.isStopping) throw SERVICE_STOPPING('The service is stopping. Ask another one.', retryAfter(5));
    const state = await this.readState();
    const ofReplica = this.replica.warning;
    const warnings = [
      ...(state === null ? ['The database takes seconds to answer.'] : await this.judge(state)),
      ...(ofReplica === null ? [] : [ofReplica]),
    ];
    this.say(warnings);
    return { status: 'ready', ...(warnings.length > 0 && { warnings }) };
  }

  /** What to look at besides, of a database that can serve. @throws {Problem} 503 when it cannot */
  private async judge({ applied, isReadOnly }: State): Promise<string[]> {
    const known = migrationNames(this.dataSource);
    const pending = known.filter((name) => !applied.includes(name));
    if (pending.length > 0) {
      throw MIGRATIONS_PENDING(`The database lacks the migrations ${pending.join(', ')}.`, retryAfter(5));
    }
    if (isReadOnly) throw databaseReadOnly();
    if (steadyNow() - this.fullAt < FULL_FOR_MS) throw databaseFull();
    if (this.pool.isStuck) {
      throw databaseUnavailable(undefined, 'The connections to the database do not answer; they are opened anew.');
    }
    return warningsOf(
      applied.filter((name) => !known.includes(name)),
      await this.countModelsAhead(),
    );
  }

  /** Null for a database that is slow, and not gone: it answered something just now. */
  private async readState(): Promise<State | null> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The database took too long to answer.')), LONGEST_WAIT_MS);
    });
    try {
      const [state] = await Promise.race([this.reads.query<State>(STATE, []), tooLate]);
      return state!;
    } catch (error) {
      if ((error as { code?: string }).code === NO_SUCH_TABLE) return { applied: [], isReadOnly: false };
      if (steadyNow() - this.pool.lastAnswerAt < RECENT_MS && !this.pool.isStuck && isLate(error)) return null;
      throw databaseUnavailable(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Looks once a minute: it may read every model. */
  private countModelsAhead(): Promise<number> {
    if (steadyNow() - this.clock.at > CLOCK_LOOK_MS) {
      const ahead = countModelsAhead(this.dataSource.manager).catch(() => 0);
      this.clock = { at: steadyNow(), ahead };
    }
    return this.clock.ahead;
  }

  /** Into the log once, not with every probe. */
  private say(warnings: readonly string[]): void {
    for (const warning of warnings) if (!this.warned.includes(warning)) this.log.warn(warning);
    this.warned = warnings;
  }
}

function isLate(error: unknown): boolean {
  return error instanceof Error && /took too long|timeout/i.test(error.message);
}

function retryAfter(seconds: number) {
  return { headers: { 'Retry-After': String(seconds) } };
}

function warningsOf(unknown: readonly string[], ahead: number): string[] {
  return [
    ...(unknown.length > 0
      ? [`The database has migrations of a newer program: ${unknown.join(', ')}. Start the newer program.`]
      : []),
    ...(ahead > 0
      ? [
          `The clock of the database was ahead: ${ahead === 1 ? 'a model was' : `${ahead} models were`} changed at a time ` +
            'to come. Until then, questions by time about them may be answered wrongly.',
        ]
      : []),
  ];
}
