import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeyring } from '#data/keyring.ts';
import {
  allSent,
  offline,
  online,
  openClient,
  ready,
  until,
  type Client,
} from './client-device.ts';
import { eraseUnder } from './profile.ts';
import {
  addTablet,
  checkOf,
  evidenceShown,
  makeSchool,
  mark,
  must,
  runningCheck,
  storedIds,
  type School,
} from './school.ts';

let school: School;
let tablet: Client;
beforeEach(async () => {
  school = await makeSchool();
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  tablet = await addTablet(school);
});
afterEach(async () => {
  await tablet.stop();
  await school.teacher.stop();
  await school.server.close();
});

const student = () => {
  const [first] = school.students;
  if (first === undefined) throw new Error('No student');
  return first;
};
const check = (client = tablet) => mark(client, checkOf(student(), client.data.newId(), 3));
interface Asked {
  readonly stream: string;
  readonly high: number;
  readonly lost: readonly [number, number][];
}
/** What the tablet has asked the ledger, newest question of each stream last. */
const ledgerAsked = (): readonly Asked[] =>
  tablet.network.asked
    .filter(({ path }) => path === '/api/ledger')
    .flatMap(({ body }) => (JSON.parse(body) as { streams: Asked[] }).streams); // our own request
const lostNumbers = (): number[] => {
  const ranges = new Map(
    ledgerAsked().flatMap(({ lost }) => lost.map((one) => [String(one), one])),
  );
  return [...ranges.values()]
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
    .toSorted((a, b) => a - b);
};

test('[P16] the browser erases everything while the app runs: what is in memory is put back, and nothing is lost', async () => {
  tablet.data.start();
  await ready(tablet);
  const ids = [await check(), await check(), await check()];
  await allSent(tablet);
  tablet.network.bend = offline;
  ids.push(await check(), await check());
  const draft = runningCheck(student(), tablet.data.newId());
  must(await tablet.data.drafts.save(draft));
  const shown = evidenceShown(tablet, student());
  await eraseUnder(tablet.name);
  ids.push(await check());
  expect(evidenceShown(tablet, student())).toBe(shown + 1);
  tablet.network.bend = online;
  tablet.data.syncNow();
  await until(tablet.data.safety, ({ unsent }) => unsent === 0);
  expect(tablet.data.drafts.open.get()).toHaveLength(1);
  tablet = await tablet.restart();
  expect(tablet.data.session.current.get().state).toBe('locked');
  expect(tablet.data.snapshot.get().students()).toHaveLength(2);
  expect(tablet.data.drafts.open.get().map(({ id }) => id)).toEqual([draft.id]);
  must(
    await tablet.data.drafts.finish(draft.id, { claim: { correct: 0, of: 0 }, finished: false }),
  );
  tablet.data.start();
  await allSent(tablet);
  const stored = await storedIds(school.server);
  for (const id of [...ids, draft.id])
    expect(stored.filter((there) => there === id)).toHaveLength(1);
  expect(lostNumbers()).toEqual([]);
});

test('[P16] only the events were erased, while the app was closed: exactly the missing numbers are declared lost, and their stream is never written to again', async () => {
  tablet.data.start();
  await ready(tablet);
  await check();
  await check();
  await allSent(tablet);
  // Two more are on the tablet when it talks to the ledger: their numbers are known, their bytes never left.
  tablet.network.bend = async (ask, pass) => {
    if (ask.path === '/api/events') throw new TypeError('Failed to fetch');
    return pass();
  };
  const first = must(await tablet.data.append(checkOf(student(), tablet.data.newId(), 1)));
  must(await tablet.data.append(checkOf(student(), tablet.data.newId(), 2)));
  tablet = await tablet.restart();
  tablet.network.bend = async (ask, pass) => {
    if (ask.path === '/api/events') throw new TypeError('Failed to fetch');
    return pass();
  };
  tablet.data.start();
  await expect.poll(() => ledgerAsked().some(({ high }) => high === 4)).toBe(true);
  await until(tablet.data.safety, ({ state }) => state === 'offline');
  await tablet.stop();
  await eraseUnder(`${tablet.name}--0--events`);
  tablet.network.bend = online;
  tablet = await openClient(tablet.network, tablet.name);
  const later = must(await tablet.data.append(checkOf(student(), tablet.data.newId(), 3)));
  expect(later.slot.split('.')[0]).not.toBe(first.slot.split('.')[0]);
  tablet.data.start();
  await allSent(tablet);
  expect(lostNumbers()).toEqual([3, 4]);
  expect((await storedIds(school.server)).filter((id) => id === later.id)).toHaveLength(1);
});

test('[P16] a keyring that was erased alone declares nothing lost that the school has', async () => {
  tablet.data.start();
  await ready(tablet);
  await check();
  await check();
  await allSent(tablet);
  await tablet.stop();
  const opened = must(await openKeyring(`${tablet.name}-keys`));
  must(
    await opened.write(
      opened.books().map(({ stream }) => ({ name: `stream/${stream}`, value: undefined })),
    ),
  );
  opened.close();
  await eraseUnder(`${tablet.name}--0--events`);
  tablet = await openClient(tablet.network, tablet.name);
  tablet.data.start();
  await check();
  await allSent(tablet);
  expect(lostNumbers()).toEqual([]);
});
