import { type FastifyReply } from 'fastify';

/** The header Vary says what else in a request the answer depends on. */
export function addVary(reply: FastifyReply, name: string): void {
  const said = reply.getHeader('vary');
  void reply.header('Vary', typeof said === 'string' ? `${said}, ${name}` : name);
}
