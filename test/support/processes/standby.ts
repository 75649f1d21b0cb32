import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/platform/embedded-postgres/embedded-postgres.js';
import { postmasterId, rootOf } from './launched.js';

type Settings = Record<string, string>;

/** A PostgreSQL and a hot standby that streams from it, in folders of their own. */
export class ReplicatedPostgres {
  private constructor(
    private readonly folder: string,
    readonly primary: EmbeddedPostgres,
    private following: EmbeddedPostgres,
  ) {}

  /** `prepare` fills the database before it is copied; `settings` are those of the primary from then on. */
  static async start(
    folder: string,
    prepare: (url: string) => Promise<void>,
    settings: Settings = {},
  ): Promise<ReplicatedPostgres> {
    const first = await launch(folder, 'primary', {});
    await prepare(first.url).finally(() => first.stop());
    // A cluster that has ended is whole as it lies there.
    copyCluster(rootOf(first.url), join(folder, 'standby'));
    writeFileSync(join(folder, 'standby', 'data', 'standby.signal'), '');
    const primary = await launch(folder, 'primary', settings);
    try {
      return new ReplicatedPostgres(folder, primary, await launchStandby(folder, primary));
    } catch (error) {
      await primary.stop();
      throw error;
    }
  }

  get standby(): EmbeddedPostgres {
    return this.following;
  }

  /** Asks the standby something. */
  async tell<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
    return ask<Row>(this.following.url, sql);
  }

  kill(which: 'primary' | 'standby'): void {
    process.kill(postmasterId(rootOf(this[which].url)), 'SIGKILL');
  }

  /** Ends what is left of the standby, and starts it on the same data, at another address. */
  async restartStandby(): Promise<void> {
    await this.following.stop().catch(() => undefined);
    this.following = await launchStandby(this.folder, this.primary);
  }

  /** Makes the standby a primary; resolves once it takes changes. */
  async promoteStandby(): Promise<void> {
    await this.tell('SELECT pg_promote()');
  }

  async stop(): Promise<void> {
    await this.following.stop().catch(() => undefined);
    await this.primary.stop().catch(() => undefined);
  }
}

function launch(folder: string, name: string, settings: Settings): Promise<EmbeddedPostgres> {
  const { PATH, SUDO_USER } = process.env;
  return startEmbeddedPostgres({ dir: join(folder, name), log: () => undefined, env: { PATH, SUDO_USER }, settings });
}

function launchStandby(folder: string, primary: EmbeddedPostgres): Promise<EmbeddedPostgres> {
  const { host, port, user, password } = primary.connection;
  const primary_conninfo = `host=${host} port=${port} user=${user} password=${password} application_name=standby`;
  // What the standby replays is not held up for who reads old rows: it ends their statements after a moment.
  return launch(folder, 'standby', { primary_conninfo, max_standby_streaming_delay: '1s' });
}

/** Copies a cluster that has ended; the copy keeps owners and modes, which PostgreSQL insists on. */
export function copyCluster(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  chmodSync(to, 0o755);
  execFileSync('cp', ['-a', join(from, 'data'), join(to, 'data')]);
}

export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
