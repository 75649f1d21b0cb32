import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PROGRAM = join(ROOT, 'demo', 'main.ts');
const CLIENT = join('clients', 'typescript', 'src');

/** What the demo is made of. */
export const DEMO_FOLDERS = ['demo', CLIENT, join('cli', 'src', 'text')];

/**
 * Makes one file of the demo, the client, and what the command line lays out answers by, from their sources: neither package
 * has to be built for it. The image has no demo.
 * @param {string} outfile
 */
export async function bundleDemo(outfile) {
  if (!existsSync(PROGRAM)) return;
  // Only here, as for the engine.
  const { build } = await import('esbuild');
  await build({
    entryPoints: [PROGRAM],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    alias: { '@stagegate/client': join(ROOT, CLIENT, 'index.ts') },
    logLevel: 'warning',
  });
}
