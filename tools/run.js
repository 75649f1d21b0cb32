import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `node tools/run.js src/main [arguments]` builds dist/ and becomes the program of it: there is one process from the build on,
 * so that a signal to it, or to npm, which passes signals on to its child, arrives where it is understood.
 */
const ROOT = join(import.meta.dirname, '..');
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_LOOK_MS = 500;

async function main() {
  const [, , name, ...rest] = process.argv;
  const parent = process.ppid;
  const code = await build();
  if (code !== 0) return process.exit(code);
  const program = join(ROOT, 'dist', `${name}.js`);
  process.argv = [process.argv[0], program, ...rest];
  endWithParent(parent);
  await import(pathToFileURL(program).href);
}

/** In a process of its own: the compiler's memory would stay with the service. */
async function build() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build.js')], { stdio: 'inherit' });
  const pass = (signal) => child.kill(signal);
  for (const signal of STOP_SIGNALS) process.on(signal, pass);
  const [code, signal] = await once(child, 'exit');
  for (const each of STOP_SIGNALS) process.off(each, pass);
  return code ?? 128 + constants.signals[signal];
}

/**
 * npm that is killed, and a shell between that passes no signal on, can tell nobody; that they are gone shows in the parent's id.
 * A shell that swallows SIGINT is not gone, which is why `npm start` has none: there the first half replaces it, and the second
 * is for Windows, where that is no command. Who starts the program without npm, as supervisors and containers do, has `npm run start:prod` or the program itself.
 */
function endWithParent(parent) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_LOOK_MS);
  look.unref();
}

await main();
