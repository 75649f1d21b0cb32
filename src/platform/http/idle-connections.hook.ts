import { type Socket } from 'node:net';
import { type FastifyInstance } from 'fastify';

const SWEEP_MS = 50;

/**
 * Lets a server close as soon as its last request is answered: a connection that becomes idle meanwhile would be kept for the
 * client's next request, and one that was opened in advance and has sent nothing yet for its first, and the server with them.
 */
export function closeIdleConnections(fastify: FastifyInstance): void {
  const { server } = fastify;
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  fastify.addHook('preClose', (done) => {
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    }, SWEEP_MS).unref();
    server.once('close', () => clearInterval(sweep));
    done();
  });
}
