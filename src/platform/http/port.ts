import { once } from 'node:events';
import { createServer } from 'node:net';

/** Opens the port and closes it again, so that a start that must fail does so before it does anything else. */
export async function tryPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
