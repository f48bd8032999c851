/**
 * One tab: the client's own code with globals and module state of its own, and with the clocks, storage, locks, messages and network of its device. To
 * kill it means what the death of a renderer means: from one task to the next nothing of it runs, its transactions that were
 * not committed are undone, its locks are free, answers to its requests reach nobody. (Requests that left go on.)
 */
import type { openData } from '#data/open-data.ts';
import type { PokeSource } from '#data/pokes.ts';
import type { DataServices } from '#data/services.ts';
import type { DeviceChannels } from './device-channels.ts';
import type { DeviceLocks } from './device-locks.ts';
import type { DeviceStorage } from './device-storage.ts';
import { pageCrypto } from './page-crypto.ts';
import type { Random } from './random.ts';
import { realmFor } from './realm.ts';
import type { Owner, VirtualTime } from './virtual-time.ts';

export type PageFetch = (path: string, init: RequestInit, owner: Owner) => Promise<object>;

/** What pages of one device share. */
export interface Machine {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly locks: DeviceLocks;
  readonly channels: DeviceChannels;
  readonly storage: DeviceStorage;
  /** Device clock minus true time, ms. */
  readonly skew: () => number;
  /** How long the device has slept until now, ms. */
  readonly slept: () => number;
  readonly fetch: PageFetch;
  readonly pokes: (owner: Owner) => PokeSource;
  /** Whether each page has a realm of its own. */
  readonly alone: boolean;
}

export interface Page extends Owner {
  readonly data: DataServices;
  /** What the page said on its console. */
  readonly kill: () => void;
}

function timersOf(time: VirtualTime, owner: Owner): Readonly<Record<string, unknown>> {
  const calls = new Map<number, () => void>();
  let last = 0;
  const setTimeout = (
    run: (...values: unknown[]) => void,
    ms = 0,
    ...values: unknown[]
  ): number => {
    last += 1;
    const id = last;
    const cancel = time.after(
      ms,
      () => {
        calls.delete(id);
        run(...values);
      },
      owner,
    );
    calls.set(id, cancel);
    return id;
  };
  const clear = (id: number): void => {
    calls.get(id)?.();
    calls.delete(id);
  };
  const setInterval = (run: () => void, ms = 0): number => {
    last += 1;
    const id = last;
    const again = (): void => {
      calls.set(
        id,
        time.after(
          Math.max(1, ms),
          () => {
            again();
            run();
          },
          owner,
        ),
      );
    };
    again();
    return id;
  };
  return { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear };
}

const TIMED_OUT = new DOMException('Timed out', 'TimeoutError');

/** As `AbortSignal.any`, whose signals Node never gives back while somebody listens, and with them the realm. */
function anyOf(signals: Iterable<AbortSignal>): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    const follow = (): void => controller.abort(signal.reason);
    if (signal.aborted) follow();
    else signal.addEventListener('abort', follow, { once: true });
  }
  return controller.signal;
}

/** AbortSignal with a time-out by our clock. */
function signalsOf(time: VirtualTime, owner: Owner): object {
  return {
    any: anyOf,
    abort: (reason?: unknown) => AbortSignal.abort(reason),
    timeout(ms: number) {
      const controller = new AbortController();
      time.after(ms, () => controller.abort(TIMED_OUT), owner);
      return controller.signal;
    },
  };
}

const SHARED = {
  AbortController,
  CustomEvent,
  Event,
  EventTarget,
  DOMException,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  queueMicrotask,
  structuredClone,
} as const;

function globalsOf(machine: Machine, owner: Owner): Readonly<Record<string, unknown>> {
  const { time, random, skew } = machine;
  const awake = (): number => time.now - machine.slept();
  const [loaded, began] = [time.now, awake()];
  const quiet = (): void => undefined;
  return {
    ...SHARED,
    ...timersOf(time, owner),
    ...machine.storage.globalsOf(owner),
    AbortSignal: signalsOf(time, owner),
    BroadcastChannel: machine.channels.of(owner),
    console: { log: quiet, warn: quiet, error: quiet, info: quiet, debug: quiet },
    crypto: pageCrypto(random),
    fetch: (path: string, init: RequestInit) => machine.fetch(path, init, owner),
    isSecureContext: true,
    navigator: { locks: machine.locks.of(owner), userAgent: 'model' },
    performance: {
      now: () => awake() - began,
      mark: quiet,
      clearMarks: quiet,
      timeOrigin: loaded,
    },
    random,
    wallNow: (): number => Math.floor(time.now + skew()),
  };
}

/** Opens the app on a device. Resolves when its databases are open; nothing is sent before `data.start`. */
export async function openPage(machine: Machine, client: string): Promise<Page> {
  const owner: Owner = { dead: false };
  const ran = realmFor(machine.alone).run(client, globalsOf(machine, owner));
  const app = ran as { openData: typeof openData }; // what bundle.ts leaves there
  const opened = await app.openData({ app: 'model' }, { openPokes: () => machine.pokes(owner) });
  if (!opened.ok) throw new Error(`openData: ${opened.error.code} ${opened.error.detail ?? ''}`);
  return Object.assign(owner, {
    data: opened.value,
    kill() {
      owner.dead = true;
      machine.storage.free(owner);
      machine.locks.free(owner);
      machine.channels.free(owner);
    },
  });
}
