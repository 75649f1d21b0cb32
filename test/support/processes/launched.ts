import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { until } from '../limits.js';
import { type Report } from './embedded-postgres.process.js';

const LOADER = new URL('../typescript-loader.js', import.meta.url).href;
const PROGRAM = fileURLToPath(new URL('embedded-postgres.process.ts', import.meta.url));

/** One process that has, or shares, an embedded database. */
export class Launched {
  readonly reports: Report[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private changed: () => void = () => undefined;

  constructor(options: { dir: string; attach?: boolean; env?: Record<string, string> }) {
    const args = ['--no-warnings', '--import', LOADER, PROGRAM, JSON.stringify(options)];
    // A group of its own is what a terminal gives, so that Ctrl-C can be sent to all of it.
    this.child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const lines = createInterface({ input: this.child.stdout! });
    lines.on('line', (line) => {
      this.reports.push(JSON.parse(line) as Report);
      this.changed();
    });
    this.ended = Promise.all([once(this.child, 'exit'), once(lines, 'close')]).then(() => this.changed());
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The next report of this kind; a process that ends without one is an error that shows what it did report. */
  async next<Event extends Report['event']>(event: Event): Promise<Extract<Report, { event: Event }>> {
    for (;;) {
      const found = this.reports.find((entry) => entry.event === event);
      if (found) return found as Extract<Report, { event: Event }>;
      if (!this.isRunning) throw new Error(`Ended without "${event}": ${JSON.stringify(this.reports)}`);
      await Promise.race([new Promise<void>((resolve) => (this.changed = resolve)), this.ended]);
    }
  }

  /** Resolves with the exit code, or null when a signal ended the process. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    await this.ended;
    return this.child.exitCode;
  }

  /** What a terminal does at Ctrl-C. */
  async interrupt(): Promise<number | null> {
    process.kill(-this.child.pid!, 'SIGINT');
    await this.ended;
    return this.child.exitCode;
  }
}

/** The folder that holds data, socket and log, as the URL tells it. */
export function rootOf(url: string): string {
  return dirname(new URL(url).searchParams.get('host')!);
}

export function postmasterId(root: string): number {
  return Number(readFileSync(join(root, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The server removes the file as the last thing it does. */
export function serverGone(root: string): Promise<void> {
  return until('the database server is gone', () => !existsSync(join(root, 'data', 'postmaster.pid')));
}
