/** Two tabs of one device are open, and somebody sets its clock back. */
import { expect, test } from 'vitest';
import type { BareOrder, BareWord } from './bare-tab.worker.ts';
import { newTablet, openTab } from './tab.ts';

const YEAR_MS = 365 * 86_400_000;

async function openBare(name: string) {
  const worker = new Worker(new URL('./bare-tab.worker.ts', import.meta.url), { type: 'module' });
  const heard: string[] = [];
  worker.addEventListener('message', (event: MessageEvent<BareWord>) => heard.push(event.data));
  const order = (what: BareOrder): void => worker.postMessage(what);
  order({ do: 'open', name });
  await expect.poll(() => heard).toEqual(['']);
  return { order, heard, close: () => worker.terminate() };
}

test('the bare library tells a tab nothing more of what another one writes once the clock was set back', async () => {
  const name = `bare-${Date.now()}`;
  const writing = await openBare(name);
  const hearing = await openBare(name);
  writing.order({ do: 'insert', id: 'before' });
  await expect.poll(() => hearing.heard).toEqual(['', 'before']);
  const later = await openBare(name);
  for (const tab of [writing, hearing, later]) tab.order({ do: 'set the clock', by: -YEAR_MS });
  writing.order({ do: 'insert', id: 'set-back' });
  // Both words were said; the tab that opened last threw its own away.
  await expect.poll(() => hearing.heard).toEqual(['', 'before', 'set-back']);
  later.order({ do: 'insert', id: 'own' });
  await expect.poll(() => later.heard).toEqual(['', 'own']);
  for (const tab of [writing, hearing, later]) tab.close();
});

test('what one tab saves is shown by the other, also after the clock was set back', async () => {
  const name = await newTablet();
  const writing = await openTab(name);
  const showing = await openTab(name);
  for (const tab of [writing, showing]) tab.order({ do: 'set the clock', by: -YEAR_MS });
  writing.order({ do: 'save', draft: 'draftAfterSettingBackx', taps: 1 });
  await writing.hear('done');
  await expect
    .poll(() => {
      showing.order({ do: 'drafts' });
      const shown = showing.words.filter((word) => word.said === 'drafts').at(-1);
      return shown?.said === 'drafts' ? shown.ids : [];
    })
    .toEqual(['draftAfterSettingBackx']);
  for (const tab of [writing, showing]) tab.kill();
});
