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
