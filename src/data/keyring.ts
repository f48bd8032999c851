/**
 * The keyring: a small database beside the records, for what is this browser's own and never sent: keys that cannot be
 * read out, staff keys wrapped by a PIN, who this device is, and what the server has acknowledged. It can be lost without
 * losing a result: the device renews or enrols again, and offers its events again.
 */
import { Dexie, type Table } from 'dexie';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { openChannel } from '#platform/tabs.ts';
import type { WrappedKey } from '#platform/crypto.ts';
import type { StreamBook } from './acks.ts';
import { durable, reopenWhenClosed, type Connections } from './durable.ts';
import type { ThisSchool } from './services.ts';

export interface DeviceRecord {
  readonly id: string;
  readonly kind: 'staff' | 'class-tablet';
  readonly name: string;
  readonly school: ThisSchool;
  /** Proves this device when its cookie is gone. */
  readonly key: CryptoKey;
}
export interface TabletGrant {
  readonly grant: string;
  readonly groups: readonly string[];
  readonly key: CryptoKey;
}
export interface StaffGrant {
  readonly member: string;
  readonly name: string;
  readonly role: AssignableRole;
  readonly grant: string;
  readonly wrapped: WrappedKey;
}
/** Wrong PINs so far, and the wall clock until which none is taken. */
export interface PinTries {
  readonly failures: number;
  readonly waitUntil: number;
}

/** Names of records, and what stands under them. */
export interface Records {
  device: DeviceRecord;
  tablet: TabletGrant;
  skew: number;
  /** The school's public key, for a rescue file of a device whose records cannot be read. */
  'school-key': string;
  /** Wall clock of the answer that left nothing to send. */
  'last-sent': number;
  [staff: `staff/${string}`]: StaffGrant;
  [pin: `pin/${string}`]: PinTries;
  [stream: `stream/${string}`]: StreamBook;
}
type Name = Extract<keyof Records, string>;
interface RecordRow {
  readonly name: Name;
  readonly value: Records[Name];
}
export type RecordChange = {
  readonly [N in Name]: { readonly name: N; readonly value: Records[N] | undefined };
}[Name];

export interface Keyring {
  readonly read: <N extends Name>(name: N) => Records[N] | undefined;
  readonly staff: () => readonly StaffGrant[];
  readonly books: () => readonly StreamBook[];
  /** Writes some records in one transaction; an undefined value removes. Faults: `storage`. */
  readonly write: (changes: readonly RecordChange[]) => Promise<Result<void, Fault>>;
  /** Calls when another tab, or this one, wrote. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly connections: Connections;
  /** Writes everything again from memory where the browser has erased it. Fault `storage`. */
  readonly restore: () => Promise<Result<void, Fault>>;
  readonly close: () => void;
  /** Forgets everything in this tab, and closes: another tab erases it. */
  readonly forget: () => void;
  /** Erases it for good. Fault `storage`. */
  readonly erase: () => Promise<Result<void, Fault>>;
}

/**
 * Opens the keyring and reads it whole (some ten records). Fault `corrupt`.
 * @param wasLeft this device was given back: an empty keyring is meant
 */
export async function openKeyring(
  name = 'nineoften-keys',
  wasLeft: () => boolean = () => false,
): Promise<Result<Keyring, Fault>> {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  const connections: Connections = new Set();
  reopenWhenClosed(connections, db);
  db.version(1).stores({ records: 'name' });
  const table: Table<RecordRow, string> = db.table('records');
  const records = new Map<Name, Records[Name]>();
  const listeners = new Set<() => void>();

  const load = async (): Promise<Result<void, Fault>> => {
    const rows = await durable(connections, () => table.toArray());
    if (!rows.ok) return rows;
    // Nobody removes all: the browser has erased it while this tab lived.
    if (rows.value.length === 0 && records.has('device') && !wasLeft()) return putAll();
    records.clear();
    for (const row of rows.value) records.set(row.name, row.value);
    return ok(undefined);
  };
  const putAll = (): Promise<Result<void, Fault>> => {
    const rows = [...records].map(([key, value]) => ({ name: key, value }));
    return durable(connections, async () => {
      await table.bulkPut(rows);
    });
  };
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  try {
    await db.open();
  } catch (error) {
    return err({ code: 'corrupt', detail: error instanceof Error ? error.name : 'unknown' });
  }
  const loaded = await load();
  if (!loaded.ok)
    return err({
      code: 'corrupt',
      ...(loaded.error.detail === undefined ? {} : { detail: loaded.error.detail }),
    });
  const channel = openChannel<'changed'>(name, () => void load().then(tell));

  const underPrefix = <T>(prefix: string): T[] => {
    const found: T[] = [];
    // What stands under a prefix is of one type, by `Records`.
    for (const [key, value] of records) if (key.startsWith(prefix)) found.push(value as T);
    return found;
  };

  const close = (): void => {
    channel.close();
    connections.clear();
    db.close();
  };
  const forget = (): void => {
    close();
    records.clear();
    tell();
  };

  return ok({
    // Written under this name by `write`, which pairs them.
    read: <N extends Name>(key: N) => records.get(key) as Records[N] | undefined,
    staff: () => underPrefix<StaffGrant>('staff/'),
    books: () => underPrefix<StreamBook>('stream/'),
    async write(changes) {
      const puts = changes.flatMap(({ name: key, value }) =>
        value === undefined ? [] : [{ name: key, value }],
      );
      const removed = changes.flatMap(({ name: key, value }) => (value === undefined ? [key] : []));
      const written = await durable(connections, () =>
        db.transaction('rw', table, async () => {
          if (puts.length > 0) await table.bulkPut(puts);
          if (removed.length > 0) await table.bulkDelete(removed);
        }),
      );
      if (!written.ok) return written;
      for (const { name: key, value } of puts) records.set(key, value);
      for (const key of removed) records.delete(key);
      channel.say('changed');
      tell();
      return ok(undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connections,
    async restore() {
      const there = await durable(connections, () => table.get('device'));
      if (!there.ok) return there;
      const isErased = there.value === undefined && records.has('device') && !wasLeft();
      return isErased ? putAll() : ok(undefined);
    },
    close,
    forget,
    async erase() {
      // First what can be read, then the file: a deletion may have to wait for a tab that sleeps.
      const cleared = await durable(connections, () => table.clear());
      if (!cleared.ok) return cleared;
      forget();
      return durable(new Set(), () => Dexie.delete(name));
    },
  });
}
