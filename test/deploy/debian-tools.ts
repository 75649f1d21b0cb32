import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tell } from '../support/processes/tell.js';
import { CACHE } from './go-tools.js';

const run = promisify(execFile);

/** The checker of rules for Prometheus, as installed, or taken out of Debian's package without starting what else is in it. */
export async function promtool(): Promise<string> {
  if ((await tell('promtool', ['--version'])).code === 0) return 'promtool';
  const file = join(CACHE, 'promtool');
  if (!existsSync(file)) await extract(file);
  return file;
}

async function extract(file: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'prometheus-'));
  await tell('apt-get', ['update', '--quiet=2']);
  await run('apt-get', ['download', '--quiet=2', 'prometheus'], { cwd: folder });
  const [archive] = readdirSync(folder);
  await run('dpkg-deb', ['--extract', join(folder, archive!), folder]);
  renameSync(join(folder, 'usr', 'bin', 'promtool'), file);
  rmSync(folder, { recursive: true });
}
