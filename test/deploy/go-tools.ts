import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const TOOLS = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.19.0',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0',
} as const;

/** Kept for every clone of this user; the version is part of the place. */
export const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'stagegate', 'tools');

/** The path of a tool in exactly the version that is pinned here, compiled when it is not there yet. */
export async function goTool(name: keyof typeof TOOLS): Promise<string> {
  const source = TOOLS[name];
  const folder = join(CACHE, source.split('@')[1]!);
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '', CGO_ENABLED: '0' };
  await run('go', ['install', '-ldflags=-s -w', source], { env });
  return file;
}
