import { expect, test } from 'vitest';
import { openData } from '#data/open-data.ts';
import { checkDraft } from './check-draft.ts';
import { newTablet, openTab, storedEvents } from './tab.ts';

const DRAFT = 'draftErasedUnder_____x';
const rename = (name: string) =>
  ({
    kind: 'student.rename',
    about: 'student/s1',
    by: 'student/s1',
    body: { set: name, was: null },
  }) as const;

/** As when somebody clears the data of the site: every database of this device goes, open or not. */
async function eraseUnder(name: string): Promise<void> {
  const all = await indexedDB.databases();
  for (const { name: database = '' } of all) {
    if (!database.includes(name)) continue;
    await new Promise<void>((done, failed) => {
      const request = indexedDB.deleteDatabase(database);
      request.onsuccess = () => done();
      request.onerror = () => failed(request.error);
    });
  }
}

test('[P16] site data cleared while the app runs: who the device is, running checks and unsent results are written again', async () => {
  const name = await newTablet();
  const opened = await openData({ app: 'test' }, { name, openPokes: null });
  if (!opened.ok) throw new Error(opened.error.code);
  const data = opened.value;
  const ids: string[] = [];
  for (const tap of ['one', 'two', 'three']) {
    const appended = await data.append(rename(tap));
    if (appended.ok) ids.push(appended.value.id);
  }
  await data.drafts.save(checkDraft(DRAFT, 1));
  await eraseUnder(name);
  const later = await data.append(rename('four'));
  if (later.ok) ids.push(later.value.id);
  // The write opened the databases again, and that they were empty was seen.
  await expect
    .poll(async () => (await storedEvents(name)).map(({ id }) => id).toSorted(), {
      timeout: 10_000,
    })
    .toEqual(ids.toSorted());
  await data.stop();
  const again = await openData({ app: 'test' }, { name, openPokes: null });
  if (!again.ok) throw new Error(again.error.code);
  expect(again.value.session.current.get().state).toBe('locked');
  expect(again.value.drafts.open.get().map(({ id }) => id)).toEqual([DRAFT]);
  expect(again.value.snapshot.get().pending()).toHaveLength(4);
  await again.value.stop();
});

test('[P2] what one tab put aside another tab writes, once, and the first one knows', async () => {
  const name = await newTablet();
  const tab = await openTab(name);
  tab.order({ do: 'append', count: 1 });
  await tab.hear('done');
  const [row] = await storedEvents(name);
  if (row === undefined) throw new Error('No event');
  tab.kill();
  // A page that died with one result aside, and one that was written although it was called failed.
  const aside = { id: 'asideOfAPageThatDied_x', text: row.text, mac: 'm', above: {} };
  const written = { id: row.id, text: row.text, mac: 'm', above: {} };
  for (const event of [aside, written])
    localStorage.setItem(`${name}.aside.${event.id}`, JSON.stringify(event));
  const opened = await openData({ app: 'test' }, { name, openPokes: null });
  if (!opened.ok) throw new Error(opened.error.code);
  await expect
    .poll(() => Object.keys(localStorage).filter((key) => key.startsWith(`${name}.aside.`)), {
      timeout: 10_000,
    })
    .toEqual([]);
  const stored = (await storedEvents(name)).map(({ id }) => id);
  expect(stored).toEqual([row.id, aside.id]);
  expect(opened.value.safety.get().aside).toBe(0);
  await opened.value.stop();
});
