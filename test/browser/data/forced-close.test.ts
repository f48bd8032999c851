import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { openLocal } from '#data/database.ts';
import { openKeyring } from '#data/keyring.ts';
import { openData } from '#data/open-data.ts';
import { checkDraft } from './check-draft.ts';
import { newTablet, numbersByStream, storedEvents } from './tab.ts';

const rename = (name: string) =>
  ({
    kind: 'student.rename',
    about: 'student/s1',
    by: 'student/s1',
    body: { set: name, was: null },
  }) as const;

/** As a browser does it whose storage process died: the connections are closed under the page, and told so. */
function closeUnder(name: string): number {
  // Dexie keeps its open databases there and has no type for it.
  const { connections } = Dexie as unknown as { readonly connections: readonly Dexie[] };
  const open = connections.filter((db) => db.name.includes(name) && db.isOpen());
  for (const db of open) {
    const connection = db.backendDB();
    connection.close();
    connection.dispatchEvent(new Event('close'));
  }
  return open.length;
}

test('a database that the browser closed under the app is opened again: the next tap is saved without a reload', async () => {
  const name = await newTablet();
  const opened = await openData({ app: 'test' }, { name, openPokes: null });
  if (!opened.ok) throw new Error(opened.error.code);
  const data = opened.value;
  expect((await data.append(rename('before'))).ok).toBe(true);
  expect(closeUnder(name)).toBeGreaterThanOrEqual(4);
  const taps = await Promise.all([data.append(rename('one')), data.append(rename('two'))]);
  expect(taps.map(({ ok }) => ok)).toEqual([true, true]);
  closeUnder(name);
  expect(await data.drafts.save(checkDraft('draftClosedUnder_____x', 1))).toEqual({
    ok: true,
    value: undefined,
  });
  closeUnder(name);
  expect((await data.append(rename('three'))).ok).toBe(true);
  expect(numbersByStream(await storedEvents(name))).toEqual([[1, 2, 3, 4]]);
  await data.stop();
});

test('every write of the app asks for strict durability', async () => {
  const name = await newTablet();
  const asked: (string | undefined)[] = [];
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const opened = await openData({ app: 'test' }, { name, openPokes: null });
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.append(rename('one'));
  await opened.value.drafts.save(checkDraft('draftStrict__________x', 1));
  for (const [i, [, mode, options]] of spy.mock.calls.entries()) {
    const database = spy.mock.contexts[i];
    if (mode !== 'readwrite' || !(database instanceof IDBDatabase)) continue;
    if (database.name.includes(name)) asked.push(options?.durability);
  }
  spy.mockRestore();
  expect(asked.length).toBeGreaterThanOrEqual(2);
  expect(new Set(asked)).toEqual(new Set(['strict']));
  await opened.value.stop();
});

test('who this device is, what was pulled, running checks and results: each database heals by itself', async () => {
  const name = await newTablet();
  const local = await openLocal(name);
  const keyring = await openKeyring(`${name}-keys`);
  if (!local.ok || !keyring.ok) throw new Error('Not opened');
  const { events, state, drafts, close } = local.value;
  const works = async (round: number): Promise<boolean[]> => {
    closeUnder(name);
    const slot = `streamstreamstream.${String(round).padStart(9, '0')}`;
    const row = { slot, id: `id${round}`, text: '{}', mac: '' };
    const page = { key: `k${round}`, kind: 'k', seq: 1, body: '{}' };
    const draft = { id: `d${round}`, student: 's', updatedAt: 1, body: '{}' };
    const writes = await Promise.all([
      events.insert(row),
      state.write([page], [], new Map()),
      drafts.write([draft], [], new Map()),
      keyring.value.write([{ name: 'skew', value: round }]),
    ]);
    closeUnder(name);
    const reads = await Promise.all([
      events.get([slot]),
      state.get([page.key]),
      drafts.get([draft.id]),
    ]);
    return [
      ...writes.map(({ ok }) => ok),
      ...reads.map((read) => read.ok && read.value.size === 1),
    ];
  };
  for (let round = 1; round <= 3; round += 1)
    expect(await works(round)).toEqual([true, true, true, true, true, true, true]);
  keyring.value.close();
  await close();
  const again = await openKeyring(`${name}-keys`);
  if (!again.ok) throw new Error(again.error.code);
  expect(again.value.read('skew')).toBe(3);
  again.value.close();
});
