import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { personOf } from '../../platform/access/subject.js';
import { outsideOfTransaction } from '../../platform/database/ambient-transaction.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { type AuditEntry } from '../events/catalogue.js';
import { AuditService } from './audit.service.js';

const WINDOW_MS = 60_000;

/** An event of a refusal, and what it was refused: repetitions of one object within a minute are counted. */
export type Denial = Extract<AuditEntry, { action: 'access.denied' }>;
type Refused = Pick<Caller, 'subject' | 'requestId' | 'claims'>;

/** A minute of refusals of one caller and one thing. */
interface Window {
  /** The last that has no event yet, and how many there are. */
  last: { caller: Refused; denial: Denial } | null;
  count: number;
  timer: NodeJS.Timeout;
}

/**
 * Records refusals so that nobody fills the record with them: the first at once, those of the minute after it by one event with
 * their number, at the end of the minute or of the process.
 */
@Injectable()
export class Denials implements OnModuleDestroy {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Records or counts a refusal; `what` names the route or the object, so that different ones are told apart. Without a manager it
   * is written by itself and stays, whatever becomes of the transaction of the request.
   */
  async record(caller: Refused, what: string, denial: Denial, manager?: EntityManager): Promise<void> {
    const key = `${personOf(caller.subject)}\0${what}`;
    const window = this.windows.get(key);
    if (window) {
      window.count += 1;
      const { subject, requestId, claims } = caller;
      window.last = { caller: { subject, requestId, claims }, denial };
      return;
    }
    this.windows.set(key, { last: null, count: 0, timer: this.endLater(key) });
    try {
      if (manager) await this.audit.record(manager, caller, denial);
      else await this.write(caller, denial);
    } catch (error) {
      // What could not be written is not the first of a minute; those counted meanwhile are.
      await this.end(key);
      throw error;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.windows.keys()].map((key) => this.end(key)));
  }

  private endLater(key: string): NodeJS.Timeout {
    return setTimeout(() => void this.end(key), WINDOW_MS).unref();
  }

  /** Writes what was counted and begins another minute; forgets the key when there was nothing. */
  private async end(key: string): Promise<void> {
    const window = this.windows.get(key);
    if (!window) return;
    clearTimeout(window.timer);
    const { last, count } = window;
    if (last === null) {
      this.windows.delete(key);
      return;
    }
    window.last = null;
    window.count = 0;
    window.timer = this.endLater(key);
    try {
      const { caller, denial } = last;
      await this.write(caller, { ...denial, details: { ...denial.details, count } });
    } catch (error) {
      window.last ??= last;
      window.count += count;
      this.log.error({ err: error, denied: window.count }, 'Refusals could not be recorded yet.');
    }
  }

  private write(caller: Refused, denial: Denial): Promise<void> {
    return outsideOfTransaction(() =>
      this.dataSource.transaction((manager) => this.audit.record(manager, caller, denial)),
    );
  }
}
