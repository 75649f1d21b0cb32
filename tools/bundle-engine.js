import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PROGRAM = join(ROOT, 'src', 'measuring', 'predictions', 'engine', 'engine.process.ts');

/**
 * Makes one file of the engine and all that it imports but DuckDB's binary. A job starts a process of its own, and finding
 * and reading some six hundred modules would take more time than most files take to measure.
 */
/** @param {string} outfile */
export async function bundleEngine(outfile) {
  const unfinished = `${outfile}.${process.pid}`;
  // Only here: every command looks whether it is built, also where the packages that build were pruned.
  const { build } = await import('esbuild');
  try {
    await build({
      entryPoints: [PROGRAM],
      outfile: unfinished,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: ['@duckdb/node-bindings*'],
      logLevel: 'warning',
    });
    renameSync(unfinished, outfile);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
