import { once } from 'node:events';

export default async function globalTeardown() {
  const server = globalThis.testServerProcess;
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.stdin.end();
  await ended;
}
