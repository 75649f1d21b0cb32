import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Makes one file that needs Node.js alone: the verifier with the formulas of the record, which it takes from the service's own
 * pure files, so that there is one text of each.
 */
const ROOT = import.meta.dirname;

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
await build({
  entryPoints: { 'stagegate-verify': join(ROOT, 'src', 'main.ts') },
  outdir: join(ROOT, 'dist'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  tsconfigRaw: {},
  logLevel: 'warning',
});
