import { setTimeout as sleep } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Client } from '../support/app/client.js';
import { until } from '../support/limits.js';
import { Availability, type Felt } from './availability.js';
import { Balancer } from './balancer.js';
import { podManners } from './chart.js';
import { EventsUnderKills } from './events-under-kills.js';
import { History } from './history.js';
import { FAULTS, type InjectedFault, MODELS } from './injected-faults.js';
import { Ledger, People, POLICY } from './people.js';
import { faultsOfChecker } from './planted.js';
import { Upheavals } from './upheavals.js';
import { violations } from './violations.js';
import { World } from './world.js';

const USAGE = `Breaks processes, network and database of a registry at work, and shows that nothing is lost, doubled or out of order.

  npm run test:faults                        every fault once, in some three minutes
  npm run test:faults -- --minutes 30        over and over, in random order
  npm run test:faults -- --seed NUMBER       the same choices again`;

const REPLICAS = 2;
const TELLING_REPLICAS = 5;
const TOLD_CHANGES = 2_000;
const DRAINED_REPLICAS = 3;
const MOST_SHOWN = 50;
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
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void world.end().finally(() => process.exit(1)));
  let failed: number;
  try {
    failed = await campaign(world, randomFrom(seed), values.minutes === undefined ? null : Number(values.minutes));
  } finally {
    await world.end();
  }
  const withstood = await upheavalsAreWithstood(randomFrom(seed));
  return (await eventsAreTold()) && withstood ? failed : 1;
}

/** Whether a drained replica and a failover of the database cost nobody what was acknowledged. */
async function upheavalsAreWithstood(random: () => number): Promise<boolean> {
  const { drainSeconds, shutdownSeconds } = podManners();
  const settings = { DRAIN_SECONDS: String(drainSeconds), SHUTDOWN_SECONDS: String(shutdownSeconds) };
  const world = await World.withStandby(DRAINED_REPLICAS, settings);
  try {
    const run = new Upheavals(world, random);
    const wrong = await run.violations();
    for (const { name, read, write } of run.costs) {
      say(name);
      say(`    ${told('read', read)}; ${told('write', write)}`);
    }
    say(
      `${run.acknowledged} changes of Production acknowledged; ${run.deliveries} deliveries to a receiver that died ${run.deaths} times.`,
    );
    return isFlawless(wrong);
  } finally {
    await world.end();
  }
}

/** Whether everybody hears of every change, while the processes that tell are killed. */
async function eventsAreTold(): Promise<boolean> {
  const world = await World.start(TELLING_REPLICAS);
  try {
    const { replicas, adminToken: token } = world;
    const run = new EventsUnderKills({ replicas, token, changes: TOLD_CHANGES, killEveryMs: 1_000 });
    const wrong = await run.violations();
    say(
      `${TOLD_CHANGES} changes by ${TELLING_REPLICAS} processes, ${run.kills} of them killed, ${run.deliveries} deliveries.`,
    );
    return isFlawless(wrong);
  } finally {
    await world.end();
  }
}

function isFlawless(wrong: readonly string[]): boolean {
  for (const sentence of wrong.slice(0, MOST_SHOWN)) say(`VIOLATION: ${sentence}`);
  say(`${wrong.length} violations`);
  say('');
  return wrong.length === 0;
}

interface Run {
  world: World;
  balancer: Balancer;
  record: { history: History; availability: Availability; ledger: Ledger };
}

async function campaign(world: World, random: () => number, minutes: number | null): Promise<number> {
  const admin = new Client(world.replicas[0]!.url, world.adminToken);
  await admin.put('/gate-policy', POLICY);
  for (const name of MODELS) await admin.post('/models', { name });
  const record = { history: new History(), availability: new Availability(), ledger: new Ledger() };
  const balancer = new Balancer(world.replicas);
  const people = new People(balancer, world.adminToken, MODELS, random, record);
  const work = people.work();
  let count = 0;
  for (const fault of schedule(random, minutes)) count += await endure(fault, { world, balancer, record });
  people.stop();
  await work;
  balancer.stop();
  const wrong = await violations(world.databaseUrl, record.history, record.ledger);
  const { valid } = await admin.get('/audit-events/verification');
  if (valid !== true) wrong.push('The audit record does not verify.');
  if (record.ledger.transitions.length === 0) wrong.push('Nothing was changed, so nothing is shown.');
  report(count, record, wrong);
  return wrong.length === 0 ? 0 : 1;
}

/** Every fault once in the order of the list, or any of them until the time is up. */
function* schedule(random: () => number, minutes: number | null): Generator<InjectedFault> {
  yield* FAULTS;
  const end = performance.now() + (minutes ?? 0) * 60_000;
  while (performance.now() < end) yield FAULTS[Math.floor(random() * FAULTS.length)]!;
}

/** Lets a fault happen amid the work, and waits until all replicas are ready and all models are read and changed; answers how many happened. */
async function endure(fault: InjectedFault, { world, balancer, record }: Run): Promise<number> {
  const obstacle = fault.impossible?.(world) ?? null;
  if (obstacle !== null) return say(`Left out: ${fault.name}; ${obstacle}.`) ?? 0;
  await sleep(QUIET_MS);
  const began = performance.now();
  await fault.happen(world);
  const over = performance.now();
  const isUsed = (model: string) =>
    record.availability.succeededSince('read', model, over) && record.availability.succeededSince('write', model, over);
  await until(`all is well after this: ${fault.name}`, () => balancer.readyCount === REPLICAS && MODELS.every(isUsed));
  const well = performance.now();
  await sleep(QUIET_MS);
  const felt = (kind: 'read' | 'write', concerns: (model: string) => boolean): string =>
    told(kind, record.availability.felt(kind, began, well, concerns));
  say(`${fault.name} (${seconds(over - began)}), all well ${seconds(well - over)} later`);
  const groups = fault.model === undefined ? [['', () => true] as const] : sidesOf(fault.model);
  for (const [side, concerns] of groups) say(`    ${side}${felt('read', concerns)}; ${felt('write', concerns)}`);
  return 1;
}

function sidesOf(model: string) {
  return [
    ['that model: ', (name: string) => name === model],
    ['all others: ', (name: string) => name !== model],
  ] as const;
}

function told(kind: string, { asked, failed, withoutMs }: Felt): string {
  return `${failed} of ${asked} ${kind}s failed, none succeeded for ${seconds(withoutMs)}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function report(count: number, { history, ledger }: Run['record'], wrong: string[]): void {
  say('');
  say(`${count} faults, ${history.size} operations on Production in ${history.models.length} models,`);
  say(`${ledger.versions.length} versions and ${ledger.transitions.length} changes of Production acknowledged.`);
  isFlawless(wrong);
}

process.exitCode = await main();
