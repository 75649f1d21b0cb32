import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ServiceProcess } from '../../demo/throw-away-service.js';
import { installMlflow, MlflowServer, NEWER, runPython } from './tools.js';

const BUILT_SERVICE = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');
const NO_LIMITS = { RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '0', RATE_LIMIT_FAILURES: '0' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** MLflow's clients at work here, and the same requests to a real server and to ours; the names of what failed. */
async function prove(url: string, token: string, tracking: string, rounds: string): Promise<string[]> {
  const env = {
    STAGEGATE_URL: url,
    TRACKING_URL: tracking,
    MLFLOW_TRACKING_TOKEN: token,
    MLFLOW_DISABLE_TELEMETRY: 'true',
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const failed: string[] = [];
  const step = async (name: string, file: string, args: string[], more = {}): Promise<void> => {
    const { passed, output } = await runPython(file, { ...env, ...more }, args);
    say(passed ? output.trimEnd().split('\n').at(-1)! : output);
    if (!passed) failed.push(name);
  };
  await step('the client', 'story.py', ['own', rounds]);
  await step(`the client ${NEWER.version}`, 'story.py', ['newer', rounds], { PYTHONPATH: NEWER.folder });
  await step('the comparison', 'differential.py', []);
  return failed;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
  await installMlflow();
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-mlflow-'));
  const service = new ServiceProcess(BUILT_SERVICE, NO_LIMITS);
  let server: MlflowServer | undefined;
  try {
    const { url, token } = await service.ready();
    server = await MlflowServer.start(folder);
    const failed = await prove(url, token, server.url, values.rounds);
    for (const name of failed) say(`✗ ${name}`);
    if (failed.length > 0) say(service.lastWords);
    return failed.length === 0 ? 0 : 1;
  } finally {
    await server?.stop();
    await service.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
