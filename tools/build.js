import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { bundleDemo, DEMO_FOLDERS } from './bundle-demo.js';
import { bundleEngine } from './bundle-engine.js';
import { bundlePrograms } from './bundle-programs.js';

/**
 * Builds dist/, or leaves it alone when it is what the sources say. Sources are translated and the document's plugin is
 * applied to them; `npm run types` is what checks types, because that takes longer than all the rest.
 */
const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');
const CONFIG = join(ROOT, 'tsconfig.build.json');
/** Says in dist/ what it was built from. */
const STAMP = '.built-from';
/** Beside dist/, so that a rename is enough to put a finished build in its place. */
const UNFINISHED = /^\.dist-(\d+)-/;

/** Types become schemas, validators constraints and comments descriptions of the API document. */
const DOCUMENT_PLUGIN = {
  classValidatorShim: true,
  introspectComments: true,
  dtoFileNameSuffix: ['.dto.ts'],
  controllerFileNameSuffix: ['.controller.ts'],
  esmCompatible: true,
};

async function main() {
  await Promise.all([buildService(), buildConsole()]);
}

/** A process of its own, since each of the two keeps a processor busy. */
async function buildConsole() {
  if (!existsSync(join(ROOT, 'console'))) return;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build-console.js')], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The console could not be built.');
}

async function buildService() {
  const digest = digestOfInputs();
  if (stampOf(DIST) === digest) return;
  sweepUnfinished();
  const fresh = join(ROOT, `.dist-${process.pid}-new`);
  try {
    await emit(fresh);
    await Promise.all([
      bundleEngine(join(fresh, 'src', 'engine.cjs')),
      bundlePrograms(fresh),
      bundleDemo(join(fresh, 'demo', 'main.js')),
    ]);
    writeFileSync(join(fresh, STAMP), digest);
    putInPlace(fresh, digest);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Everything that the result depends on: sources, settings, the packages, and this program. */
function digestOfInputs() {
  const { include } = JSON.parse(readFileSync(CONFIG, 'utf8'));
  const bundlers = ['demo', 'engine', 'programs'].map((name) => join('tools', `bundle-${name}.js`));
  const named = ['tsconfig.json', 'package-lock.json', ...bundlers].map((name) => join(ROOT, name));
  const settings = [CONFIG, ...named, import.meta.filename];
  const folders = [...include, ...DEMO_FOLDERS].map((name) => join(ROOT, name));
  const hash = createHash('sha256').update(process.versions.node.split('.', 1)[0]);
  for (const file of [...settings, ...folders.flatMap(sourcesIn)])
    hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort()
    .map((name) => join(folder, name));
}

function stampOf(folder) {
  try {
    return readFileSync(join(folder, STAMP), 'utf8');
  } catch {
    return null;
  }
}

async function emit(folder) {
  const { default: ts } = await import('typescript');
  const { before } = await import('@nestjs/swagger/plugin');
  const onUnRecoverableConfigFileDiagnostic = (diagnostic) => failOn(ts, [diagnostic]);
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(CONFIG, { noCheck: true }, host);
  failOn(ts, errors);
  const program = ts.createProgram(fileNames, options);
  failOn(ts, program.getSyntacticDiagnostics());
  const write = (path, text) => writeInto(join(folder, relative(DIST, path)), text);
  const transformers = { before: [before(DOCUMENT_PLUGIN, program)] };
  failOn(ts, program.emit(undefined, write, undefined, false, transformers).diagnostics);
}

function writeInto(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function failOn(ts, diagnostics) {
  if (diagnostics.length === 0) return;
  const host = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => ROOT,
    getNewLine: () => '\n',
  };
  throw new Error(ts.formatDiagnostics(diagnostics, host));
}

/** Another build may do the same at the same time; whoever comes second finds its own result there and drops it. */
function putInPlace(fresh, digest) {
  const old = join(ROOT, `.dist-${process.pid}-old`);
  while (stampOf(DIST) !== digest) {
    rename(DIST, old, 'ENOENT');
    rename(fresh, DIST, 'ENOTEMPTY', 'EEXIST');
    rmSync(old, { recursive: true, force: true });
  }
}

function rename(from, to, ...expected) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!expected.includes(error.code)) throw error;
  }
}

function sweepUnfinished() {
  for (const name of readdirSync(ROOT)) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(ROOT, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

main().catch((error) => {
  process.stderr.write(`The build failed.\n${error.message}\n`);
  process.exitCode = 1;
});
