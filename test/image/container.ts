import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { found } from '../support/limits.js';
import { tell, type Told } from '../support/processes/tell.js';
import { type BuiltImage } from './built-image.js';

interface Mount {
  destination: string;
  type: string;
  source: string;
  options: string[];
}

/** The part of a bundle's config.json that is changed here; `runc spec` writes the rest. */
interface Specification {
  process: Record<string, unknown>;
  root: { path: string; readonly: boolean };
  hostname: string;
  mounts: Mount[];
}

export interface Start {
  command?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Folders of this machine that the container sees in the same place. */
  shares?: readonly string[];
  /** Instead of a volume of its own. */
  volume?: string;
}

const DATA = '/var/lib/stagegate';

/** A new folder that belongs to the user of the image, as a volume does. */
export function newVolume(image: BuiltImage): string {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-volume-'));
  const { uid, gid } = image.ids();
  chownSync(folder, uid, gid);
  return folder;
}

/**
 * A container of the image as compose.yaml and the chart run it: its own user, no capabilities, a root file system that nobody writes to,
 * and no network but its own loopback.
 */
export class Container {
  private readonly id = `stagegate-${randomBytes(4).toString('hex')}`;
  private readonly bundle = mkdtempSync(join(tmpdir(), 'stagegate-container-'));
  private said = '';
  private ending: Promise<number> | undefined;

  private constructor(private readonly image: BuiltImage) {}

  static async start(image: BuiltImage, start: Start = {}): Promise<Container> {
    const container = new Container(image);
    await container.specify(start);
    container.run();
    return container;
  }

  /** Its exit code, once it has ended. */
  get ended(): Promise<number> {
    return this.ending!;
  }

  /** All that it has written so far. */
  get output(): string {
    return this.said;
  }

  /** Runs a program in the container, as its user. */
  within(...command: string[]): Promise<Told> {
    return this.runc('exec', this.id, ...command);
  }

  /** What the engine does to learn whether the container is well. */
  async health(): Promise<number> {
    const { Test } = this.image.config.Healthcheck;
    return (await this.within(...Test.slice(1))).code;
  }

  /** Asks the service from inside, where its port is. */
  async ask(path: string, init: object = {}): Promise<{ status: number; body: unknown }> {
    const script = `const answer = await fetch('http://127.0.0.1:3000' + ${JSON.stringify(path)}, ${JSON.stringify(init)});
      console.log(JSON.stringify({ status: answer.status, body: await answer.json() }))`;
    const { code, output } = await this.within('node', '--input-type=module', '--eval', script);
    if (code !== 0) throw new Error(output);
    return JSON.parse(output) as { status: number; body: unknown };
  }

  /** Waits until its health check passes; one that ends before is an error that shows what it said. */
  async untilHealthy(): Promise<void> {
    let code: number | undefined;
    void this.ended.then((ended) => (code = ended));
    await found('the container is healthy', async () => {
      if (code !== undefined) throw new Error(`The container ended with ${code}: ${this.said}`);
      return (await this.health()) === 0 || undefined;
    });
  }

  async stop(signal = 'TERM'): Promise<number> {
    await this.runc('kill', this.id, signal);
    return this.ended;
  }

  private async specify({ command, env = {}, shares = [], volume }: Start): Promise<void> {
    await tell('runc', ['spec', '--bundle', this.bundle]);
    const file = join(this.bundle, 'config.json');
    const specification = JSON.parse(readFileSync(file, 'utf8')) as Specification;
    const { config, root } = this.image;
    Object.assign(specification.process, {
      terminal: false,
      user: this.image.ids(),
      args: command ?? [...(config.Entrypoint ?? []), ...config.Cmd],
      env: [...config.Env, ...Object.entries(env).map(([name, value]) => `${name}=${value}`)],
      cwd: config.WorkingDir,
      capabilities: {},
      noNewPrivileges: true,
    });
    delete specification.process.rlimits;
    specification.root = { path: root, readonly: true };
    specification.mounts = specification.mounts.filter(({ type }) => type !== 'cgroup');
    specification.mounts.push({
      destination: '/tmp',
      type: 'tmpfs',
      source: 'tmpfs',
      options: ['nosuid', 'nodev', 'mode=1777'],
    });
    const folders = [...shares.map((path) => [path, path]), ...(volume === undefined ? [] : [[volume, DATA]])];
    for (const [source, destination] of folders)
      specification.mounts.push({ destination: destination!, type: 'bind', source: source!, options: ['bind', 'rw'] });
    writeFileSync(file, JSON.stringify(specification));
  }

  private run(): void {
    mkdirSync(join(this.bundle, 'state'));
    const running = spawn('runc', [...this.state(), 'run', '--bundle', this.bundle, this.id], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [running.stdout, running.stderr])
      stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.ending = once(running, 'close').then(([code]) => {
      rmSync(this.bundle, { recursive: true, force: true });
      return code as number;
    });
  }

  private state(): string[] {
    return ['--root', join(this.bundle, 'state')];
  }

  private runc(...args: string[]): Promise<Told> {
    return tell('runc', [...this.state(), ...args]);
  }
}
