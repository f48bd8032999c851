import { expect, test } from 'vitest';
import { newTablet, numbersByStream, oneTo, openTab, storedEvents } from './tab.ts';

test('[P1] two tabs that mark at the same time fill one stream without a gap', async () => {
  const name = await newTablet();
  const tabs = await Promise.all([openTab(name), openTab(name)]);
  for (const tab of tabs) tab.order({ do: 'append', count: 150 });
  await Promise.all(tabs.map((tab) => tab.hear('done')));
  const rows = await storedEvents(name);
  expect(numbersByStream(rows)).toEqual([oneTo(300)]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(300);
  for (const tab of tabs) tab.kill();
});

test('[P1] a tab killed at any moment of an append loses nothing that it called saved', async () => {
  const name = await newTablet();
  const saved = new Set<string>();
  for (const taps of [0, 1, 2, 5, 9, 14]) {
    const tab = await openTab(name);
    tab.order({ do: 'append', count: 1000 });
    while (tab.words.filter(({ said }) => said === 'appended').length < taps) {
      const before = tab.words.length;
      await expect.poll(() => tab.words.length).toBeGreaterThan(before);
    }
    tab.kill();
    for (const word of tab.words) if (word.said === 'appended') saved.add(word.id);
  }
  const survivor = await openTab(name);
  survivor.order({ do: 'append', count: 3 });
  await survivor.hear('done');
  for (const word of survivor.words) if (word.said === 'appended') saved.add(word.id);
  const rows = await storedEvents(name);
  const there = new Set(rows.map(({ id }) => id));
  expect([...saved].filter((id) => !there.has(id))).toEqual([]);
  expect(numbersByStream(rows)).toEqual([oneTo(rows.length)]);
  survivor.kill();
});
