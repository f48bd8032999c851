/**
 * Everything that talks to the server by itself: outbox, pull and pokes, in one tab of this browser at a time. Loaded after the
 * first paint.
 */
import type { EventRow } from '#protocol/event.ts';
import type { StorageReport } from '#protocol/ledger.ts';
import type { StateDocument } from '#protocol/pull.ts';
import type { Clock } from '#platform/clock.ts';
import type { Network } from '#platform/network.ts';
import type { Books } from './books.ts';
import type { Gate } from './gate.ts';
import { leadOne } from './leader.ts';
import { createWaker, runLoop } from './loop.ts';
import { createOutbox, type OutboxStatus } from './outbox.ts';
import { listenForPokes, type PokeSource } from './pokes.ts';
import { createPull, type PullStatus } from './pull.ts';
import { createPresence, type PresencePorts } from './presence.ts';
import { prune } from './prune.ts';
import type { Rows } from './rows.ts';
import type { StateDocuments } from './state-documents.ts';
import type { Streams } from './streams.ts';

export interface SyncPorts {
  readonly name: string;
  readonly events: Rows<EventRow>;
  readonly stateRows: Rows<StateDocument>;
  readonly state: StateDocuments;
  readonly streams: Streams;
  readonly books: Books;
  readonly network: Network;
  readonly clock: Clock;
  readonly gate: Gate;
  readonly openDrafts: () => number;
  /** What runs here, for whoever watches the class. */
  readonly look: PresencePorts['look'];
  readonly app: string;
  readonly storage: () => StorageReport;
  readonly aside: () => number;
  readonly closing: () => boolean;
  /** Highest slot of a stream that the shown state has in it. */
  readonly applied: (stream: string) => number;
  readonly enrolled: () => boolean;
  readonly renew: () => Promise<boolean>;
  readonly hold: () => () => void;
  readonly outboxStatus: (status: OutboxStatus) => void;
  readonly pullStatus: (status: PullStatus) => void;
  /** null where there are no server-sent events: then the pull looks by itself once a minute. */
  readonly openPokes: ((url: string) => PokeSource) | null;
  readonly pokesUrl: string;
}

export interface Sync {
  /** Runs until `stop` aborts. */
  readonly run: (stop: AbortSignal) => Promise<void>;
  readonly wakeOutbox: () => void;
  readonly wakePull: () => void;
  readonly wakePresence: () => void;
}

export function createSync(ports: SyncPorts): Sync {
  const outboxWaker = createWaker();
  const pullWaker = createWaker();
  const presenceWaker = createWaker();
  const work = async (signal: AbortSignal): Promise<void> => {
    let epoch: string | null = null;
    let isNew = false;
    const outbox = createOutbox({
      ...ports,
      newEpoch() {
        const was = isNew;
        isNew = false;
        return was;
      },
      status: ports.outboxStatus,
      async proved() {
        // What fails here is tidied up next time.
        const { serverNow, skew } = ports.clock;
        await prune({ ...ports, serverNow, skew });
      },
    });
    const pull = createPull({
      ...ports,
      rows: ports.stateRows,
      status: ports.pullStatus,
      heard(now) {
        // An older copy may not have what this device was told is sent: ask at once, not in ten minutes.
        if (epoch !== null && epoch !== now) {
          isNew = true;
          outboxWaker.wake();
        }
        epoch = now;
      },
    });
    if (ports.openPokes !== null)
      listenForPokes(
        {
          open: ports.openPokes,
          url: ports.pokesUrl,
          enrolled: ports.enrolled,
          poked: pullWaker.wake,
        },
        signal,
      );
    // Nobody waits for the end of its last question.
    void runLoop(createPresence(ports), presenceWaker, signal);
    await Promise.all([runLoop(outbox, outboxWaker, signal), runLoop(pull, pullWaker, signal)]);
  };
  return {
    run: (stop) => leadOne(`${ports.name}.sync`, stop, work),
    wakeOutbox: outboxWaker.wake,
    wakePull: pullWaker.wake,
    wakePresence: presenceWaker.wake,
  };
}
