import { setTimeout as sleep } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Client } from '../support/app/client.js';
import { Availability, type Outage } from './availability.js';
import { History } from './history.js';
import { FAULTS, type InjectedFault } from './injected-faults.js';
import { Ledger, People, POLICY } from './people.js';
import { faultsOfChecker } from './planted.js';
import { violations } from './violations.js';
import { World } from './world.js';

const USAGE = `Breaks processes, network and database of a registry at work, and shows that nothing is lost, doubled or out of order.

  npm run test:faults                        every fault once, in some three minutes
  npm run test:faults -- --minutes 30        over and over, in random order
  npm run test:faults -- --seed NUMBER       the same choices again`;

const REPLICAS = 2;
const LANES = 8;
const MODELS = ['alpha', 'beta', 'gamma', 'delta'];
const QUIET_MS = 2_000;
const LARGEST_SEED = 2 ** 32;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Mulberry32: a small generator with a seed, because a run must be repeatable. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Felt {
  fault: string;
  lastedMs: number;
  read: Outage;
  write: Outage;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return say(USAGE) ?? 0;
  const seed = values.seed === undefined ? randomInt(LARGEST_SEED) : Number(values.seed);
  const blind = faultsOfChecker();
  if (blind.length > 0) return say(blind.join('\n')) ?? 1;
  say(`Seed ${seed}. The checker of histories notices what was planted.`);
  const world = await World.start(REPLICAS);
  try {
    return await campaign(world, randomFrom(seed), values.minutes === undefined ? null : Number(values.minutes));
  } finally {
    await world.end();
  }
}

async function campaign(world: World, random: () => number, minutes: number | null): Promise<number> {
  const admin = new Client(world.replicas[0]!.url, world.adminToken);
  await admin.put('/gate-policy', POLICY);
  for (const name of MODELS) await admin.post('/models', { name });
  const record = { history: new History(), availability: new Availability(), ledger: new Ledger() };
  const people = new People(world, MODELS, random, record);
  const work = people.work(LANES);
  const felt: Felt[] = [];
  for (const fault of schedule(random, minutes)) felt.push(...(await endure(fault, world, record.availability)));
  await sleep(QUIET_MS);
  people.stop();
  await work;
  const wrong = await violations(world.databaseUrl, record.history, record.ledger);
  const { valid } = await admin.get('/audit-events/verification');
  if (valid !== true) wrong.push('The audit record does not verify.');
  report(felt, record, wrong);
  return wrong.length === 0 ? 0 : 1;
}

/** Every fault once in the order of the list, or any of them until the time is up. */
function* schedule(random: () => number, minutes: number | null): Generator<InjectedFault> {
  yield* FAULTS;
  const end = performance.now() + (minutes ?? 0) * 60_000;
  while (performance.now() < end) yield FAULTS[Math.floor(random() * FAULTS.length)]!;
}

/** Lets a fault happen amid the work, and waits until reads and writes succeed again. */
async function endure(fault: InjectedFault, world: World, availability: Availability): Promise<Felt[]> {
  const obstacle = fault.impossible?.(world) ?? null;
  if (obstacle !== null) return say(`Left out: ${fault.name}; ${obstacle}.`) ?? [];
  await sleep(QUIET_MS);
  const began = performance.now();
  await fault.happen(world);
  const over = performance.now();
  while (!(availability.succeededSince('read', over) && availability.succeededSince('write', over))) await sleep(50);
  await sleep(QUIET_MS);
  const now = performance.now();
  const [read, write] = (['read', 'write'] as const).map((kind) => availability.outage(kind, began, now));
  const felt = { fault: fault.name, lastedMs: Math.round(over - began), read: read!, write: write! };
  say(rowOf(felt));
  return [felt];
}

function rowOf({ fault, lastedMs, read, write }: Felt): string {
  const told = ({ failed, milliseconds }: Outage): string =>
    failed === 0 ? 'none failed' : `${failed} failed within ${(milliseconds / 1000).toFixed(1)} s`;
  return `${fault} (${(lastedMs / 1000).toFixed(1)} s): reads ${told(read)}, writes ${told(write)}`;
}

function report(felt: Felt[], { history, ledger }: { history: History; ledger: Ledger }, wrong: string[]): void {
  say('');
  say(`${felt.length} faults, ${history.size} operations on Production in ${history.models.length} models,`);
  say(`${ledger.versions.length} versions and ${ledger.transitions.length} changes of Production acknowledged.`);
  for (const sentence of wrong.slice(0, 50)) say(`VIOLATION: ${sentence}`);
  say(`${wrong.length} violations`);
}

process.exitCode = await main();
