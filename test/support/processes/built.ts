import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..', '..');
let upToDate: Promise<unknown> | undefined;

/** A program of dist/ by the name of its source, after dist/ was made to be what the sources say. */
export async function built(source: string): Promise<string> {
  upToDate ??= promisify(execFile)(process.execPath, [join(ROOT, 'tools', 'build.js')]);
  await upToDate;
  return join(ROOT, 'dist', source.replace(/\.ts$/, '.js'));
}
