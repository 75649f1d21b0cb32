import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/processes/free-port.js';
import { Mlflow } from './environments.js';

/** How a server is run: one worker and a database of its own, unless told otherwise. */
interface Manner {
  release?: Mlflow;
  store?: string;
  more?: readonly string[];
}

/** An MLflow server with its artifacts, and unless told otherwise its database, in a folder of its own. */
export class MlflowServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(
    folder: string,
    {
      release = Mlflow.current,
      store = `sqlite:///${join(folder, 'mlflow.db')}`,
      more = ['--workers', '1'],
    }: Manner = {},
  ): Promise<MlflowServer> {
    await mkdir(folder, { recursive: true });
    const port = String(await freePort());
    const stores = ['--backend-store-uri', store, '--artifacts-destination', join(folder, 'artifacts')];
    const args = ['-m', 'mlflow', 'server', '--host', '127.0.0.1', '--port', port, ...stores, ...more];
    // Its workers for jobs of its own would take processor time from all else.
    const env = { ...process.env, ...release.env, MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' };
    // A group of its own, so that its workers end with it.
    const options = { cwd: folder, detached: true, stdio: 'ignore', env } as const;
    const child = spawn(release.python, args, options);
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
