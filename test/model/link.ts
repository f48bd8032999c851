/**
 * The line between one device and the server, which the model bends: requests and answers are lost, come late, twice, or in
 * another order, or something else answers. A fault waits for the next request that it fits; only then it counts as happened.
 */
import type { Ask, ModelServer, Reply } from './model-server.ts';
import type { Random } from './random.ts';
import type { Owner, VirtualTime } from './virtual-time.ts';

export const FAULTS = [
  'drop-request',
  'drop-response',
  'duplicate',
  'late-duplicate',
  'reorder',
  'delay',
  'late',
  'server-error',
  'portal-page',
  'half-answer',
  'kill-before-answer',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface LinkPorts {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly server: ModelServer;
  /** Place of the school that this device belongs to. */
  readonly school: number;
  readonly happened: (fault: Fault) => void;
  /** What the server answered, also where the answer is lost. */
  readonly answered: (ask: Ask, reply: Reply) => void;
}

export interface Left {
  /** Ms of the model's time. */
  readonly at: number;
  /** Without its query. */
  readonly path: string;
}

const LONG_MS = 20_000;
const gone = (): TypeError => new TypeError('Failed to fetch');

export class Link {
  online = true;
  cookie = '';
  /** Requests that left the device. */
  readonly left: Left[] = [];
  #faults: Fault[] = [];
  /** Requests that wait for a later one to overtake them. */
  #overtaken: (() => void)[] = [];
  readonly #ports: LinkPorts;

  constructor(ports: LinkPorts) {
    this.#ports = ports;
  }

  bend(fault: Fault): void {
    if (this.#faults.length < 6) this.#faults.push(fault);
  }

  /** Faults that no request has met are called off; nothing stays behind. */
  mend(): void {
    this.#faults = [];
    this.online = true;
    for (const go of this.#overtaken.splice(0)) go();
  }

  /** `fetch` of a page. */
  readonly fetch = (path: string, init: RequestInit, owner: Owner): Promise<object> =>
    new Promise((done, failed) => {
      if (owner.dead) return;
      const { time, random } = this.#ports;
      const ask: Ask = {
        method: init.method ?? 'GET',
        path,
        body: typeof init.body === 'string' ? init.body : '',
        cookie: this.cookie,
      };
      const fail = (error: unknown): void => {
        time.after(0.1, () => failed(error), owner);
      };
      init.signal?.addEventListener('abort', () => fail(init.signal?.reason), { once: true });
      if (!this.online) return fail(gone());
      this.left.push({ at: time.now, path: path.replace(/\?.*/su, '') });
      const fault = this.#faults.shift() ?? null;
      if (fault !== null) this.#ports.happened(fault);
      const answer = (reply: Reply | null): void => {
        time.after(
          1 + random() * 40,
          () => {
            if (reply === null || !this.online || owner.dead) return failed(gone());
            if (reply.cookie !== null) this.cookie = reply.cookie;
            done(responseOf(reply));
          },
          owner,
        );
      };
      this.#send(ask, fault, answer);
    });

  #send(ask: Ask, fault: Fault | null, answer: (reply: Reply | null) => void): void {
    const { time, random } = this.#ports;
    const travel = 1 + random() * 40;
    const arrive = (after: number, then: (reply: Reply | null) => void): void => {
      time.after(after, () => {
        void time.block(this.#reach(ask).then(then));
        for (const go of this.#overtaken.splice(0)) go();
      });
    };
    switch (fault) {
      case null:
        return arrive(travel, answer);
      case 'drop-request':
        return void time.after(random() * LONG_MS, () => answer(null));
      case 'drop-response':
        return arrive(travel, () => time.after(random() * LONG_MS, () => answer(null)));
      case 'duplicate':
        arrive(travel, answer);
        return arrive(travel + random() * 50, () => undefined);
      case 'late-duplicate':
        arrive(travel, answer);
        return arrive(travel + random() * 600_000, () => undefined);
      case 'reorder': {
        let went = false;
        const go = (): void => {
          if (went) return;
          went = true;
          arrive(travel, answer);
        };
        this.#overtaken.push(go);
        return void time.after(5000, go);
      }
      case 'delay':
        return arrive(travel + random() * 14_000, answer);
      case 'late':
        // Longer than the device waits: it has given up when the server gets it.
        return arrive(travel + 15_000 + random() * LONG_MS, answer);
      case 'server-error':
        return answer(foreign(500, 'application/json', '{"error":{"code":"internal"}}'));
      case 'portal-page':
        return answer(foreign(200, 'text/html', '<h1>Welcome to the hotel</h1>'));
      case 'half-answer':
        return arrive(travel, (reply) =>
          answer(
            reply === null ? null : { ...reply, body: reply.body.slice(0, reply.body.length / 2) },
          ),
        );
      case 'kill-before-answer':
        return arrive(travel, () => {
          void time.block(this.#ports.server.kill());
          answer(null);
        });
      default:
        fault satisfies never;
    }
  }

  async #reach(ask: Ask): Promise<Reply | null> {
    try {
      const reply = await this.#ports.server.ask(this.#ports.school, ask);
      this.#ports.answered(ask, reply);
      return reply;
    } catch (error) {
      if (error instanceof TypeError && error.message === 'Failed to fetch') return null;
      throw error;
    }
  }
}

const foreign = (status: number, type: string, body: string): Reply => ({
  status,
  headers: { 'content-type': type },
  cookie: null,
  body,
});

/** What `fetch` gives, as far as the client uses it. */
function responseOf({ status, headers, body }: Reply): object {
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: { get: (name: string) => headers[name.toLowerCase()] ?? null },
    text: async () => body,
    body: bodyOf(body),
  };
}

/** A body that is read piece by piece, in two of them. */
function bodyOf(text: string): object {
  const bytes = new TextEncoder().encode(text);
  const half = Math.ceil(bytes.length / 2);
  const pieces = [bytes.subarray(0, half), bytes.subarray(half)];
  const cancel = async (): Promise<void> => void pieces.splice(0);
  const read = async (): Promise<object> => {
    const value = pieces.shift();
    return value === undefined ? { done: true } : { done: false, value };
  };
  return { cancel, getReader: () => ({ read, cancel }) };
}
