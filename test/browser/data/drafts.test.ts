import { expect, test } from 'vitest';
import { newTablet, numbersByStream, openTab, storedEvents } from './tab.ts';

const DRAFT = 'draft0000000000000000A';

test('two tabs that finish one check make one attempt of it', async () => {
  const name = await newTablet();
  const first = await openTab(name);
  first.order({ do: 'save', draft: DRAFT, taps: 4 });
  await first.hear('done');
  const second = await openTab(name);
  for (const tab of [first, second]) tab.order({ do: 'finish', draft: DRAFT });
  const [one, two] = await Promise.all([first.hear('finished'), second.hear('finished')]);
  expect(one.slot).toBe(two.slot);
  const rows = await storedEvents(name);
  expect(rows.map(({ id }) => id)).toEqual([DRAFT]);
  first.kill();
  second.kill();
  const later = await openTab(name);
  later.order({ do: 'drafts' });
  expect((await later.hear('drafts')).ids).toEqual([]);
  later.kill();
});

test('a child finds the check as it was at the last tap, after the tab was killed', async () => {
  const name = await newTablet();
  const tab = await openTab(name);
  tab.order({ do: 'save', draft: DRAFT, taps: 500 });
  await expect
    .poll(() => tab.words.filter(({ said }) => said === 'saved').length)
    .toBeGreaterThan(7);
  tab.kill();
  const last = tab.words.findLast((word) => word.said === 'saved');
  const later = await openTab(name);
  later.order({ do: 'drafts' });
  const drafts = await later.hear('drafts');
  expect(drafts.ids).toEqual([DRAFT]);
  // A tap that was being written when the tab died may be there as well.
  expect(drafts.updatedAt[0]).toBeGreaterThanOrEqual(last?.updatedAt ?? Infinity);
  later.kill();
});

test('a tab that dies while it finishes a check leaves one attempt or the whole draft, never both and never neither', async () => {
  const name = await newTablet();
  const turns = [0, 2, 4, 7, 12];
  for (const [round, before] of turns.entries()) {
    const id = `draft${round}`.padEnd(22, 'x');
    const tab = await openTab(name);
    tab.order({ do: 'save', draft: id, taps: 2 });
    await tab.hear('done');
    tab.order({ do: 'finish', draft: id });
    // Dies after another number of turns every time: before, between and after the two writes.
    for (let turn = 0; turn < before; turn += 1) await new Promise((done) => setTimeout(done, 0));
    tab.kill();
    const later = await openTab(name);
    later.order({ do: 'drafts' });
    const open = (await later.hear('drafts')).ids.includes(id);
    const attempts = (await storedEvents(name)).filter((row) => row.id === id).length;
    expect(attempts + Number(open)).toBe(1);
    if (open) {
      later.order({ do: 'finish', draft: id });
      await later.hear('finished');
    }
    expect((await storedEvents(name)).filter((row) => row.id === id)).toHaveLength(1);
    later.kill();
  }
  const rows = await storedEvents(name);
  expect(numbersByStream(rows)).toEqual([[1, 2, 3, 4, 5]]);
});
