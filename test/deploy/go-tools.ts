import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const ROOT = join(import.meta.dirname, '..', '..');

const TOOLS = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.19.0',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0',
} as const;

/** Kept beside other things that are made from packages; the version is part of the place. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'go-tools');

/** The path of a tool in exactly the version that is pinned here, compiled when it is not there yet. */
export async function goTool(name: keyof typeof TOOLS): Promise<string> {
  const source = TOOLS[name];
  const folder = join(CACHE, source.split('@')[1]!);
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  await run('go', ['install', source], { env: { ...process.env, GOBIN: folder, GOFLAGS: '' } });
  return file;
}

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
