import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ROLES, type Role } from '../../src/platform/access/permission.js';
import { ServiceProcess, type ThrowAwayService } from '../../demo/throw-away-service.js';
import { Client } from '../support/app/client.js';
import { type Budget, campaign, type Campaign } from './campaign.js';
import { showFailures } from './failures.js';
import { issueTokens, type RoleToken, seed } from './seed.js';
import { type Document, falsified, OPERATIONS, unnoticed } from './self-check.js';
import { installSchemathesis } from './tools.js';
import { faultsOf, succeeded, total } from './verdict.js';

const USAGE = `Sends what the API document allows, and what it does not, to a service of its own, as each role.

  npm run test:fuzz                        in full
  npm run test:fuzz -- --budget ci         within some minutes, as viewer and administrator, the same each time
  npm run test:fuzz -- --seed NUMBER       the same requests again, but for the ids and times that the service gives`;

const BUDGETS = {
  full: { calls: 40_000, roles: ROLES, fuzzing: 60, stateful: 1_000, policyBodies: 'all', coverage: 'all', seed: null },
  // Whoever may least, and whoever may everything. The same requests each time, so that what fails is due to the change.
  ci: {
    seed: 1372235634,
    calls: 6_000,
    roles: ['viewer', 'admin'],
    fuzzing: 5,
    stateful: 100,
    policyBodies: 'none',
    coverage: 'positive',
  },
} as const satisfies Record<string, Budget & { calls: number; roles: readonly Role[]; seed: number | null }>;

const LARGEST_SEED = 2 ** 32;
const BUILT_SERVICE = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');
const NO_LIMITS = {
  RATE_LIMIT_READS: '0',
  RATE_LIMIT_WRITES: '0',
  RATE_LIMIT_ROLLBACKS: '0',
  RATE_LIMIT_FAILURES: '0',
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Only who may do everything sends all there is: everybody else is turned away from most of it before a body is read. */
function budgetFor(role: Role, budget: Budget): Budget {
  return role === 'admin' ? { ...budget, coverage: 'all' } : { ...budget, policyBodies: 'none' };
}

async function loadDocument(url: string): Promise<Document> {
  return (await (await fetch(`${url}/openapi.json`)).json()) as Document;
}

function labels({ paths }: Document): Record<string, string> {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [
      (operation as { operationId?: string }).operationId,
      `${method.toUpperCase()} ${path}`,
    ]),
  );
  return Object.fromEntries(operations) as Record<string, string>;
}

/** Shows that a false document is noticed, since a run that finds nothing says as little as one that looks at nothing. */
async function checkItself(
  plan: Omit<Campaign, 'name' | 'budget' | 'document'>,
  document: Document,
): Promise<string[]> {
  const file = join(plan.folder, 'false-openapi.json');
  await writeFile(file, JSON.stringify(falsified(document)));
  const budget = { fuzzing: 2, stateful: 1, policyBodies: 'none', coverage: 'all' } as const;
  const { report } = await campaign({ ...plan, name: 'self-check', document: file, operations: OPERATIONS, budget });
  return unnoticed(report, labels(document));
}

/** What has to hold of the service after a role has done its worst. */
async function faultsAfter({ url }: ThrowAwayService, { token }: RoleToken): Promise<string[]> {
  const caller = new Client(url, token);
  const me = await caller.send('GET', '/me');
  if (me.status !== 200) return [`The role's token does not stand any longer: ${me.status}.`];
  const { valid, reason } = await caller.get('/audit-events/verification');
  return valid ? [] : [`The audit record is broken: ${reason}`];
}

async function fuzz(service: ThrowAwayService, folder: string, chosen: keyof typeof BUDGETS, number: number) {
  const program = await installSchemathesis();
  const document = await loadDocument(service.url);
  const tokens = await issueTokens(service);
  await seed(service, tokens);
  const { calls: promised, roles, seed: _seed, ...budget } = BUDGETS[chosen];
  const plan = { program, folder, url: service.url, seed: number };
  const faults = await checkItself({ ...plan, token: tokens.viewer }, document);
  const operations = Object.keys(labels(document)).length;
  let sent = 0;
  for (const role of roles) {
    const source = `${service.url}/openapi.json`;
    const token = tokens[role];
    const done = await campaign({ ...plan, name: role, document: source, token, budget: budgetFor(role, budget) });
    const found = [...faultsOf(done.report, done.calls, operations), ...(await faultsAfter(service, token))];
    sent += total(done.calls);
    faults.push(...found.map((fault) => `${role}: ${fault}`));
    say(
      `${role.padEnd(12)} ${String(total(done.calls)).padStart(7)} calls, ${succeeded(done.calls)} of ${operations} operations ` +
        `succeeded, ${found.length} faults (${done.seconds.toFixed(0)} s)`,
    );
    if (found.length > 0) await showFailures(done.output, say);
  }
  if (sent < promised) faults.push(`${sent} calls were made, ${promised} were promised.`);
  say(`${'together'.padEnd(12)} ${String(sent).padStart(7)} calls, ${faults.length} faults`);
  return faults;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { budget: { type: 'string' }, seed: { type: 'string' } } });
  const budget = (values.budget ?? 'full') as keyof typeof BUDGETS;
  if (!(budget in BUDGETS)) throw new Error(USAGE);
  const number = Number(values.seed ?? BUDGETS[budget].seed ?? randomInt(LARGEST_SEED));
  if (!Number.isSafeInteger(number)) throw new Error(USAGE);
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-fuzz-'));
  say(`Seed ${number}. What Schemathesis says is kept in ${folder}.`);
  const service = new ServiceProcess(BUILT_SERVICE, NO_LIMITS);
  const leave = (): void => void service.remove().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, leave);
  try {
    const faults = await fuzz(await service.ready(), folder, budget, number);
    for (const fault of faults) say(`✗ ${fault}`);
    if (faults.length > 0) say(service.lastWords);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await service.remove();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
