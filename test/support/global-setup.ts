import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Jest loads this file outside of its module system, where our sources cannot be imported; hence a process of its own.
 * It is in a session of its own too: Ctrl-C ends jest, and the end of jest ends the server in good order.
 */
export default async function globalSetup({ rootDir }: { rootDir: string }): Promise<void> {
  const support = join(rootDir, 'test', 'support');
  const loader = new URL(`file://${join(support, 'typescript-loader.js')}`).href;
  const server = spawn(
    process.execPath,
    ['--no-warnings', '--import', loader, join(support, 'processes', 'test-server.ts')],
    {
      cwd: rootDir,
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true,
    },
  );
  const answer = once(createInterface({ input: server.stdout }), 'line') as Promise<[string]>;
  const died = once(server, 'exit').then(() =>
    Promise.reject(new Error('The test database did not start; see above.')),
  );
  const [line] = await Promise.race([answer, died]);
  died.catch(() => undefined);
  process.env.STAGEGATE_TEST_SERVER = line;
  Object.assign(globalThis, { testServerProcess: server });
}
