import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The service as it was built, or its source when the demo runs from source. */
const MAIN = fileURLToPath(new URL(`../src/main${extname(import.meta.filename)}`, import.meta.url));
/** Long enough for a machine that is busy with much else. */
const START_SECONDS = 600;
const LAST_LINES = 20;
/** Of the levels of the log, those that say nothing is wrong. */
const QUIET = ['trace', 'debug', 'info'];

export interface ThrowAwayService {
  url: string;
  token: string;
}

/** A service of the demo's own, with an embedded database in a temporary folder. */
export class ServiceProcess {
  private readonly dir = mkdtempSync(join(tmpdir(), 'stagegate-demo-'));
  private readonly child: ChildProcess;
  private readonly lines: string[] = [];

  /** `main` is the program to start, the demo's own unless another is named; `env` are settings beside the usual ones. */
  constructor(main = MAIN, env: Record<string, string> = {}) {
    // PostgreSQL does not run as root; the user it runs as then has to be able to walk in.
    chmodSync(this.dir, 0o711);
    this.child = spawn(process.execPath, [...process.execArgv, main], {
      env: { ...process.env, ...settings(this.dir), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stderr!.on('data', (chunk: Buffer) => this.remember(chunk.toString()));
  }

  /** Resolves once the service answers. */
  async ready(): Promise<ThrowAwayService> {
    const said = new Promise<string>((resolve) => {
      createInterface({ input: this.child.stdout! }).on('line', (line) => {
        const { level, msg, url } = record(line);
        if (msg === 'Stagegate is ready.' && url) resolve(url);
        if (level === undefined || !QUIET.includes(level)) this.remember(line);
      });
    });
    const ended = once(this.child, 'exit').then(() => null);
    const late = AbortSignal.timeout(START_SECONDS * 1000);
    const url = await Promise.race([said, ended, once(late, 'abort').then(() => null)]);
    if (url === null) throw new Error(`The service did not start:\n${this.lastWords}`);
    return { url, token: readFileSync(join(this.dir, 'admin-token'), 'utf8').trim() };
  }

  /** The last warnings and errors of the service, for when the story breaks off. */
  get lastWords(): string {
    return this.lines.join('\n');
  }

  /** Ends service and database, and leaves nothing behind. */
  async remove(): Promise<void> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.dir, { recursive: true, force: true });
  }

  private remember(text: string): void {
    this.lines.push(text.trimEnd());
    this.lines.splice(0, Math.max(0, this.lines.length - LAST_LINES));
  }
}

/** The caller's own configuration must not lead the demo to a real database; empty counts as absent. */
function settings(dir: string): Record<string, string> {
  return {
    DATABASE_URL: '',
    STAGEGATE_DATA_DIR: dir,
    STAGEGATE_JWT_SECRET: '',
    STAGEGATE_JWT_PRIVATE_KEY_FILE: '',
    STAGEGATE_JWT_PUBLIC_KEY_FILE: '',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'info',
  };
}

/** A line of the log; what is no JSON came from elsewhere and says whatever it says. */
function record(line: string): { level?: string; msg?: string; url?: string } {
  try {
    return Object(JSON.parse(line)) as { level?: string; msg?: string; url?: string };
  } catch {
    return {};
  }
}
