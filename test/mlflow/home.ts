import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ThrowAwayService } from '../../demo/throw-away-service.js';
import { runScript } from '../../clients/script.js';
import { until } from '../support/limits.js';

const ROOT = join(import.meta.dirname, '..', '..');
const CLI = join(ROOT, 'cli', 'bin', 'stagegate.js');

/** What `stagegate import --json` answers of a model. */
export interface Result {
  model: string;
  changes: { subject: string; version: number | null; to: string | null }[];
  findings: { code: string; version: number | null }[];
  unchanged: number;
}

/** A registry of ours with our own command line before it. */
export class Home {
  constructor(private readonly service: ThrowAwayService) {}

  async run(...args: string[]): Promise<string> {
    const { passed, output } = await runScript(ROOT, process.execPath, this.env, [CLI, ...args]);
    if (!passed) throw new Error(`stagegate ${args.join(' ')}:\n${output}`);
    return output;
  }

  async imports(...args: string[]): Promise<Result[]> {
    return (JSON.parse(await this.run('import', ...args, '--json')) as { models: Result[] }).models;
  }

  /** Starts a command that goes on until it is interrupted. */
  starts(...args: string[]): Ongoing {
    const env = { ...process.env, ...this.env };
    return new Ongoing(spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  async holds(model: string): Promise<boolean> {
    const headers = { authorization: `Bearer ${this.service.token}` };
    const { status } = await fetch(`${this.service.url}/api/v1/models/${model}`, { headers });
    return status === 200;
  }

  async ask(path: string, method = 'GET', body?: object): Promise<Record<string, unknown>> {
    const headers = { authorization: `Bearer ${this.service.token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${this.service.url}${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }

  private get env(): Record<string, string> {
    return { STAGEGATE_URL: this.service.url, STAGEGATE_TOKEN: this.service.token };
  }
}

/** A command at work, and what it said so far. */
export class Ongoing {
  private output = '';
  private readonly ended: Promise<unknown>;

  constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'close');
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Waits until it has said this, and answers what it said before it since it was last waited for. */
  async says(text: string): Promise<string> {
    await until(`"${text}" is said`, () => {
      if (!this.output.includes(text) && this.child.exitCode !== null)
        throw new Error(`It ended with ${this.child.exitCode} before it said "${text}":\n${this.output}`);
      return this.output.includes(text);
    });
    const [before, ...rest] = this.output.split(text);
    this.output = rest.join(text);
    return before!;
  }

  /** Ends it as Ctrl-C does, or as a power cut. */
  async end(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }
}
