import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const LOADER = fileURLToPath(new URL('../test/support/typescript-loader.js', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Started {
  url: string;
  processId: number;
  stop(): Promise<void>;
}

/** The service as a user runs it: its own process, from the build. It is ready when it says so over HTTP. */
export async function startService(env: Record<string, string>): Promise<Started> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: ROOT,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null) throw new Error(`The service ended with ${child.exitCode}.`);
    await setTimeout(50);
  }
  return { url, processId: child.pid!, stop: () => stop(child) };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export function startBareServer(databaseUrl: string): Promise<Started> {
  return startProgram('bare-server.ts', databaseUrl);
}

/** A program of this folder that says the address at which it listens. */
export function startProgram(name: string, ...args: string[]): Promise<Started> {
  const program = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ['--import', LOADER, program, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return whenSaid(child, /(http:\/\/\S+)/);
}

function whenSaid(child: ChildProcess, pattern: RegExp): Promise<Started> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}.`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const url = pattern.exec(line)?.[1];
      if (url) resolve({ url, processId: child.pid!, stop: () => stop(child) });
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
