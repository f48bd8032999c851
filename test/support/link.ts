/**
 * The cable between a device and the school: a TCP link to the server with an address of its own, which can be cut and
 * mended. Cut means what it means in a classroom: open connections die, new ones are refused.
 */
import { connect, createServer, type Socket } from 'node:net';

export interface Link {
  readonly port: number;
  readonly cut: () => void;
  /** Requests arrive; from the first one to `path` on, nothing that the server says on its connection comes through. Plain HTTP only. */
  readonly loseAnswersTo: (path: string) => void;
  readonly mend: () => void;
  /** Points the link at another port: the server came back elsewhere. */
  readonly pointAt: (port: number) => void;
  readonly close: () => Promise<void>;
}

/** A link from a free port of 127.0.0.1 to `target`. */
export async function openLink(target: number): Promise<Link> {
  let goal = target;
  let whole = true;
  let lost: string | undefined;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (!whole) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(goal, '127.0.0.1');
    keep(far);
    let deaf = false;
    near.on('data', (chunk: Buffer) => {
      if (lost !== undefined && chunk.includes(` ${lost} `)) deaf = true;
    });
    near.pipe(far);
    far.on('data', (chunk) => {
      if (!deaf && !near.write(chunk)) far.pause();
    });
    near.on('drain', () => far.resume());
    far.on('end', () => near.end());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    cut: () => {
      whole = false;
      drop();
    },
    loseAnswersTo: (path) => {
      lost = path;
    },
    mend: () => {
      whole = true;
      lost = undefined;
    },
    pointAt: (port) => {
      goal = port;
      drop();
    },
    close: () =>
      new Promise((resolve) => {
        drop();
        server.close(() => {
          resolve();
        });
      }),
  };
}
