import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Makes one file of the translated modules of the command line and of the client, because finding and reading a hundred
 * of them takes longer than what most commands do. Packages of others stay outside, with their licences.
 */
const ROOT = import.meta.dirname;
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

rmSync(join(ROOT, 'dist', 'chunks'), { recursive: true, force: true });
await build({
  entryPoints: { stagegate: join(ROOT, 'dist', 'main.js') },
  outdir: join(ROOT, 'dist'),
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys(dependencies).filter((name) => name !== '@stagegate/client'),
  logLevel: 'warning',
});
