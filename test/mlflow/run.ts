import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ServiceProcess, type ThrowAwayService } from '../../demo/throw-away-service.js';
import { runScript } from '../../clients/script.js';
import { Mlflow } from './environments.js';
import { Home } from './home.js';
import { movesIn, roundTrip } from './moving.js';
import { showsPages } from './pages.js';
import { MlflowServer } from './server.js';

const BUILT_SERVICE = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');
const NO_LIMITS = { RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '0', RATE_LIMIT_FAILURES: '0' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What is tried, and the names of what failed. */
class Proof {
  readonly failed: string[] = [];

  constructor(
    private readonly service: ThrowAwayService,
    private readonly tracking: string,
  ) {}

  /** Does a step and says how long it took and what it said at last, or all of it when it failed. */
  async step(name: string, work: () => Promise<string>): Promise<void> {
    const began = performance.now();
    const said = await work().catch((error: unknown) => {
      this.failed.push(name);
      return `✗ ${error instanceof Error ? error.message : String(error)}`;
    });
    say(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${name}: ${said}`);
  }

  /** One of the programs here, with a release of MLflow; its last line is the result. */
  python(file: string, release = Mlflow.current, ...args: string[]): Promise<void> {
    const { url, token } = this.service;
    const env = {
      STAGEGATE_URL: url,
      STAGEGATE_TOKEN: token,
      MLFLOW_TRACKING_TOKEN: token,
      TRACKING_URL: this.tracking,
    };
    return this.step(`${file} ${release.version}`, async () => {
      const program = join(import.meta.dirname, file);
      const { passed, output } = await runScript(import.meta.dirname, release.python, { ...env, ...release.env }, [
        program,
        ...args,
      ]);
      if (!passed) throw new Error(output);
      return output.trimEnd().split('\n').at(-1)!;
    });
  }
}

/** Starts what a run needs; each is noted in `ends` at once, so that a failure leaves nothing at work. */
async function start(ends: (() => Promise<unknown>)[]) {
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-mlflow-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const server = await MlflowServer.start(folder);
  ends.push(() => server.stop());
  // One registry for the clients, and one that is empty, to move into.
  const serve = (settings: Record<string, string>) => {
    const service = new ServiceProcess(BUILT_SERVICE, { ...NO_LIMITS, ...settings });
    ends.push(() => service.remove());
    return service;
  };
  const [full, empty] = [serve({ MLFLOW_TRACKING_URI: server.url }), serve({})];
  const lastWords = () => full.lastWords;
  return { folder, tracking: server.url, full: await full.ready(), empty: await empty.ready(), lastWords };
}

async function prove({ rounds, older }: { rounds: string; older: boolean }, ends: (() => Promise<unknown>)[]) {
  const { folder, tracking, full, empty, lastWords } = await start(ends);
  const proof = new Proof(full, tracking);
  const [home, other] = [new Home(full), new Home(empty)];
  // Before the clients fill the registry with what the other server does not hold.
  await proof.python('differential.py');
  const models = async () => {
    await proof.python('readme.py');
    await proof.python('evidence.py', Mlflow.current, 'current');
    if (older) await proof.python('evidence.py', Mlflow.former, 'former');
  };
  const calls = async () => {
    for (const [name, release] of Object.entries({
      current: Mlflow.current,
      newest: Mlflow.newest,
      former: Mlflow.former,
    }))
      if (older || release !== Mlflow.former) await proof.python('story.py', release, name, rounds);
  };
  const others = async () => {
    await proof.step('moving in', () => movesIn(other, tracking));
    await proof.step('pages', () => showsPages(full, home, tracking));
  };
  await Promise.all([models(), calls(), others()]);
  // Of all that the clients left.
  await proof.step('out and back', () => roundTrip(home, other, folder));
  if (proof.failed.length > 0) say(lastWords());
  return proof.failed;
}

/**
 * `--rounds` of parallel promotions, 10 unless given; `--older` also tries the last client of MLflow 2, whose environment
 * takes some minutes to install.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '10' }, older: { type: 'boolean', default: false } },
  });
  await Mlflow.current.install();
  if (values.older) await Mlflow.former.install();
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const failed = await prove(values, ends);
    for (const name of failed) say(`✗ ${name}`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    for (const end of ends.reverse()) await end().catch(() => undefined);
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
