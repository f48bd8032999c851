/** How the data of this device end: closed with the page, saved to a file, or left for good. */
import { err, type Fault, type Result } from '#domain/kernel/result.ts';
import type { Lease } from '#platform/tabs.ts';
import type { Appender } from './append-event.ts';
import type { Aside } from './aside.ts';
import type { DraftStore } from './drafts.ts';
import type { HoldOut } from './hold-out.ts';
import { createLeave } from './leave.ts';
import type { Lifecycle, LifecycleParts } from './lifecycle.ts';
import type { LeaveService, RescueService } from './services-leaving.ts';

type Shared =
  | 'config'
  | 'place'
  | 'local'
  | 'keyring'
  | 'clock'
  | 'network'
  | 'session'
  | 'streams'
  | 'books'
  | 'snapshot';

export interface ExitPorts extends Pick<LifecycleParts, Shared> {
  readonly lifecycle: Lifecycle;
  readonly aside: Aside;
  readonly appender: Appender;
  readonly drafts: DraftStore;
  readonly lease: Lease;
  readonly holdOut: HoldOut;
  readonly currentStream: () => string | null;
  /** What is being put back after the browser erased it is written. */
  readonly healed: () => Promise<void>;
}

export interface Exits {
  readonly rescue: RescueService;
  readonly leaving: LeaveService;
  readonly stop: () => Promise<void>;
}

export function createExits(ports: ExitPorts): Exits {
  const { local, keyring, lifecycle, aside, appender, drafts, lease } = ports;
  /** Everything that runs by itself ends; the keyring stays open. */
  const halt = async (): Promise<void> => {
    aside.close();
    drafts.close();
    await ports.healed();
    await lifecycle.stop();
    lease.release();
    await local.close();
  };
  const erase = async (): Promise<Result<void, Fault>> => {
    const { eraseRecords } = await import('./erase.ts').catch(() => ({ eraseRecords: null }));
    // No network and no copy of this part: nothing was touched.
    if (eraseRecords === null) return err({ code: 'no-code' });
    await halt();
    const erased = await eraseRecords(local.name, ports.place);
    return erased.ok ? keyring.erase() : erased;
  };
  const leaving = createLeave({
    ...ports,
    name: local.name,
    appendAlone: appender.appendAlone,
    putBackAlone: () => aside.putBack(appender.insertAlone),
    settle: lease.settle,
    outbox: lifecycle.outbox,
    closing: lifecycle.setClosing,
    erase,
    async closeTab() {
      // The other tab erases the databases: nothing is opened again.
      local.connections.clear();
      await halt();
      keyring.forget();
    },
  });
  return {
    rescue: createLazyRescue(ports),
    leaving,
    async stop() {
      leaving.close();
      await halt();
      ports.session.close();
      keyring.close();
    },
  };
}

/** Loaded when it is asked for: most devices never need it. */
function createLazyRescue(ports: ExitPorts): RescueService {
  let service: RescueService | undefined;
  const load = async (): Promise<RescueService> => {
    const { createRescue } = await import('./rescue.ts');
    service ??= createRescue({
      ...ports,
      events: ports.local.events,
      app: ports.config.app,
      schoolKey: () =>
        ports.snapshot.live.get().school()?.key ?? ports.keyring.read('school-key') ?? '',
    });
    return service;
  };
  return {
    make: async () => (await load()).make(),
    keepsFile: async () => (await load()).keepsFile(),
    bring: async (text, progress) => (await load()).bring(text, progress),
  };
}
