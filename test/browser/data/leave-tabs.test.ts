import { expect, test } from 'vitest';
import { openData } from '#data/open-data.ts';
import { newTablet, openTab, storedEvents } from './tab.ts';

test('[P15] while one tab leaves, another one saves nothing and says why at once; when the first goes back to work, the other goes on', async () => {
  const name = await newTablet();
  const other = await openTab(name);
  other.order({ do: 'append', count: 1 });
  await other.hear('done');
  const opened = await openData({ app: 'test' }, { name, openPokes: null });
  if (!opened.ok) throw new Error(opened.error.code);
  const { leaving, append } = opened.value;
  const left = leaving.leave();
  // Its stream is closed: the lock is held by the tab that leaves.
  await expect.poll(async () => (await storedEvents(name)).length, { timeout: 15_000 }).toBe(2);
  expect(
    await append({
      kind: 'school.name',
      about: 'school',
      by: 'student/s1',
      body: { set: 'x', was: null },
    }),
  ).toEqual({
    ok: false,
    error: { code: 'leaving' },
  });
  const late = await openTab(name);
  late.order({ do: 'append', count: 1 });
  await expect
    .poll(() => late.words.at(-1), { timeout: 10_000 })
    .toEqual({ said: 'fault', code: 'leaving' });
  leaving.stop();
  expect(await left).toEqual({ ok: false, error: { code: 'stopped' } });
  const next = await openTab(name);
  next.order({ do: 'append', count: 1 });
  await next.hear('done');
  const rows = await storedEvents(name);
  expect(rows).toHaveLength(3);
  // A closed stream is not written to again.
  expect(new Set(rows.map(({ slot }) => slot.split('.')[0])).size).toBe(2);
  for (const tab of [other, late, next]) tab.kill();
  await opened.value.stop();
});

test('[P15] a tab that holds a result which its browser could write nowhere keeps the device from being left until it is written', async () => {
  const name = await newTablet();
  const opened = await openData({ app: 'test' }, { name, openPokes: null });
  if (!opened.ok) throw new Error(opened.error.code);
  const { leaving } = opened.value;
  const other = await openTab(name);
  other.order({ do: 'break the disk' });
  other.order({ do: 'append', count: 1 });
  const { id } = await other.hear('appended');
  expect(await storedEvents(name)).toEqual([]);
  const left = leaving.leave();
  await expect
    .poll(() => leaving.current.get(), { timeout: 15_000 })
    .toMatchObject({ state: 'blocked', code: 'other-tab' });
  expect(await storedEvents(name)).toEqual([]);
  other.order({ do: 'mend the disk' });
  // It is written, and only then the tab that leaves has the device for itself and closes the stream.
  await expect
    .poll(async () => (await storedEvents(name)).length, { timeout: 90_000, interval: 500 })
    .toBe(2);
  const rows = await storedEvents(name);
  expect(rows.toSorted((a, b) => (a.slot < b.slot ? -1 : 1))[0]?.id).toBe(id);
  leaving.stop();
  expect(await left).toEqual({ ok: false, error: { code: 'stopped' } });
  other.kill();
  await opened.value.stop();
}, 120_000);
