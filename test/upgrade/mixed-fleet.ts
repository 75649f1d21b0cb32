import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TEST_SECRET } from '../support/app/app.js';
import { type checkAnswer } from '../support/app/contract.js';
import { createEmptyDatabase, type TestDatabase } from '../support/app/database.js';
import { Person } from '../support/app/registry.js';
import { built } from '../support/processes/built.js';
import { ServiceProcess } from '../support/processes/service-process.js';
import { type BuiltRelease, builtPreviousRelease } from './previous-release.js';

export type Side = 'previous' | 'current';

/** Whatever this machine does meanwhile, nobody is one too many and no wait is too long; so what is answered 503 is a fault. */
const PATIENT = {
  RATE_LIMIT_READS: '0',
  RATE_LIMIT_WRITES: '0',
  RATE_LIMIT_ROLLBACKS: '0',
  RATE_LIMIT_FAILURES: '0',
  DATABASE_LOCK_SECONDS: '600',
  DATABASE_STATEMENT_SECONDS: '600',
  DATABASE_WAIT_SECONDS: '600',
};

/** An answer of the previous release is described by a document of its own; that it is at fault is what must not be. */
export const isNoFault: typeof checkAnswer = (method, target, { status, body }) => {
  if (status >= 500) throw new Error(`${method} ${target} answered ${status}: ${JSON.stringify(body)}`);
};

/** The previous release and this one, each a process, on one database and one data folder. */
export class MixedFleet {
  private readonly running = new Map<Side, ServiceProcess>();
  private turn = 0;
  /** How many requests each was sent by `send`. */
  readonly sent = { previous: 0, current: 0 };
  readonly check = isNoFault;

  private constructor(
    readonly release: BuiltRelease,
    readonly database: TestDatabase,
    private readonly folder: string,
  ) {}

  /** The previous release alone, on a schema that it made itself. */
  static async startPrevious(): Promise<MixedFleet> {
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-mixed-'));
    const release = await builtPreviousRelease();
    const fleet = new MixedFleet(release, await createEmptyDatabase(), folder);
    await fleet.start('previous').catch(async (error: unknown) => {
      await fleet.end();
      throw error;
    });
    return fleet;
  }

  /** Makes the schema that of this release, as an operator does, whoever is at work on it. */
  async migrate(): Promise<void> {
    const args = [await built('src/commands/migrations.ts'), 'run'];
    await promisify(execFile)(process.execPath, args, { env: this.env });
  }

  async start(side: Side): Promise<void> {
    this.running.set(side, await ServiceProcess.start(this.env, side === 'previous' ? this.release.main : undefined));
  }

  async restart(side: Side): Promise<void> {
    await this.running.get(side)?.end();
    await this.start(side);
  }

  urlOf(side: Side): string {
    return this.running.get(side)!.url;
  }

  /** Each request goes to another of those that run. */
  send(path: string, init: RequestInit): Promise<Response> {
    const sides = [...this.running.keys()];
    const side = sides[(this.turn += 1) % sides.length]!;
    this.sent[side] += 1;
    return fetch(`${this.urlOf(side)}${path}`, init);
  }

  /** The administrator whose token the first start left. */
  get root(): Person {
    return this.personOf(readFileSync(join(this.folder, 'admin-token'), 'utf8').trim(), 'admin');
  }

  /** Somebody with a token that the previous release issued. */
  async person(subject: string, ...roles: string[]): Promise<Person> {
    return this.personOf((await this.root.post('/tokens', { subject, roles })).token, subject);
  }

  /** A person at one of the two. */
  at(side: Side, person: Person): Person {
    return person.at(this.urlOf(side), side === 'previous' ? isNoFault : undefined);
  }

  async end(): Promise<void> {
    for (const process of this.running.values()) await process.end();
    await this.database.drop();
    this.release.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private personOf(token: string, subject: string): Person {
    return new Person(this.urlOf('previous'), token, subject, isNoFault);
  }

  private get env(): Record<string, string> {
    return {
      ...PATIENT,
      PATH: process.env.PATH ?? '',
      DATABASE_URL: this.database.url,
      STAGEGATE_DATA_DIR: this.folder,
      STAGEGATE_JWT_SECRET: TEST_SECRET,
      STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1',
      STAGEGATE_PREDICTIONS_NICENESS: '0',
    };
  }
}
