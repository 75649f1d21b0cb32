import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Builds console/dist, or leaves it alone when it is what the sources say: hashed files, packed ahead of time. */
const ROOT = join(import.meta.dirname, '..');
const CONSOLE = join(ROOT, 'console');
const DIST = join(CONSOLE, 'dist');
const STAMP = '.built-from';
/** What the pages are made of: their own sources and those of the client. */
const FOLDERS = [join(CONSOLE, 'src'), join(ROOT, 'clients', 'typescript', 'src')];
const FILES = [
  ...['index.html', 'package.json', 'tsconfig.json', 'vite.config.js'].map((name) => join(CONSOLE, name)),
  // The editor of policies completes by its schemas.
  join(ROOT, 'openapi', 'openapi.json'),
];
/** What is packed already stays as it is. */
const PACKED_ALREADY = /\.(woff2|png)$/;
const NOT_INSTALLED =
  'The console is not built, since its packages are not installed; the service runs without it. "npm ci" brings them.\n';

async function main() {
  const digest = digestOfInputs();
  if (stamp() === digest) return;
  const vite = await import('vite').catch(() => null);
  if (vite === null) {
    process.stderr.write(NOT_INSTALLED);
    return;
  }
  const fresh = join(CONSOLE, `.dist-${process.pid}`);
  try {
    await vite.build({ root: CONSOLE, logLevel: 'warn', build: { outDir: fresh, emptyOutDir: true } });
    await pack(join(fresh, 'assets'));
    writeFileSync(join(fresh, STAMP), digest);
    putInPlace(fresh, digest);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function digestOfInputs() {
  const inputs = [...FILES, join(ROOT, 'package-lock.json'), import.meta.filename, ...FOLDERS.flatMap(filesIn)];
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function stamp() {
  try {
    return readFileSync(join(DIST, STAMP), 'utf8');
  } catch {
    return null;
  }
}

/** Leaves each text beside itself in the two encodings that browsers take. */
async function pack(folder) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const names = readdirSync(folder).filter((name) => !PACKED_ALREADY.test(name));
  await Promise.all(
    names.map(async (name) => {
      const text = readFileSync(join(folder, name));
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(text, { params }),
        promisify(gzip)(text, { level: 9 }),
      ]);
      writeFileSync(join(folder, `${name}.br`), br);
      writeFileSync(join(folder, `${name}.gz`), gz);
    }),
  );
}

/** Another build may do the same at the same time; its result is as good. */
function putInPlace(fresh, digest) {
  try {
    rmSync(DIST, { recursive: true, force: true });
    renameSync(fresh, DIST);
  } catch (error) {
    if (stamp() !== digest) throw error;
  }
}

main().catch((error) => {
  process.stderr.write(`The console could not be built.\n${error.message}\n`);
  process.exitCode = 1;
});
