import { beforeEach, expect, test } from 'vitest';
import { err, ok } from '#domain/kernel/result.ts';
import { createAside, type Aside, type Unplaced } from '#data/aside.ts';
import { createStreams, type Streams } from '#data/streams.ts';
import { placeIn, type SecondPlace } from '#platform/second-place.ts';
import type { EventRow } from '#protocol/event.ts';
import { formatSlot } from '#protocol/slot.ts';
import { memoryRows, type MemoryRows } from './memory-rows.ts';

const STREAM = 's'.repeat(22);
const event = (name: string): Unplaced => ({
  id: name.padEnd(22, 'x'),
  text: JSON.stringify({ id: name, at: 1 }),
  mac: 'm',
});

let rows: MemoryRows<EventRow>;
let place: SecondPlace;
let broken: boolean;

/** What one tab of the browser has: memory of its own, database and second place shared. */
function openTab(): { aside: Aside; streams: Streams; placed: EventRow[] } {
  const streams = createStreams(rows);
  const placed: EventRow[] = [];
  const aside = createAside({
    name: 'tablet',
    place,
    events: rows,
    streams,
    async insert(unplaced) {
      if (broken) return err({ code: 'storage', detail: 'QuotaExceededError' });
      const row = { slot: formatSlot(STREAM, streams.high(STREAM) + 1), ...unplaced };
      const inserted = await rows.insert(row);
      if (!inserted.ok || inserted.value.taken !== null) return err({ code: 'storage' });
      streams.note(row);
      return ok(row);
    },
    kept: () => undefined,
    placed: (row) => placed.push(row),
  });
  return { aside, streams, placed };
}

beforeEach(() => {
  rows = memoryRows(({ slot }: EventRow) => slot);
  const entries = new Map<string, string>();
  place = placeIn({
    get length() {
      return entries.size;
    },
    key: (i) => [...entries.keys()][i] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  });
  broken = true;
});

test('[P2] two tabs that both put back what is aside make one event of it', async () => {
  const one = openTab();
  one.aside.keep(event('tap'));
  const two = openTab();
  two.aside.load();
  expect(two.aside.has(event('tap').id)).toBe(true);
  broken = false;
  await Promise.all([one.aside.putBack(), two.aside.putBack()]);
  expect([...rows.map.values()].map(({ id }) => id)).toEqual([event('tap').id]);
  expect([one.aside.all(), two.aside.all()]).toEqual([[], []]);
  expect(place.keys('')).toEqual([]);
  one.aside.close();
  two.aside.close();
});

test('a write that was called failed and was committed after all is found by its id', async () => {
  const { aside, streams, placed } = openTab();
  aside.keep(event('tap'));
  rows.map.set(formatSlot(STREAM, 1), { slot: formatSlot(STREAM, 1), ...event('tap') });
  broken = false;
  expect((await aside.putBack()).ok).toBe(true);
  expect(rows.map.size).toBe(1);
  expect(placed.map(({ slot }) => slot)).toEqual([formatSlot(STREAM, 1)]);
  expect(streams.high(STREAM)).toBe(1);
  aside.close();
});

test('[P2] the same id with other bytes is not taken for written: both are kept, and the school decides', async () => {
  const { aside } = openTab();
  aside.keep(event('tap'));
  const other = { ...event('tap'), text: '{"other":true}' };
  rows.map.set(formatSlot(STREAM, 1), { slot: formatSlot(STREAM, 1), ...other });
  broken = false;
  await aside.putBack();
  expect([...rows.map.values()].map(({ text }) => text)).toEqual([other.text, event('tap').text]);
  aside.close();
});

test('one event that cannot be written keeps no other one out, and what cannot be read is left where it is', async () => {
  const { aside } = openTab();
  place.write('tablet.aside.broken', '{"id":');
  aside.keep(event('one'));
  aside.keep(event('two'));
  expect((await aside.putBack()).ok).toBe(false);
  expect(aside.all()).toHaveLength(2);
  broken = false;
  expect((await aside.putBack()).ok).toBe(true);
  expect(rows.map.size).toBe(2);
  expect(place.keys('')).toEqual(['tablet.aside.broken']);
  aside.close();
});
