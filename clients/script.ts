import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Outcome {
  passed: boolean;
  seconds: number;
  /** Both streams, as they came. */
  output: string;
}

/** Runs a script in its folder to its end; a script that cannot be started has failed. */
export async function runScript(
  folder: string,
  script: string,
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(script, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await once(child, 'close').then(
    ([ended]: (number | null)[]) => ended,
    (error: Error) => {
      output += `${error.message}\n`;
      return null;
    },
  );
  return { passed: code === 0, seconds: (performance.now() - started) / 1000, output };
}
