import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/processes/free-port.js';
import { runScript } from '../../clients/script.js';

const FOLDER = import.meta.dirname;
const VENV = join(FOLDER, '.venv');
/** The environment that MLflow is installed in. */
export const MLFLOW_FOLDER = VENV;
const REQUIREMENTS = join(FOLDER, 'requirements.txt');
const INSTALLED = join(VENV, 'installed.txt');

/** A newer client whose companion packages cannot be installed; it runs on those of the older one. */
export const NEWER = { version: '3.18.0', folder: join(VENV, 'newer') };

/** The last client of the generation before, which writes models under their runs; it has an environment of its own. */
export const OLDER = { version: '2.22.4', folder: join(VENV, 'older') };

const INSTALL = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];

/** Makes the environment of the older client unless it is there. */
export async function installOlder(): Promise<void> {
  const python = pythonOf(OLDER.folder);
  if (existsSync(join(OLDER.folder, 'installed.txt'))) return;
  await succeed('python3', ['-m', 'venv', '--clear', OLDER.folder]);
  await succeed(python, [...INSTALL, `mlflow==${OLDER.version}`, 'scikit-learn']);
  await copyFile(REQUIREMENTS, join(OLDER.folder, 'installed.txt'));
}

/** Makes the virtual environment, anew when the requirements are others. */
export async function installMlflow(): Promise<void> {
  if (existsSync(INSTALLED) && (await readFile(INSTALLED, 'utf8')) === (await readFile(REQUIREMENTS, 'utf8'))) return;
  await succeed('python3', ['-m', 'venv', '--clear', VENV]);
  await succeed(pythonOf(), [...INSTALL, '-r', REQUIREMENTS]);
  await succeed(pythonOf(), [...INSTALL, '--no-deps', '--target', NEWER.folder, `mlflow==${NEWER.version}`]);
  await copyFile(REQUIREMENTS, INSTALLED);
}

/** Runs one of our Python programs; what it prints is the result. */
export function runPython(
  file: string,
  env: Record<string, string>,
  args: string[] = [],
  environment = VENV,
): Promise<{ passed: boolean; output: string }> {
  return runScript(FOLDER, pythonOf(environment), env, [join(FOLDER, file), ...args]);
}

/** An MLflow server with a database and artifacts in a folder of its own. */
export class MlflowServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(folder: string): Promise<MlflowServer> {
    await mkdir(folder, { recursive: true });
    const port = String(await freePort());
    const stores = ['--backend-store-uri', `sqlite:///${join(folder, 'mlflow.db')}`];
    const artifacts = ['--artifacts-destination', join(folder, 'artifacts')];
    const args = ['server', '--host', '127.0.0.1', '--port', port, '--workers', '1', ...stores, ...artifacts];
    // A group of its own, so that its workers end with it.
    // Its workers for jobs of its own would take processor time from all else.
    const env = { ...process.env, MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' };
    const options = { cwd: folder, detached: true, stdio: 'ignore', env } as const;
    const child = spawn(join(VENV, 'bin', 'mlflow'), args, options);
    const server = new MlflowServer(`http://127.0.0.1:${port}`, child);
    while (!(await server.isHealthy())) {
      if (child.exitCode !== null) throw new Error(`The MLflow server ended with ${child.exitCode}.`);
      await sleep(200);
    }
    return server;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    process.kill(-this.child.pid!, 'SIGTERM');
    await ended;
  }

  private isHealthy(): Promise<boolean> {
    return fetch(`${this.url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

function pythonOf(environment = VENV): string {
  return join(environment, 'bin', 'python');
}

/** Runs a program; what it said is the error when it failed. */
export async function succeed(program: string, args: string[]): Promise<void> {
  const { passed, output } = await runScript(FOLDER, program, {}, args);
  if (!passed) throw new Error(`${program} ${args.join(' ')}:\n${output}`);
}
