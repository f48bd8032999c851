/**
 * A rescue file from a device whose database cannot be opened: rows straight from IndexedDB, what lies in the second place, and
 * the school's key from wherever it is still found. Events that were sent go along where it is not known that they were: the
 * school finds them to be duplicates.
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { IdSchema, type EventRow } from '#protocol/event.ts';
import { parseJson } from '#protocol/json.ts';
import { parserOf } from '#protocol/parser.ts';
import { parseSlot } from '#protocol/slot.ts';
import { createClock } from '#platform/clock.ts';
import { browserSecondPlace, type SecondPlace } from '#platform/second-place.ts';
import { isAcked, type StreamBook } from './acks.ts';
import { readAside } from './aside.ts';
import type { DeviceRecord } from './keyring.ts';
import { rawName, rawRows } from './raw-rows.ts';
import { placedForFile, rescueFile, type RescueText } from './rescue-lines.ts';

const parseId = parserOf(IdSchema, 'bad-id');

/**
 * Faults: `nothing-unsent` (or nothing that can be read), `no-school-key`, `no-device` (not even an event says which school).
 * @param app build of the app @param name of the database
 */
export async function rescueFromRaw(
  app: string,
  name = 'nineoften',
  place: SecondPlace = browserSecondPlace(),
): Promise<Result<RescueText, Fault>> {
  const stored = await rawRows(rawName(name, 'events'), 'docs');
  const records = recordsIn(await rawRows(`${name}-keys`, 'records'));
  const rows = stored.flatMap((value) => rowOf(value) ?? []).filter((row) => !isSent(row, records));
  const there = new Set(rows.map(({ id }) => id));
  const waiting = readAside(place, name).filter(({ id }) => !there.has(id));
  const all = [...rows, ...placedForFile(waiting)];
  if (all.length === 0) return err({ code: 'nothing-unsent' });
  // Written by this app under this name, by `Records`.
  const device = records.get('device') as DeviceRecord | undefined;
  const school = device?.school.id ?? schoolOf(all);
  if (school === null) return err({ code: 'no-device' });
  const key = (await storedSchoolKey(name)) ?? text(records.get('school-key'));
  if (key === null || key === '') return err({ code: 'no-school-key' });
  const skew = records.get('skew');
  const facts = {
    school,
    device: device?.id ?? '',
    deviceName: device?.name ?? '',
    clock: createClock().reading(),
    skew: typeof skew === 'number' ? skew : null,
    app,
  };
  return ok(await rescueFile(all, facts, key));
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A living row, whole. RxDB keeps a mark on removed rows. */
function rowOf(value: unknown): EventRow | null {
  if (typeof value !== 'object' || value === null) return null;
  const { slot, id, text: body, mac, _deleted } = value as Record<string, unknown>; // each is looked at below
  if (_deleted === true || _deleted === '1') return null;
  if (typeof slot !== 'string' || typeof body !== 'string' || typeof mac !== 'string') return null;
  const read = parseId(id);
  return read.ok && parseSlot(slot).ok ? { slot, id: read.value, text: body, mac } : null;
}

function recordsIn(rows: readonly unknown[]): ReadonlyMap<string, unknown> {
  const records = new Map<string, unknown>();
  for (const row of rows) {
    if (typeof row !== 'object' || row === null || !('name' in row) || !('value' in row)) continue;
    if (typeof row.name === 'string') records.set(row.name, row.value);
  }
  return records;
}

function isSent({ slot, id }: EventRow, records: ReadonlyMap<string, unknown>): boolean {
  const place = parseSlot(slot);
  if (!place.ok) return false;
  const { stream, number } = place.value;
  const book = records.get(`stream/${stream}`) as Partial<StreamBook> | undefined; // by `Records`; looked at on the next line
  if (book === undefined || !Array.isArray(book.runs)) return false;
  const refused = book.refused?.some((one) => one.id === id) ?? false;
  return !refused && isAcked({ ...(book as StreamBook), lost: [] }, number);
}

function schoolOf(rows: readonly EventRow[]): string | null {
  for (const row of rows) {
    const json = parseJson(row.text);
    const school = json.ok ? Object(json.value).school : undefined;
    if (typeof school === 'string' && school !== '') return school;
  }
  return null;
}

/** The school's public key as the last pull brought it. */
async function storedSchoolKey(name: string): Promise<string | null> {
  for (const value of await rawRows(rawName(name, 'state'), 'docs')) {
    if (typeof value !== 'object' || value === null || !('key' in value)) continue;
    if (value.key !== 'school' || !('body' in value) || typeof value.body !== 'string') continue;
    const json = parseJson(value.body);
    return json.ok ? text(Object(json.value).key) : null;
  }
  return null;
}
