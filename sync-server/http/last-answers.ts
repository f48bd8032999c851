/**
 * The end of a server: who was asking gets an answer, nobody else is waited for. Browsers open connections ahead of what they may
 * want to ask, and Node counts such a silent one neither as idle nor as done: a stop would wait for it for ever.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:https';
import type { FastifyInstance } from 'fastify';

/** For answers that are on their way; devices ask again whatever was cut off. */
const LAST_ANSWERS_MS = 5000;

/** To be called before the server listens. */
export function endWithLastAnswers(app: FastifyInstance): void {
  const open = new Set<Socket>();
  const silent = new Set<Socket>();
  const noteIn = (sockets: Set<Socket>) => (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };
  app.server.on('connection', noteIn(open));
  // Behind TLS a request comes on a socket that lies over the connection.
  app.server.on(
    app.server instanceof TlsServer ? 'secureConnection' : 'connection',
    noteIn(silent),
  );
  app.server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket));
  app.addHook('preClose', async () => {
    for (const socket of silent) socket.destroy();
    const timer = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, LAST_ANSWERS_MS);
    app.server.once('close', () => clearTimeout(timer));
  });
}
