/** Attempts with everything they say, for staff who look at one (SPEC G6). State keeps only digests of them. */
import { idIn } from '#domain/changes/world.ts';
import type { Kind } from '#domain/model/event.ts';
import type { AttemptsAnswer } from '#protocol/attempts-answer.ts';
import { parseEnvelope } from '#protocol/event.ts';
import { isBlank, type LogRow } from '../store/rows.ts';
import { studentsInReach, type Desk } from './staff-desk.ts';

type Found = AttemptsAnswer['events'][number];
type Place = Pick<Found, 'stream' | 'slot'>;

/** What can be opened: attempts, and what sets one aside (its reason stands there alone). */
const OPENED: ReadonlySet<string> = new Set<Kind>([
  'check',
  'interview.mark',
  'paper.result',
  'attempt.withdraw',
]);

/** The events that stand in these places, of students in reach; others are left out. */
export async function attemptsAt(
  desk: Desk,
  places: readonly Place[],
): Promise<{ readonly events: Found[] }> {
  const { writing, school } = desk;
  const rows = await rowsAt(desk, places);
  const opened = rows.flatMap((row) => {
    const student = studentOf(row);
    return student === undefined ? [] : [{ row, student }];
  });
  const reached = await studentsInReach(desk, new Set(opened.map(({ student }) => student)));
  const names = new Map((await writing.devices(school)).map(({ id, name }) => [id, name]));
  const events = opened.flatMap(({ row, student }): Found[] => {
    const { short, slot, text, device } = row;
    if (!reached.has(student)) return [];
    return [{ stream: short, slot, text, device: names.get(device) ?? '' }];
  });
  return { events };
}

/** A place is of one branch of a stream: the row that stands there says so itself. */
async function rowsAt(
  { writing, school }: Desk,
  places: readonly Place[],
): Promise<readonly LogRow[]> {
  const streams = new Map(
    (await writing.allStreams(school)).map(({ short, stream }) => [short, stream]),
  );
  const slots = places.flatMap(({ stream: short, slot }) => {
    const stream = streams.get(short);
    return stream === undefined ? [] : [{ stream, slot }];
  });
  const cover = await writing.coverOf(school, slots);
  const receipts = cover.flatMap(({ receipt }) => (receipt > 0 ? [receipt] : []));
  const wanted = new Set(places.map(({ stream, slot }) => `${stream}.${slot}`));
  const rows = await writing.eventsByReceipt(school, [...new Set(receipts)]);
  return rows.filter((row) => !isBlank(row) && wanted.has(`${row.short}.${row.slot}`));
}

function studentOf({ text }: LogRow): string | undefined {
  const envelope = parseEnvelope(text);
  return envelope.ok && OPENED.has(envelope.value.kind)
    ? idIn(envelope.value.about, 'student')
    : undefined;
}
