/**
 * What lies between a device and the school on a bad day: a proxy that spoils exchanges with the API by a seeded choice, and counts
 * every fault that really happened. Everything else (the app's files, pokes) passes. Plain HTTP; one connection an exchange.
 *
 *   device -- request --> [ reset | portal | 502 | cut after n bytes ] --> server
 *   device <-- answer --- [ delay | trickle | cut | lost | twice | an older one ] <-- server
 *
 * A strike is a fault at an exact place of one exchange: whoever sets it kills one of the two ends there.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { intBetween, pick, type Random } from '#domain/kernel/random.ts';
import { answerBytes, deliver, foreignAnswer, requestBytes } from './raw-exchange.ts';

export const FAULTS = [
  'delay',
  'trickle',
  'cut request',
  'cut answer',
  'lost answer',
  'duplicate delivery',
  'older answer',
  'portal page',
  'portal redirect',
  'foreign json',
  'bad gateway',
  'reset',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** Where in an exchange a strike happens. `share`: of the bytes, 0 to 1. */
export type StrikePlace =
  | { readonly at: 'request'; readonly share: number }
  /** The whole request is there; so many ms later, whatever the server has done by then. */
  | { readonly at: 'work'; readonly afterMs: number }
  /** The server has begun to answer, and nothing of it came through. */
  | { readonly at: 'commit' }
  | { readonly at: 'answer'; readonly share: number };

export interface StrikeAt {
  readonly path: string;
  /** So many exchanges with this path pass before. */
  readonly skip: number;
  readonly place: StrikePlace;
}

export interface FaultProxy {
  readonly port: number;
  readonly counts: () => Readonly<Partial<Record<FaultKind, number>>>;
  /** Share of the exchanges that are spoiled, 0 to 1, and by what. */
  readonly spoil: (share: number, kinds?: readonly FaultKind[]) => void;
  /** Runs `blow` at that place of an exchange. @returns when it has run */
  readonly strike: (where: StrikeAt, blow: () => Promise<void>) => Promise<void>;
  /** Takes back a strike that has not found its exchange. */
  readonly unstrike: () => void;
  /** Requests to the API so far, spoiled or not. */
  readonly asked: () => number;
  readonly pointAt: (port: number) => void;
  readonly close: () => Promise<void>;
}

export interface FaultProxyOptions {
  /** Port of 127.0.0.1 where the server listens. */
  readonly target: number;
  readonly random: Random;
}

interface Strike extends StrikeAt {
  skip: number;
  readonly blow: () => Promise<void>;
}

/** One exchange on its way. */
interface Trip {
  readonly near: Socket;
  readonly bytes: Buffer;
  readonly path: string;
}

