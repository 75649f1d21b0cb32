import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type World } from './world.js';

export interface InjectedFault {
  name: string;
  /** Brings the fault about, and resolves once it is over. */
  happen(world: World): Promise<void>;
  /** The model it is about; the others are not to feel it. */
  model?: string;
  /** Why it cannot be brought about here. */
  impossible?(world: World): string | null;
}

/** Longer than the limits that the world sets. */
const FROZEN_MS = 8_000;
const FAULT_MS = 5_000;
const DELAY_MS = 200;
const LOCKED_MODEL = 'alpha';
export const MODELS = [LOCKED_MODEL, 'beta', 'gamma', 'delta'];
let turn = 0;

const nextReplica = (world: World) => world.replicas[turn++ % world.replicas.length]!;

export const FAULTS: readonly InjectedFault[] = [
  {
    name: 'a replica is killed (SIGKILL) and started again',
    async happen(world) {
      const replica = nextReplica(world);
      await replica.end('SIGKILL');
      await replica.start();
    },
  },
  {
    name: 'a replica is told to end (SIGTERM) and started again',
    async happen(world) {
      const replica = nextReplica(world);
      await replica.end('SIGTERM');
      await replica.start();
    },
  },
  {
    name: 'a replica is stopped amid its work and thaws',
    async happen(world) {
      const replica = nextReplica(world);
      replica.signal('SIGSTOP');
      await sleep(FROZEN_MS);
      replica.signal('SIGCONT');
    },
  },
  {
    name: 'all connections to the database are cut, five times',
    async happen(world) {
      for (let time = 0; time < 5; time += 1) {
        world.proxy.cut();
        await sleep(400);
      }
    },
  },
  {
    name: 'all connections to the database are stranded',
    async happen(world) {
      world.proxy.strand();
      await sleep(FAULT_MS);
    },
  },
  {
    name: 'the network swallows everything',
    async happen(world) {
      world.proxy.swallow(true);
      await sleep(FAULT_MS);
      world.proxy.swallow(false);
    },
  },
  {
    name: `the network takes ${DELAY_MS} ms each way`,
    async happen(world) {
      world.proxy.delay(DELAY_MS);
      await sleep(FAULT_MS);
      world.proxy.delay(0);
    },
  },
  {
    name: 'somebody holds the lock of one model',
    model: LOCKED_MODEL,
    async happen(world) {
      const sql = new pg.Client(world.databaseUrl);
      await sql.connect();
      try {
        await sql.query('BEGIN');
        await sql.query('SELECT FROM models WHERE name = $1 FOR UPDATE', [LOCKED_MODEL]);
        await sleep(FAULT_MS);
        await sql.query('ROLLBACK');
      } finally {
        await sql.end();
      }
    },
  },
  {
    name: 'the database is restarted',
    happen: (world) => world.restartDatabase(),
  },
  {
    name: 'the database is killed (SIGKILL) and started again',
    async happen(world) {
      world.killDatabase();
      await world.restartDatabase();
    },
  },
  {
    name: 'the disk of the database is full',
    impossible: (world) => (world.hasOwnDisk ? null : 'only root can mount a file system of a size'),
    async happen(world) {
      world.fillDisk();
      await sleep(FAULT_MS);
      world.emptyDisk();
      // PostgreSQL ends itself when it cannot write its log, and whoever looks after it starts it again.
      await world.restartDatabase();
    },
  },
];
