/** POST /api/import and `school import`: the lines of a rescue file, through the same ingest as a push. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { parseJson } from '#protocol/json.ts';
import { parseRescueRows, type ImportAnswer, type RescueHeader } from '#protocol/rescue.ts';
import { unsealer } from '../crypto/unseal.ts';
import type { Store, Writing } from '../store/port.ts';
import type { EpochRow, SchoolRow } from '../store/rows.ts';
import { readIncoming, type Incoming } from './incoming.ts';
import { ingest } from './ingest.ts';
import { takeUpRights } from './take-up.ts';

export interface Importing {
  readonly school: SchoolRow;
  readonly epochs: readonly EpochRow[];
  /** The device whose credential brought the file; undefined: it came from the shell. */
  readonly carrier: string | undefined;
  readonly now: number;
}

export type Counts = Pick<ImportAnswer, 'stored' | 'duplicate' | 'held' | 'refused' | 'unreadable'>;

export interface Imported {
  readonly counts: Counts;
  /** Streams to be folded. */
  readonly streams: readonly string[];
  /** A right came back: what was held for want of it is to be judged again. */
  readonly isJudgedAgain: boolean;
}

/** Events in one transaction: few commits for a large file, and requests of others in between. */
const TOGETHER = 1000;

/** The events of one line; undefined where it was sealed to another key, was cut or changed. */
function eventsOf(clear: string | undefined): readonly Incoming[] | undefined {
  const json = clear === undefined ? undefined : parseJson(clear);
  const rows = json?.ok === true ? parseRescueRows(json.value) : undefined;
  if (rows?.ok !== true) return undefined;
  const events = rows.value.map(readIncoming);
  const named = events.filter((one) => one !== undefined);
  return named.length === events.length ? named : undefined;
}

/** When the device read its clocks for the header, by the server's clock; a clock that was never compared is believed. */
function readingTime({ clock, skew }: RescueHeader, now: number): number {
  return Math.min(Math.max(clock.wall + (skew ?? 0), 0), now);
}

interface People {
  /** Who is said to carry the events. */
  readonly device: string;
  /** Whose new streams are. */
  readonly owner: string;
  /** The device of the header, where the school knows it. */
  readonly maker: string | undefined;
}

async function peopleOf(
  writing: Writing,
  { school, carrier }: Importing,
  header: RescueHeader,
): Promise<People> {
  const made = await writing.device(school.id, header.device);
  const maker = made === undefined || made.kind === 'server' ? undefined : made.id;
  if (carrier !== undefined) return { device: carrier, owner: maker ?? carrier, maker };
  const own = (await writing.devices(school.id)).find(({ kind }) => kind === 'server')?.id ?? '';
  return { device: maker ?? own, owner: maker ?? own, maker };
}

/**
 * Stores what is new; as often as one likes. Fault `other-school`.
 * @param lines sealed, of any part of the file
 */
export async function importLines(
  store: Store,
  importing: Importing,
  header: RescueHeader,
  lines: readonly string[],
): Promise<Result<Imported, Fault>> {
  const { school, epochs, now } = importing;
  if (header.school !== school.id) return err({ code: 'other-school' });
  const unseal = unsealer(school.sealingKey);
  const counts = { stored: 0, duplicate: 0, held: 0, refused: 0, unreadable: 0 };
  const streams = new Set<string>();
  const setting = { school: school.id, clock: header.clock, now, epochs };
  let waiting: Incoming[] = [];
  let isJudgedAgain = false;
  const flush = async (): Promise<void> => {
    const events = waiting;
    waiting = [];
    if (events.length === 0) return;
    const { results, taken } = await store.write(async (writing) => {
      const { maker, ...people } = await peopleOf(writing, importing, header);
      const { carrier } = importing;
      const bringing = { device: people.owner, carrier, ofUnknown: maker === undefined, now };
      // In the shell nobody is signed in whose reach a right could have.
      const taken =
        (maker ?? carrier) !== undefined &&
        (await takeUpRights(writing, school.id, bringing, events));
      const readAt = readingTime(header, now);
      const ingested = await ingest(writing, { ...setting, ...people, readAt, events });
      return { ...ingested, taken };
    });
    isJudgedAgain ||= taken;
    for (const { outcome } of results) counts[outcome] += 1;
    for (const { at } of events) if (at !== undefined) streams.add(at.stream);
  };
  for (const line of lines) {
    const events = eventsOf(unseal(line));
    if (events === undefined) counts.unreadable += 1;
    else waiting.push(...events);
    if (waiting.length >= TOGETHER) await flush();
  }
  await flush();
  return ok({ counts, streams: [...streams], isJudgedAgain });
}
