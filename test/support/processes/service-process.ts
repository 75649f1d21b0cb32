import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { TEST_SECRET } from '../app/app.js';
import { built } from './built.js';

/** The service in a process of its own, so that there can be several, and so that one can be killed. */
export class ServiceProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts it and waits until it answers; `env` says which database it uses, `main` which program it is, this one unless another is named. */
  static async start(env: Record<string, string>, main?: string): Promise<ServiceProcess> {
    const child = spawn(process.execPath, [main ?? (await built('src/main.ts'))], {
      env: { PATH: process.env.PATH, PORT: '0', LOG_FORMAT: 'json', LOG_LEVEL: 'info', DRAIN_SECONDS: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    for (;;) {
      const url = /"url":"(http:\/\/[^"]+)"/.exec(said)?.[1];
      if (url) return new ServiceProcess(child, url);
      if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}: ${said}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    }
  }

  /** A replica on a database that is there already; tokens of the in-process app hold here too. */
  static beside(databaseUrl: string, env: Record<string, string> = {}): Promise<ServiceProcess> {
    return ServiceProcess.start({ DATABASE_URL: databaseUrl, STAGEGATE_JWT_SECRET: TEST_SECRET, ...env });
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
