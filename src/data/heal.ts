/**
 * The browser erased the storage while the app runs (site data cleared, a disk cleaner, iOS). What this tab still has in memory is
 * put back: who this device is, the pulled documents, running checks, and every own event that the server has not applied, into
 * the slot that it had. What is nowhere any more is found unreadable by the outbox and declared lost (PROTOCOL 16).
 *
 * The erased streams are retired: another tab may know fewer of their numbers, and would give one of them a second time.
 */
import type { EventRow } from '#protocol/event.ts';
import { parseSlot } from '#protocol/slot.ts';
import { alone } from '#platform/tabs.ts';
import { withReadable } from './acks.ts';
import type { Aside } from './aside.ts';
import type { Books } from './books.ts';
import type { Keyring } from './keyring.ts';
import type { OwnEvents } from './own-events.ts';
import type { Rows } from './rows.ts';
import type { StateDocuments } from './state-documents.ts';
import type { Streams } from './streams.ts';

interface Ports {
  /** Name of the database: the lock is named after it. */
  readonly name: string;
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  readonly books: Books;
  readonly own: Pick<OwnEvents, 'rows'>;
  readonly aside: Pick<Aside, 'keep'>;
  readonly keyring: Pick<Keyring, 'restore'>;
  readonly state: Pick<StateDocuments, 'load'>;
  readonly drafts: { readonly rewrite: () => Promise<void> };
  /** This device is being left, in this tab or another: what vanishes was erased on purpose. */
  readonly wasLeft: () => boolean;
  /** Something was put back: send it. */
  readonly healed: () => void;
}

/**
 * Puts back what is in memory. What fails is tried again at the next look: streams are read again at every ledger.
 * @param erased streams whose newest rows are gone
 */
export function heal(ports: Ports, erased: ReadonlySet<string>): Promise<void> {
  const { books, streams } = ports;
  return alone(`${ports.name}.heal`, async () => {
    if (ports.wasLeft()) return;
    await ports.keyring.restore();
    await books.keep([...erased].map((stream) => ({ ...books.of(stream), retired: true })));
    for (const row of ports.own.rows()) await putBack(ports, row);
    await ports.drafts.rewrite();
    await ports.state.load();
    await streams.reread();
    ports.healed();
  });
}

async function putBack(ports: Ports, row: EventRow): Promise<void> {
  const { books, streams, aside } = ports;
  const slot = parseSlot(row.slot);
  if (!slot.ok) return;
  const { stream, number } = slot.value;
  const there = await ports.events.get([row.slot]);
  const taken = there.ok ? there.value.get(row.slot)?.row : undefined;
  if (taken?.id === row.id) return;
  const put = taken === undefined ? await ports.events.insert(row) : null;
  if (put?.ok === true && (put.value.taken === null || put.value.taken.id === row.id)) {
    streams.note(row);
    await books.keep([withReadable(books.of(stream), [number])]);
    return;
  }
  // Another event stands there by now, or the browser does not write: it gets another number.
  aside.keep({ id: row.id, text: row.text, mac: row.mac });
}
