/** What was ever said of an event: by a screen ("saved"), and by an answer of the server that named its id. */
import type { Appended } from '#data/services.ts';
import type { Device } from './device.ts';
import type { Ask, ModelServer, Reply } from './model-server.ts';
import type { World } from './world.ts';

interface Saying {
  readonly school: number;
  readonly device: string;
  readonly slot: string;
  /** True time, ms. */
  readonly at: number;
  /** null: nobody tapped, another build has left it there. */
  readonly tap: Tap | null;
}

/** When a tap was made, and how far the clock of its device was ahead of the true time then, ms. */
export interface Tap {
  readonly at: number;
  readonly skew: number;
}

/** Why an event that was once saved need not be found any more. */
export type Excuse =
  /** The browser erased its storage before it was sent: the school is to be told. */
  | 'erased'
  /** An older copy of the server was put back without a journal, and no device had the event any more. */
  | 'no-second-copy';

export class Record {
  /** By event id: the screen said that it is saved. */
  readonly savedIds = new Map<string, Saying>();
  /** By event id: an answer named it stored, duplicate or held. */
  readonly named = new Map<string, number>();
  readonly refused = new Set<string>();
  readonly excused = new Map<string, Excuse>();
  /** Attempts in the order in which they were saved: what can be withdrawn. */
  readonly order: string[] = [];

  saved(device: Device, { id, slot, kept }: Appended, at: number, tap: Tap): void {
    if (kept !== 'database') return;
    this.savedIds.set(id, { school: device.school, device: device.name, slot, at, tap });
    this.order.push(id);
  }

  takeAnswer(school: number, ask: Ask, reply: Reply): void {
    if (reply.status !== 200 || !ask.path.startsWith('/api/events')) return;
    // The server's own answer.
    const { results } = JSON.parse(reply.body) as {
      results: readonly { id: string; outcome: string }[];
    };
    for (const { id, outcome } of results) {
      if (outcome === 'refused') this.refused.add(id);
      else this.named.set(id, school);
    }
  }

  /** A browser is about to erase what is on it: what the server does not have and no other device has is gone. */
  async erased(world: World, device: Device): Promise<void> {
    const gone = idsOn(device);
    const there = await idsAtSchools(world.server);
    const elsewhere = new Set(
      world.devices.flatMap((one) => (one === device ? [] : [...idsOn(one)])),
    );
    for (const id of gone) if (!there.has(id) && !elsewhere.has(id)) this.excused.set(id, 'erased');
  }

  /** An older copy was put back: without a journal that goes on from it, what is in no place any more is gone. */
  async restored(world: World, withJournal: boolean): Promise<void> {
    if (withJournal) return;
    // An older copy knows nothing of an erasure after it.
    for (const [id, why] of this.excused)
      if (why === 'erased') this.excused.set(id, 'no-second-copy');
    const there = await idsAtSchools(world.server);
    const onDevices = new Set(world.devices.flatMap((one) => [...idsOn(one)]));
    for (const id of [...this.named.keys(), ...this.savedIds.keys()])
      if (!there.has(id) && !onDevices.has(id) && !this.excused.has(id))
        this.excused.set(id, 'no-second-copy');
  }

  /** What was there before the first command counts as well. */
  async begin(server: ModelServer): Promise<void> {
    for (const [place, school] of server.schools.entries()) {
      const rows = await server.store.read((reading) => reading.eventsAfter(school, 0, 100_000));
      for (const { id } of rows) this.named.set(id, place);
    }
  }
}

/** Ids of events that lie on a device. */
export function idsOn(device: Device): Set<string> {
  return new Set(device.storage.rows<{ id: string }>('--0--events').map(({ id }) => id));
}

/** Ids of all events that the store has. Works on the files where the server is down. */
export async function idsAtSchools(server: ModelServer): Promise<Set<string>> {
  return new Set(server.idsInFiles());
}
