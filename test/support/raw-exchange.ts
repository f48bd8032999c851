/** One HTTP/1.1 exchange as bytes: what is needed to cut it in the middle. Plain HTTP, no keep-alive. */
import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';

const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'expect']);

/** The request as it came, to be sent on a connection of its own. */
export async function requestBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set: buffers
  const body = Buffer.concat(chunks);
  const lines = [`${request.method} ${request.url} HTTP/1.1`];
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i] ?? '';
    if (!HOP.has(name.toLowerCase())) lines.push(`${name}: ${request.rawHeaders[i + 1]}`);
  }
  if (body.length > 0) lines.push(`content-length: ${body.length}`);
  return Buffer.concat([Buffer.from([...lines, 'connection: close', '', ''].join('\r\n')), body]);
}

/** Sends all of the bytes. @returns the connection, on which the answer comes */
export async function deliver(bytes: Buffer, port: number): Promise<Socket> {
  const far = connect({ port, host: '127.0.0.1', noDelay: true });
  far.on('error', () => far.destroy());
  await new Promise<void>((done) => {
    far.once('close', done);
    far.write(bytes, () => done());
  });
  return far;
}

/** Everything that comes until the other end closes; less than an answer where it died. `first` is told of the first byte. */
export function answerBytes(far: Socket, first: () => void = () => {}): Promise<Buffer> {
  const chunks: Buffer[] = [];
  far.once('data', first);
  far.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done) => {
    if (far.closed) done(Buffer.concat(chunks));
    far.once('close', () => done(Buffer.concat(chunks)));
  });
}

/** An answer that nobody at the school wrote. */
export function foreignAnswer(
  status: string,
  type: string,
  body: string,
  headers: readonly string[] = [],
): Buffer {
  const head = [
    `HTTP/1.1 ${status}`,
    `content-type: ${type}`,
    `content-length: ${Buffer.byteLength(body)}`,
    ...headers,
    'connection: close',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
