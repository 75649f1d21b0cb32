import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * The database of the tests lives in a process of its own, and in a session of its own too: Ctrl-C ends jest, and the
 * end of jest ends the server in good order.
 */
export default async function globalSetup() {
  const program = join(import.meta.dirname, 'processes', 'test-server.ts');
  const server = spawn(
    process.execPath,
    ['--no-warnings', '--import', './test/support/typescript-loader.js', program],
    {
      cwd: join(import.meta.dirname, '..', '..'),
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    },
  );
  const answer = once(createInterface({ input: server.stdout }), 'line');
  const died = once(server, 'exit').then(() =>
    Promise.reject(new Error('The test database did not start; see above.')),
  );
  const [line] = await Promise.race([answer, died]);
  died.catch(() => undefined);
  process.env.STAGEGATE_TEST_SERVER = line;
  globalThis.testServerProcess = server;
}
