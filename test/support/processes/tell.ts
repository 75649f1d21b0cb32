import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const ROOT = join(import.meta.dirname, '..', '..', '..');

export interface Told {
  code: number;
  output: string;
}

/** Runs a program to its end; both of its streams are the output, standard output first. */
export async function tell(program: string, args: readonly string[], input = ''): Promise<Told> {
  const running = run(program, args, { maxBuffer: 64 * 1024 * 1024, cwd: ROOT });
  running.child.stdin!.on('error', () => undefined).end(input);
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code: Number(code), output: `${stdout}${stderr}` }),
  );
}
