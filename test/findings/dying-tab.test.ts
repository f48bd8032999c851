import './in-browser.ts';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { allSent, clientNetwork, openClient } from '#test/sync/client/client-device.ts';
import { cloneProfile } from '#test/sync/client/profile.ts';
import { checkOf, mark, must } from '#test/sync/client/school.ts';
import { BareServer, openItems, openPage, replicate, untilItSaysSo } from './bare.ts';
import { closeAtEnd, openClass, timesStored } from './class.ts';

test('finding 2: the bare library skips for ever what a tab committed whose word never reached the tab that sends', async () => {
  const server = new BareServer();
  const handlers = { push: { handler: server.push }, pull: { handler: server.pull } };
  const page = openPage();
  const sending = await openItems(page, { name: 'tabs', multiInstance: true });
  // A second page on the same databases that cannot tell the first: its tab dies after the commit.
  const dying = await openItems(openPage(), { name: 'tabs' });
  const replication = replicate(page, sending.items, handlers);
  await untilItSaysSo(replication);
  await dying.items.insert({ id: 'of-dying-tab', v: 1 });
  await dying.database.close();
  await sending.items.insert({ id: 'of-sending-tab', v: 2 });
  await expect.poll(() => server.has('of-sending-tab')).toBe(true);
  replication.reSync();
  await untilItSaysSo(replication);
  await replication.cancel();
  await sending.database.close();
  const again = openPage();
  const { items, database } = await openItems(again, { name: 'tabs' });
  await untilItSaysSo(replicate(again, items, handlers));
  expect([...server.documents.keys()]).toEqual(['of-sending-tab']);
  await database.close();
});

/** Puts the rows of one profile's newest event into another, as a tab does that dies before it can say so. */
async function commitSilently(from: string, to: string, slot: string): Promise<void> {
  const name = (profile: string): string => `rxdb-dexie-${profile}--0--events`;
  const source = await new Dexie(name(from)).open();
  const row: unknown = await source.table('docs').get(slot);
  source.close();
  const target = await new Dexie(name(to)).open();
  await target.table('docs').put(row);
  target.close();
}

test('finding 2: ours sends what a dying tab committed: its slot has a number, and a missing number is looked for', async () => {
  const room = await openClass();
  const { tablet, student, school } = room;
  const first = await mark(tablet, checkOf(student, tablet.data.newId()));
  await allSent(tablet);
  // The other tab: the same profile, signing with the same keys.
  const name = `tab-of-${tablet.name}`;
  await cloneProfile(tablet.name, name);
  const dying = await openClient(clientNetwork(school.server.app), name);
  closeAtEnd(dying.stop);
  const { id, slot } = must(await dying.data.append(checkOf(student, dying.data.newId(), 3)));
  await commitSilently(dying.name, tablet.name, slot);
  // The sending tab knows nothing of it and takes the same number: the insert says that it is taken.
  const next = must(await tablet.data.append(checkOf(student, tablet.data.newId(), 4)));
  expect(Number(next.slot.split('.')[1])).toBe(Number(slot.split('.')[1]) + 1);
  await allSent(tablet);
  expect(await timesStored(room, [first, id, next.id])).toEqual([1, 1, 1]);
});
