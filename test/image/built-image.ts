import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, tell } from '../support/processes/tell.js';

const NAME = 'localhost/stagegate:test';

/** What an image says of how it is run. */
export interface ImageConfig {
  User: string;
  Env: string[];
  Cmd: string[];
  Entrypoint?: string[];
  WorkingDir: string;
  ExposedPorts: Record<string, object>;
  Healthcheck: { Test: string[]; Interval: number; Timeout: number; StartPeriod: number };
}

/** The image of the Dockerfile, built as deploy/image/build.sh builds it, with its files where they can be read. */
export class BuiltImage {
  private constructor(
    readonly config: ImageConfig,
    readonly root: string,
    private readonly container: string,
  ) {}

  /** What was built before from the same files is taken from the store of buildah. */
  static async make(): Promise<BuiltImage> {
    const env = { ...process.env, IMAGE_BASE: 'made', IMAGE_NAME: NAME };
    const building = spawn(join(ROOT, 'deploy', 'image', 'build.sh'), { env, stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = (await once(building, 'exit')) as [number];
    if (code !== 0) throw new Error(`The image could not be built: exit ${code}.`);
    const { Docker } = JSON.parse(await buildah('inspect', '--type', 'image', NAME)) as {
      Docker: { config: ImageConfig };
    };
    const container = await buildah('from', '--pull-never', NAME);
    return new BuiltImage(Docker.config, await buildah('mount', container), container);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Ids of user and group that the image runs as. */
  ids(): { uid: number; gid: number } {
    const entry = this.read('etc/passwd')
      .split('\n')
      .find((line) => line.startsWith(`${this.config.User}:`));
    const [, , uid, gid] = entry!.split(':');
    return { uid: Number(uid), gid: Number(gid) };
  }

  async leave(): Promise<void> {
    await buildah('rm', this.container);
  }
}

async function buildah(...args: string[]): Promise<string> {
  const { code, output } = await tell('buildah', args);
  if (code !== 0) throw new Error(`buildah ${args.join(' ')}: ${output}`);
  return output.trim();
}
