/** A browser of a school for tests: the client's own data services, with cookies and a network that the test bends. */
import 'fake-indexeddb/auto';
import type { FastifyInstance } from 'fastify';
import { openData } from '#data/open-data.ts';
import type { DataServices, Session } from '#data/services.ts';
import type { Live } from '#data/live.ts';
import { secondPlaceOf } from './second-places.ts';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What the network does with one request: `pass` asks the real server. */
export type Bend = (ask: Ask, pass: () => Promise<Response>) => Promise<Response>;

export interface ClientNetwork {
  readonly fetcher: typeof fetch;
  /** Requests that reached the server, oldest first. */
  readonly asked: Ask[];
  bend: Bend;
  cookie: string;
  /** Another server for the same address, as after a restore. */
  app: FastifyInstance;
}

/** Not there at all. */
export const offline: Bend = () => Promise.reject(new TypeError('Failed to fetch'));
/** The server has too much to do, and asks to come again later. */
export const busy: Bend = () =>
  Promise.resolve(
    Response.json({ error: { code: 'busy' } }, { status: 503, headers: { 'retry-after': '0' } }),
  );
export const online: Bend = (_, pass) => pass();

export function clientNetwork(app: FastifyInstance): ClientNetwork {
  const network: ClientNetwork = {
    asked: [],
    bend: online,
    cookie: '',
    app,
    fetcher: async (input, init) => {
      const { method = 'GET', body = '' } = init ?? {};
      if (typeof input !== 'string' || typeof body !== 'string')
        throw new Error('Not asked by the client');
      const ask: Ask = { method, path: input, body };
      return network.bend(ask, () => pass(network, ask));
    },
  };
  return network;
}

async function pass(network: ClientNetwork, ask: Ask): Promise<Response> {
  network.asked.push(ask);
  const reply = await network.app.inject({
    method: ask.method === 'POST' ? 'POST' : 'GET',
    url: ask.path,
    headers: {
      host: 'localhost',
      ...(network.cookie === '' ? {} : { cookie: network.cookie }),
      ...(ask.method === 'POST' ? { 'content-type': 'application/json' } : {}),
    },
    ...(ask.method === 'POST' ? { payload: ask.body } : {}),
  });
  const cookie = reply.cookies[0];
  if (cookie !== undefined) network.cookie = `${cookie.name}=${cookie.value}`;
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.headers)) headers.set(name, String(value));
  return new Response(reply.body, { status: reply.statusCode, headers });
}

let devices = 0;

export interface Client {
  readonly name: string;
  readonly data: DataServices;
  readonly network: ClientNetwork;
  /** Closes it as a browser does, and opens it again on the same storage. */
  readonly restart: () => Promise<Client>;
  readonly stop: () => Promise<void>;
}

export async function openClient(
  network: ClientNetwork,
  name = `device-${(devices += 1)}`,
): Promise<Client> {
  const opened = await openData(
    { app: 'test' },
    {
      name,
      fetcher: network.fetcher,
      openPokes: null,
      multiTab: false,
      quietMs: 0,
      secondPlace: secondPlaceOf(name),
    },
  );
  if (!opened.ok) throw new Error(`openData: ${opened.error.code} ${opened.error.detail ?? ''}`);
  const data = opened.value;
  return {
    name,
    data,
    network,
    stop: data.stop,
    async restart() {
      await data.stop();
      return openClient(network, name);
    },
  };
}

/** Resolves when the value fits; the test's own time limit ends what never does. */
export function until<T>(live: Live<T>, fits: (value: T) => boolean): Promise<T> {
  return new Promise((done) => {
    const look = (): void => {
      const value = live.get();
      if (!fits(value)) return;
      stop();
      done(value);
    };
    const stop = live.subscribe(look);
    look();
  });
}

export const allSent = (client: Client): Promise<unknown> =>
  until(client.data.safety, ({ state }) => state === 'all-sent');
export const ready = (client: Client): Promise<unknown> =>
  until(client.data.firstSync, ({ state }) => state === 'ready');
export const inState = (client: Client, state: Session['state']): Promise<Session> =>
  until(client.data.session.current, (session) => session.state === state);
