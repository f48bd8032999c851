/** Rescue files: what this device has not sent, saved to a file; and a file of any device, brought to the school. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { EventRow } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { parseImportAnswer, readRescueFile, type RescueHeader } from '#protocol/rescue.ts';
import type { Clock } from '#platform/clock.ts';
import { asResult, type Network } from '#platform/network.ts';
import { unsentSlots } from './acks.ts';
import type { Aside } from './aside.ts';
import type { Books } from './books.ts';
import type { DraftStore } from './drafts.ts';
import type { Keyring } from './keyring.ts';
import { placedForFile, rescueFile } from './rescue-lines.ts';
import type { Rows } from './rows.ts';
import type { Imported, RescueService } from './services-leaving.ts';
import { slotKeys, type Streams } from './streams.ts';

export interface RescuePorts {
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  readonly books: Books;
  readonly aside: Pick<Aside, 'all' | 'load'>;
  readonly drafts: Pick<DraftStore, 'unreadable'>;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly network: Network;
  readonly app: string;
  readonly schoolKey: () => string;
}

const CHUNK = 200;

export function createRescue(ports: RescuePorts): RescueService {
  /** Ids in the newest file of this page. */
  let inFile: ReadonlySet<string> = new Set();
  return {
    async make() {
      const device = ports.keyring.read('device');
      if (device === undefined) return err({ code: 'no-device' });
      const key = ports.schoolKey();
      if (key === '') return err({ code: 'no-school-key' });
      const rows = await unsentRows(ports);
      if (!rows.ok) return rows;
      const unreadable = ports.drafts.unreadable();
      if (rows.value.length + unreadable.length === 0) return err({ code: 'nothing-unsent' });
      const { id, name, school } = device;
      const { clock, app } = ports;
      const now = { clock: clock.reading(), skew: clock.skew(), app };
      const facts = { school: school.id, device: id, deviceName: name, ...now };
      const file = await rescueFile(rows.value, facts, key, unreadable);
      inFile = new Set(rows.value.map((row) => row.id));
      return ok({ ...file, events: file.events + unreadable.length });
    },
    async keepsFile() {
      if (inFile.size === 0) return err({ code: 'no-file' });
      const filed = ports.books.all(ports.streams).flatMap((book) => {
        const refused = book.refused.map((one) =>
          inFile.has(one.id) ? ({ ...one, filed: true } as const) : one,
        );
        return book.refused.length === 0 ? [] : [{ ...book, refused }];
      });
      return ports.books.keep(filed);
    },
    async bring(text, progress = () => undefined) {
      const file = readRescueFile(text);
      if (!file.ok) return file;
      const { header, lines, cut } = file.value;
      const device = ports.keyring.read('device');
      if (device === undefined) return err({ code: 'no-device' });
      if (header.school !== device.school.id) return err({ code: 'other-school' });
      const posted = await postLines(ports.network, header, lines, progress);
      if (!posted.ok) return posted;
      if (posted.value.unreadable >= lines.length) return err({ code: 'nothing-readable' });
      return ok({ ...posted.value, cut, events: header.events, deviceName: header.deviceName });
    },
  };
}

/** Rows that no answer has named, what was refused, and what the browser could not write. Fault `storage`. */
async function unsentRows(ports: RescuePorts): Promise<Result<readonly EventRow[], Fault>> {
  const { streams, books, events, aside } = ports;
  const reread = await streams.reread();
  if (!reread.ok) return reread;
  const rows: EventRow[] = [];
  for (const book of books.all(streams)) {
    const keys = slotKeys(book.stream, unsentSlots(book, streams.high(book.stream)));
    for (let from = 0; from < keys.length; from += CHUNK) {
      const found = await events.get(keys.slice(from, from + CHUNK));
      if (!found.ok) return found;
      for (const { row } of found.value.values()) rows.push(row);
    }
  }
  rows.sort((a, b) => (a.slot < b.slot ? -1 : 1));
  aside.load();
  const there = new Set(rows.map(({ id }) => id));
  const waiting = aside.all().filter(({ id }) => !there.has(id));
  return ok([...rows, ...placedForFile(waiting)]);
}

type Counts = Omit<Imported, 'cut' | 'events' | 'deviceName'>;
const NONE: Counts = { stored: 0, duplicate: 0, held: 0, refused: 0, unreadable: 0 };
/** Room for the rest of the request beside header and lines. */
const ROOM = 1024;

/** Faults as of the network; what was posted before a fault is at the school, and posting it again costs nothing. */
async function postLines(
  network: Network,
  header: RescueHeader,
  lines: readonly string[],
  progress: (done: number, total: number) => void,
): Promise<Result<Counts, Fault>> {
  const most = LIMITS.importBytes - JSON.stringify(header).length * 3 - ROOM;
  let counts = NONE;
  let done = 0;
  for (const chunk of inChunks(lines, most)) {
    progress(done, lines.length);
    const fields = { header, lines: chunk };
    const answer = asResult(
      await network.ask('/api/import', { method: 'POST', fields }, parseImportAnswer),
    );
    if (!answer.ok) return answer;
    counts = added(counts, answer.value);
    done += chunk.length;
  }
  progress(lines.length, lines.length);
  const tooLong = lines.length - done;
  return ok({ ...counts, unreadable: counts.unreadable + tooLong });
}

/** Lines together, in order; a line that no request can hold was never written by us and is left out. */
export function inChunks(lines: readonly string[], most: number): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let [chunk, bytes]: [string[], number] = [[], 0];
  for (const line of lines) {
    const size = JSON.stringify(line).length * (isPlain(line) ? 1 : 3) + 1;
    if (size > most) continue;
    if (chunk.length > 0 && (chunk.length >= LIMITS.importLines || bytes + size > most)) {
      chunks.push(chunk);
      [chunk, bytes] = [[], 0];
    }
    chunk.push(line);
    bytes += size;
  }
  return chunk.length > 0 ? [...chunks, chunk] : chunks;
}

/** Sealed lines are ASCII: a character is a byte. */
function isPlain(line: string): boolean {
  return /^[\x20-\x7e]*$/.test(line);
}

function added(a: Counts, b: Counts): Counts {
  return {
    stored: a.stored + b.stored,
    duplicate: a.duplicate + b.duplicate,
    held: a.held + b.held,
    refused: a.refused + b.refused,
    unreadable: a.unreadable + b.unreadable,
  };
}
