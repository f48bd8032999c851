/**
 * The one clock of a model world, and everything that waits for it: timers of pages, storage, locks, messages and requests are
 * tasks of one queue, in the order of (time, number). Nothing real is waited for but the server's own work, and that stops the
 * clock; so one seed is one history.
 */

/** Whose task it is: what waits for a page that is dead is never run. */
export interface Owner {
  dead: boolean;
}

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  readonly owner: Owner | null;
  cancelled: boolean;
}

const macrotask = (): Promise<void> => new Promise((done) => setImmediate(done));

export class VirtualTime {
  /** True time, ms. */
  now: number;
  /** Tasks that were run so far. */
  steps = 0;
  /** What was thrown by a task: a bug of the code that the task belongs to. */
  readonly crashes: unknown[] = [];
  #order = 0;
  readonly #heap: Task[] = [];
  #blocked: Promise<unknown> | null = null;

  constructor(now: number) {
    this.now = now;
  }

  /** Runs a function after so many ms. @returns the function that calls it off */
  after(ms: number, run: () => void, owner: Owner | null = null): () => void {
    this.#order += 1;
    const at = this.now + Math.max(0, Number.isFinite(ms) ? ms : 0);
    const task: Task = { at, order: this.#order, run, owner, cancelled: false };
    this.#push(task);
    return () => {
      task.cancelled = true;
    };
  }

  /** Work outside of the queue (the server's): no task runs before it is done. */
  block<T>(work: Promise<T>): Promise<T> {
    const told = work.then(
      () => undefined,
      (error: unknown) => void this.crashes.push(error),
    );
    this.#blocked = Promise.all([this.#blocked, told]);
    return work;
  }

  /** Runs tasks until `ms` have passed, or `most` tasks were run, or `until` says so. */
  async run(
    limit: { readonly ms?: number; readonly steps?: number },
    until: () => boolean = () => false,
  ): Promise<void> {
    const end = this.now + (limit.ms ?? Infinity);
    let left = limit.steps ?? Infinity;
    await this.#settle();
    while (left > 0 && !until()) {
      const task = this.#next(end);
      if (task === null) {
        if (end !== Infinity) this.now = end;
        return;
      }
      this.now = Math.max(this.now, task.at);
      this.steps += 1;
      left -= 1;
      try {
        task.run();
      } catch (error) {
        this.crashes.push(error);
      }
      await this.#settle();
    }
  }

  /** Runs until the promise has settled; throws after `ms`. */
  async waitFor<T>(promise: Promise<T>, ms = 600_000): Promise<T> {
    let settled = false;
    const mark = (): void => {
      settled = true;
    };
    promise.then(mark, mark);
    await this.run({ ms }, () => settled);
    if (!settled) throw new Error('Waited too long');
    return promise;
  }

  async #settle(): Promise<void> {
    await macrotask();
    while (this.#blocked !== null) {
      const waiting = this.#blocked;
      await waiting;
      if (this.#blocked === waiting) this.#blocked = null;
      await macrotask();
    }
  }

  #next(end: number): Task | null {
    for (;;) {
      const [first] = this.#heap;
      if (first === undefined || first.at > end) return null;
      this.#pop();
      if (!first.cancelled && first.owner?.dead !== true) return first;
    }
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(task);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !before(task, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = task;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      const child =
        right !== undefined && left !== undefined && before(right, left) ? 2 * at + 2 : 2 * at + 1;
      const next = heap[child];
      if (next === undefined || !before(next, last)) break;
      heap[at] = next;
      at = child;
    }
    heap[at] = last;
  }
}

function before(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
