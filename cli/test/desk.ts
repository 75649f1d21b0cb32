import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ServiceProcess } from '../../demo/throw-away-service.js';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Outcome {
  /** Both streams, in the order they were written. */
  output: string;
  code: number | null;
}

/** A folder with a shell in which `stagegate` is on the path, before a service of its own. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'stagegate-cli-'));
  private service: ServiceProcess | null = null;
  url = '';
  private env: Record<string, string> = {};

  /** Starts the service, with settings of its own; the examples lie in the folder, and the tokens of an administrator and a reviewer. */
  static async set(settings: Record<string, string> = {}): Promise<Desk> {
    const desk = new Desk();
    desk.service = new ServiceProcess(join(ROOT, 'dist', 'src', 'main.js'), settings);
    const { url, token } = await desk.service.ready();
    cpSync(join(ROOT, 'examples', 'census-income'), join(desk.folder, 'census-income'), { recursive: true });
    desk.url = url;
    desk.env = { SERVER: url };
    writeFileSync(join(desk.folder, 'admin.token'), token);
    for (const [subject, role] of [
      ['ci', 'contributor'],
      ['anna', 'approver'],
      ['olga', 'viewer'],
    ] as const)
      writeFileSync(join(desk.folder, `${subject}.token`), await issueToken(url, token, subject, role));
    return desk;
  }

  /** Runs a line as a person types it, but with no terminal behind it. */
  async run(line: string, shell = ['bash', '--norc', '-c']): Promise<Outcome> {
    const [program, ...options] = shell;
    const child = this.spawn(program!, [...options, line], 'ignore');
    let output = '';
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { output, code };
  }

  /**
   * Runs a line at a pseudo terminal of so many columns, without colours. What is typed follows when the output holds
   * what it is the answer to. Of what a question draws over itself the output is what remains.
   */
  async terminal(
    line: string,
    columns: number,
    answers: readonly [asked: string, typed: string][] = [],
  ): Promise<Outcome> {
    const sized = `stty cols ${columns} rows 200; ${line}`;
    const child = this.spawn('script', ['-qec', sized, '/dev/null'], 'pipe', { NO_COLOR: '1', SHELL: '/bin/bash' });
    const waiting = [...answers];
    let output = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [asked, typed] = waiting[0] ?? [];
      if (asked === undefined || !output.includes(asked)) return;
      waiting.shift();
      child.stdin!.write(typed);
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return { output: plain(output), code };
  }

  private spawn(
    program: string,
    options: readonly string[],
    stdin: 'ignore' | 'pipe',
    env: Record<string, string> = {},
  ): ChildProcess {
    return spawn(program, options, {
      cwd: this.folder,
      env: {
        ...env,
        ...this.env,
        PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
        HOME: this.folder,
        XDG_CONFIG_HOME: join(this.folder, '.config'),
        LC_ALL: 'C.UTF-8',
        ...(process.env.TMPDIR === undefined ? {} : { TMPDIR: process.env.TMPDIR }),
      },
      stdio: [stdin, 'pipe', 'pipe'],
    });
  }

  async clear(): Promise<void> {
    await this.service?.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Without what moves a cursor, hides it or clears a line. */
function plain(output: string): string {
  return output.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll('\r', '');
}

async function issueToken(url: string, admin: string, subject: string, role: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
    body: JSON.stringify({ subject, roles: [role], expiresInSeconds: 3600 }),
  });
  return ((await answer.json()) as { token: string }).token;
}
