/** How a test's device reaches the server: in this process, or over HTTP. */
import type { FastifyInstance } from 'fastify';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Transport = (ask: Ask) => Promise<Reply>;

export function injectTransport(app: FastifyInstance): Transport {
  return async ({ method, path, body, headers }) => {
    const reply = await app.inject({
      method,
      url: path,
      headers: { host: 'localhost', ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const flat = Object.entries(reply.headers).map(([name, value]) => [name, String(value)]);
    return { status: reply.statusCode, headers: Object.fromEntries(flat), text: reply.body };
  };
}

export function httpTransport(url: string): Transport {
  return async ({ method, path, body, headers }) => {
    const reply = await fetch(url + path, {
      method,
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      text: await reply.text(),
    };
  };
}