/** What faults need of the proxy. */
interface Ground {
  readonly random: Random;
  readonly port: () => number;
  /** The newest answer by path, for a cache that gives an old one. */
  readonly older: Map<string, Buffer>;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const LOGIN = '<!doctype html><title>Guest network</title><h1>Please sign in</h1>';
const LONGEST_DELAY_MS = 400;

async function ask(ground: Ground, { bytes, path }: Trip): Promise<Buffer> {
  const answer = await answerBytes(await deliver(bytes, ground.port()));
  if (answer.length > 0) ground.older.set(path, answer);
  return answer;
}

/** Nothing from the server is a connection that dies, as it is for a device. */
function hand(near: Socket, bytes: Buffer): void {
  if (bytes.length === 0) near.resetAndDestroy();
  else near.end(bytes);
}

const part = (random: Random, bytes: Buffer): Buffer =>
  bytes.subarray(0, intBetween(random, 0, Math.max(0, bytes.length - 1)));

/** How each fault is done, to the end of the exchange; `false` where nothing was there to be spoiled. */
const DO: Readonly<Record<FaultKind, (ground: Ground, trip: Trip) => Promise<boolean>>> = {
  async delay(ground, trip) {
    const [there, back] = [ground.random(), ground.random()];
    await pause(there * LONGEST_DELAY_MS);
    const answer = await ask(ground, trip);
    await pause(back * LONGEST_DELAY_MS);
    hand(trip.near, answer);
    return true;
  },
  async trickle(ground, trip) {
    const answer = await ask(ground, trip);
    const size = Math.ceil(answer.length / 20);
    for (let from = 0; from < answer.length && !trip.near.destroyed; from += size) {
      trip.near.write(answer.subarray(from, from + size));
      await pause(10);
    }
    trip.near.end();
    return true;
  },
  async 'cut request'(ground, trip) {
    const far = await deliver(part(ground.random, trip.bytes), ground.port());
    far.destroy();
    trip.near.destroy();
    return true;
  },
  async 'cut answer'(ground, trip) {
    const answer = await ask(ground, trip);
    trip.near.write(part(ground.random, answer), () => trip.near.destroy());
    return answer.length > 0;
  },
  async 'lost answer'(ground, trip) {
    const answer = await ask(ground, trip);
    trip.near.destroy();
    return answer.length > 0;
  },
  async 'duplicate delivery'(ground, trip) {
    const both = [ask(ground, trip), ask(ground, trip)] as const;
    const answers = await Promise.all(both);
    hand(trip.near, pick(ground.random, answers));
    return answers.every(({ length }) => length > 0);
  },
  async 'older answer'(ground, trip) {
    const old = ground.older.get(trip.path);
    hand(trip.near, old ?? (await ask(ground, trip)));
    return old !== undefined;
  },
  async 'portal page'(_, { near }) {
    hand(near, foreignAnswer('200 OK', 'text/html', LOGIN));
    return true;
  },
  async 'portal redirect'(_, { near }) {
    const there = ['location: http://portal.invalid/login'];
    hand(near, foreignAnswer('302 Found', 'text/html', LOGIN, there));
    return true;
  },
  async 'foreign json'(_, { near }) {
    hand(near, foreignAnswer('200 OK', 'application/json', '{"results":[],"ok":true}'));
    return true;
  },
  async 'bad gateway'(ground, trip) {
    // Some gateways give up after the server has got the request.
    if (ground.random() < 0.5) await ask(ground, trip);
    hand(trip.near, foreignAnswer('502 Bad Gateway', 'text/html', '<h1>502</h1>'));
    return true;
  },
  async reset(_, { near }) {
    near.resetAndDestroy();
    return true;
  },
};

async function strikeNow(ground: Ground, trip: Trip, { place, blow }: Strike): Promise<void> {
  const { near, bytes } = trip;
  if (place.at === 'request') {
    const cut = bytes.subarray(0, Math.floor(bytes.length * place.share));
    const far = await deliver(cut, ground.port());
    await blow();
    far.destroy();
    near.destroy();
    return;
  }
  const far = await deliver(bytes, ground.port());
  let begun: () => void = () => {};
  const firstByte = new Promise<void>((done) => (begun = done));
  const whole = answerBytes(far, begun);
  if (place.at === 'work') await pause(place.afterMs);
  else if (place.at === 'commit') await Promise.race([firstByte, whole]);
  else {
    const answer = await whole;
    const cut = answer.subarray(0, Math.ceil(answer.length * place.share));
    await new Promise<void>((done) => near.write(cut, () => done()));
  }
  await blow();
  if (place.at === 'answer') near.end();
  else near.destroy();
}

/** A proxy from a free port of 127.0.0.1. It spoils nothing until it is told to. */
export async function openFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const { random } = options;
  let { target } = options;
  let share = 0;
  let kinds: readonly FaultKind[] = FAULTS;
  let asked = 0;
  let waiting: Strike | undefined;
  const counts = new Map<FaultKind, number>();
  const ground: Ground = {
    random,
    port: () => target,
    older: new Map(),
  };
  const travel = async (request: IncomingMessage, near: Socket): Promise<void> => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const kind = random() < share ? pick(random, kinds) : undefined;
    const trip = { near, path, bytes: await requestBytes(request) };
    if (!path.startsWith('/api/') || path === '/api/pokes') {
      const far = await deliver(trip.bytes, target);
      near.on('close', () => far.destroy());
      far.on('close', () => near.end());
      far.pipe(near);
      return;
    }
    asked += 1;
    const strike = waiting?.path === path ? waiting : undefined;
    if (strike !== undefined && strike.skip > 0) strike.skip -= 1;
    else if (strike !== undefined) {
      waiting = undefined;
      return strikeNow(ground, trip, strike);
    }
    if (kind === undefined) hand(near, await ask(ground, trip));
    else if (await DO[kind](ground, trip)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const server = createServer((request, response) => {
    const near = response.socket;
    if (near === null) return;
    near.on('error', () => near.destroy());
    // A device that died in the middle of its own request: there is nothing to pass on.
    travel(request, near).catch(() => near.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return {
    port: address.port,
    counts: () => Object.fromEntries(counts),
    spoil(next, of = FAULTS) {
      share = next;
      kinds = of;
    },
    strike: (where, blow) =>
      new Promise((done) => {
        waiting = { ...where, blow: () => blow().finally(done) };
      }),
    unstrike: () => {
      waiting = undefined;
    },
    asked: () => asked,
    pointAt: (port) => {
      target = port;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
