/**
 * Who may come in while many are there. A device gives up a request after 15 s and asks again, so that a server which lets everybody
 * wait does the same work twice and starves those at the end. Whoever would wait longer than that is told at once when to come
 * again, and those who are in are answered in time. Results go first: who only looks is sent away earlier.
 */
import type { FastifyInstance } from 'fastify';
import { refuse } from './answers.ts';

/** How long one may have to wait for an answer, ms. */
const PATIENCE_MS: Readonly<Record<string, number>> = {
  '/api/events': 7000,
  '/api/ledger': 7000,
  '/api/pull': 3500,
};
/** So many are let in whatever the wait seems to be. */
const ALWAYS = 16;
/** Weight of the newest answer in the mean. */
const NEWEST = 0.05;
const FIRST_GUESS_MS = 5;
const MOST_SECONDS = 20;

export interface Line {
  /** @returns 0: come in, and call `leave` once; else seconds after which to ask again */
  readonly enter: (patienceMs: number) => number;
  readonly leave: () => void;
}

/** @param now monotonic, ms @param random in [0, 1) */
export function createLine(now: () => number, random: () => number): Line {
  let inside = 0;
  /** Mean time from one answer to the next while somebody waits. */
  let each = FIRST_GUESS_MS;
  let since = 0;
  return {
    enter(patienceMs) {
      const wait = inside * each;
      if (inside >= ALWAYS && wait > patienceMs)
        // Not all at the same time: spread over as long as those that are in will take.
        return Math.min(MOST_SECONDS, Math.ceil(1 + (random() * wait) / 1000));
      if (inside === 0) since = now();
      inside += 1;
      return 0;
    },
    leave() {
      const at = now();
      each += NEWEST * (at - since - each);
      since = at;
      inside -= 1;
    },
  };
}

/** Before bodies are read: who is sent away costs next to nothing. @param random in [0, 1) */
export function addAdmission(app: FastifyInstance, random: () => number = Math.random): void {
  const line = createLine(() => performance.now(), random);
  app.addHook('onRequest', async (request, reply) => {
    const patience = PATIENCE_MS[request.routeOptions.url ?? ''];
    if (patience === undefined) return;
    const seconds = line.enter(patience);
    if (seconds > 0) return refuse(reply, { code: 'busy' }, seconds);
    // Answered, or hung up: whichever comes first.
    let isIn = true;
    const leave = (): void => {
      if (isIn) line.leave();
      isIn = false;
    };
    reply.raw.once('finish', leave);
    reply.raw.once('close', leave);
  });
}
