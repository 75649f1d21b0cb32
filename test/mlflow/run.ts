import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ServiceProcess, type ThrowAwayService } from '../../demo/throw-away-service.js';
import { proveMoving } from './moving.js';
import { installMlflow, installOlder, MlflowServer, NEWER, OLDER, runPython } from './tools.js';

const BUILT_SERVICE = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');
const NO_LIMITS = { RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '0', RATE_LIMIT_FAILURES: '0' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** MLflow's clients at work here, and the same requests to a real server and to ours; the names of what failed. */
async function prove(
  { url, token }: ThrowAwayService,
  tracking: string,
  { rounds, older }: { rounds: string; older: boolean },
): Promise<string[]> {
  const env = {
    STAGEGATE_URL: url,
    STAGEGATE_TOKEN: token,
    TRACKING_URL: tracking,
    MLFLOW_TRACKING_TOKEN: token,
    MLFLOW_DISABLE_TELEMETRY: 'true',
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const failed: string[] = [];
  const step = async (name: string, file: string, args: string[], more = {}, venv?: string): Promise<void> => {
    const { passed, output } = await timed(name, () => runPython(file, { ...env, ...more }, args, venv));
    say(passed ? output.trimEnd().split('\n').at(-1)! : output);
    if (!passed) failed.push(name);
  };
  // Before the clients fill the registry with what the other server does not hold.
  await step('the comparison', 'differential.py', []);
  await step('predictions of MLflow models', 'readme.py', []);
  await step('runs as evidence', 'evidence.py', ['own']);
  await step('the client', 'story.py', ['own', rounds]);
  await step(`the client ${NEWER.version}`, 'story.py', ['newer', rounds], { PYTHONPATH: NEWER.folder });
  if (!older) return failed;
  await step(`runs as evidence, ${OLDER.version}`, 'evidence.py', ['older'], {}, OLDER.folder);
  await step(`the client ${OLDER.version}`, 'story.py', ['older', rounds], {}, OLDER.folder);
  return failed;
}

/** Into a registry of its own, and out of the one that the client filled; null, or the name of what failed. */
async function movesInAndOut(full: ThrowAwayService, tracking: string, folder: string): Promise<string | null> {
  const service = new ServiceProcess(BUILT_SERVICE, NO_LIMITS);
  try {
    say(await proveMoving({ full, empty: await service.ready() }, tracking, folder));
    return null;
  } catch (error) {
    say(String(error instanceof Error ? error.message : error));
    return 'moving in and out';
  } finally {
    await service.remove();
  }
}

/** Does a step and says how long it took. */
async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  say(`  ${((performance.now() - began) / 1000).toFixed(1)} s  ${name}`);
  return result;
}

/**
 * `--rounds` of parallel promotions, 10 unless given; `--older` also tries the last client of MLflow 2, whose environment
 * takes some minutes to install.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '10' }, older: { type: 'boolean', default: false } },
  });
  await timed('installing', installMlflow);
  if (values.older) await timed(`installing ${OLDER.version}`, installOlder);
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-mlflow-'));
  const server = await MlflowServer.start(folder);
  const service = new ServiceProcess(BUILT_SERVICE, { ...NO_LIMITS, MLFLOW_TRACKING_URI: server.url });
  try {
    const ready = await service.ready();
    const failed = await prove(ready, server.url, values);
    const moved = await timed('moving', () => movesInAndOut(ready, server.url, folder));
    if (moved !== null) failed.push(moved);
    for (const name of failed) say(`✗ ${name}`);
    if (failed.length > 0) say(service.lastWords);
    return failed.length === 0 ? 0 : 1;
  } finally {
    await service.remove();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
