/** The locks of one origin, as the Web Locks specification has them: exclusive, shared, stolen, given up, and freed by a page's death. */
import type { Owner, VirtualTime } from './virtual-time.ts';

interface Request {
  readonly name: string;
  readonly shared: boolean;
  readonly owner: Owner;
  readonly grant: () => void;
}

interface Held extends Omit<Request, 'grant'> {
  readonly taken: (error: DOMException) => void;
}

interface Options {
  readonly mode?: 'exclusive' | 'shared';
  readonly steal?: boolean;
  readonly ifAvailable?: boolean;
  readonly signal?: AbortSignal;
}

type Work = (lock: object | null) => unknown;

const aborted = (): DOMException => new DOMException('The lock request was aborted', 'AbortError');

export class DeviceLocks {
  readonly #time: VirtualTime;
  #waiting: Request[] = [];
  #held: Held[] = [];

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  /** `navigator.locks` of one page. */
  of(owner: Owner): { readonly request: (name: string, ...rest: unknown[]) => Promise<unknown> } {
    return {
      request: (name, ...rest) => {
        const work = rest.at(-1) as Work; // (name, work) or (name, options, work), as the browser takes them
        const options = rest.length > 1 ? (rest[0] as Options) : {};
        return this.#request(name, options, work, owner);
      },
    };
  }

  /** A page died: its locks are free, and nobody grants it another. */
  free(owner: Owner): void {
    this.#waiting = this.#waiting.filter((request) => request.owner !== owner);
    this.#held = this.#held.filter((held) => held.owner !== owner);
    this.#grant();
  }

  #request(name: string, options: Options, work: Work, owner: Owner): Promise<unknown> {
    const { signal, steal = false, ifAvailable = false } = options;
    return new Promise((done, failed) => {
      if (owner.dead) return;
      if (signal?.aborted === true) return failed(aborted());
      const shared = options.mode === 'shared';
      const grant = (): void => {
        signal?.removeEventListener('abort', giveUp);
        const held: Held = { name, shared, owner, taken: failed };
        this.#held.push(held);
        this.#time.after(
          0,
          () => {
            settleAs(work({ name }), done, failed, () => this.#release(held));
          },
          owner,
        );
      };
      const request: Request = { name, shared, owner, grant };
      const giveUp = (): void => {
        if (!this.#waiting.includes(request)) return;
        this.#waiting = this.#waiting.filter((one) => one !== request);
        failed(aborted());
        this.#grant();
      };
      if (steal) {
        for (const held of this.#held.filter((one) => one.name === name)) held.taken(aborted());
        this.#held = this.#held.filter((one) => one.name !== name);
        return grant();
      }
      if (ifAvailable && !this.#isFree(request)) {
        this.#time.after(0, () => settleAs(work(null), done, failed), owner);
        return;
      }
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(request);
      this.#grant();
    });
  }

  #isFree(request: Request): boolean {
    const others = this.#held.filter(({ name }) => name === request.name);
    return others.length === 0 || (request.shared && others.every(({ shared }) => shared));
  }

  #release(held: Held): void {
    this.#held = this.#held.filter((one) => one !== held);
    this.#grant();
  }

  #grant(): void {
    const blocked = new Set<string>();
    for (const request of [...this.#waiting]) {
      if (blocked.has(request.name) || !this.#isFree(request)) {
        blocked.add(request.name);
        continue;
      }
      this.#waiting = this.#waiting.filter((one) => one !== request);
      request.grant();
    }
  }
}

/** A request's promise ends as its work does; the lock is free after it. */
function settleAs(
  work: unknown,
  done: (value: unknown) => void,
  failed: (reason: unknown) => void,
  release: () => void = () => undefined,
): void {
  const end = async (): Promise<void> => {
    try {
      done(await work);
    } catch (error) {
      failed(error);
    } finally {
      release();
    }
  };
  void end();
}
