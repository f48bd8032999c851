import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  allSent,
  offline,
  online,
  openClient,
  ready,
  until,
  type Client,
} from './client-device.ts';
import { breakDisk, type BrokenDisk } from './broken-disk.ts';
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
import { secondPlaceOf } from './second-places.ts';

let school: School;
let tablet: Client;
let disk: BrokenDisk | null = null;
beforeEach(async () => {
  school = await makeSchool();
  school.teacher.data.start();
  await allSent(school.teacher);
  await school.server.settle();
  tablet = await addTablet(school);
});
afterEach(async () => {
  disk?.mend();
  await tablet.stop();
  await school.teacher.stop();
  await school.server.close();
});

const student = () => {
  const [first] = school.students;
  if (first === undefined) throw new Error('No student');
  return first;
};
const breakEvents = (error: string): BrokenDisk => {
  disk = breakDisk(`${tablet.name}--0--events`, error);
  return disk;
};
const asideKeys = (): readonly string[] => secondPlaceOf(tablet.name).keys(`${tablet.name}.aside.`);
const notSaved = (client: Client): Promise<unknown> =>
  until(client.data.safety, ({ reason }) => reason === 'not-saved');
const timesStored = async (id: string): Promise<number> =>
  (await storedIds(school.server)).filter((one) => one === id).length;

for (const error of ['QuotaExceededError', 'InvalidStateError']) {
  test(`[P17] a result that the browser cannot write (${error}) is shown, told, and sent once it can`, async () => {
    tablet.data.start();
    await ready(tablet);
    breakEvents(error);
    const id = tablet.data.newId();
    const appended = must(await tablet.data.append(checkOf(student(), id)));
    expect(appended).toEqual({ slot: '', id, kept: 'aside' });
    expect(evidenceShown(tablet, student())).toBe(1);
    expect(tablet.data.safety.get()).toMatchObject({
      state: 'needs-you',
      reason: 'not-saved',
      aside: 1,
      unsent: 1,
    });
    expect(asideKeys()).toHaveLength(1);
    disk?.mend();
    await allSent(tablet);
    expect(tablet.data.safety.get().aside).toBe(0);
    expect(asideKeys()).toHaveLength(0);
    await school.server.settle();
    tablet.data.syncNow();
    await until(tablet.data.snapshot, (snapshot) => snapshot.pending().length === 0);
    expect(evidenceShown(tablet, student())).toBe(1);
    expect(await timesStored(id)).toBe(1);
  });
}

test('[P17] the tab dies while a result waits: the next start writes it once, and it reaches the school once', async () => {
  breakEvents('QuotaExceededError');
  const id = await mark(tablet, checkOf(student(), tablet.data.newId()));
  await tablet.stop();
  disk?.mend();
  tablet = await openClient(tablet.network, tablet.name);
  expect(tablet.data.snapshot.get().pending()).toHaveLength(1);
  tablet.data.start();
  await allSent(tablet);
  expect(await timesStored(id)).toBe(1);
  expect(asideKeys()).toEqual([]);
});

test('a result that cannot be written stands before the one that can: both arrive once', async () => {
  tablet.network.bend = offline;
  tablet.data.start();
  breakEvents('QuotaExceededError');
  const first = await mark(tablet, checkOf(student(), tablet.data.newId(), 3));
  await notSaved(tablet);
  disk?.mend();
  const second = await mark(tablet, checkOf(student(), tablet.data.newId(), 4));
  tablet.network.bend = online;
  tablet.data.syncNow();
  await allSent(tablet);
  expect([await timesStored(first), await timesStored(second)]).toEqual([1, 1]);
});

test('a running check whose taps the browser cannot write comes back after the tab died', async () => {
  const draft = runningCheck(student(), tablet.data.newId());
  must(await tablet.data.drafts.save(draft));
  disk = breakDisk(`${tablet.name}--0--drafts`, 'QuotaExceededError');
  const later = { ...draft, position: 4, entry: '12', updatedAt: draft.updatedAt + 1 };
  expect(await tablet.data.drafts.save(later)).toEqual({ ok: true, value: undefined });
  expect(tablet.data.safety.get()).toMatchObject({ reason: 'not-saved', aside: 1, unsent: 0 });
  await tablet.stop();
  tablet = await openClient(tablet.network, tablet.name);
  expect(tablet.data.drafts.open.get()).toMatchObject([{ id: draft.id, position: 4, entry: '12' }]);
  expect(tablet.data.safety.get().aside).toBe(1);
  disk.mend();
  await until(tablet.data.safety, ({ aside }) => aside === 0);
  const end = { claim: { correct: 0, of: 0 }, finished: true };
  must(await tablet.data.drafts.finish(draft.id, end));
  tablet.data.start();
  await allSent(tablet);
  expect(await timesStored(draft.id)).toBe(1);
  expect(secondPlaceOf(tablet.name).keys(`${tablet.name}.draft.`)).toEqual([]);
});

test('a check handed in while the browser writes nothing at all is one attempt, also after the tab died', async () => {
  const draft = runningCheck(student(), tablet.data.newId());
  must(await tablet.data.drafts.save(draft));
  disk = breakDisk(tablet.name, 'QuotaExceededError');
  const end = { claim: { correct: 0, of: 0 }, finished: true };
  expect(must(await tablet.data.drafts.finish(draft.id, end)).kept).toBe('aside');
  expect(tablet.data.drafts.open.get()).toEqual([]);
  await tablet.stop();
  disk.mend();
  tablet = await openClient(tablet.network, tablet.name);
  expect(tablet.data.drafts.open.get()).toEqual([]);
  tablet.data.start();
  await allSent(tablet);
  expect(await timesStored(draft.id)).toBe(1);
  tablet = await tablet.restart();
  expect(tablet.data.drafts.open.get()).toEqual([]);
});

test('without a second place a result that cannot be written is kept in memory, and told the same way', async () => {
  const full = secondPlaceOf(tablet.name);
  const { openData } = await import('#data/open-data.ts');
  await tablet.stop();
  const opened = await openData(
    { app: 'test' },
    {
      name: tablet.name,
      fetcher: tablet.network.fetcher,
      openPokes: null,
      multiTab: false,
      quietMs: 0,
      secondPlace: { ...full, write: () => false },
    },
  );
  const data = must(opened);
  tablet = { ...tablet, data, stop: data.stop };
  breakEvents('QuotaExceededError');
  const id = data.newId();
  expect(must(await data.append(checkOf(student(), id))).kept).toBe('aside');
  expect(data.safety.get()).toMatchObject({ reason: 'not-saved', aside: 1 });
  disk?.mend();
  data.start();
  await allSent(tablet);
  expect(await timesStored(id)).toBe(1);
});

test('the school is told what the browser could not write, how it keeps its storage, and which build it is', async () => {
  breakEvents('QuotaExceededError');
  await mark(tablet, checkOf(student(), tablet.data.newId()));
  tablet.data.start();
  await expect
    .poll(() => tablet.network.asked.some(({ path }) => path === '/api/ledger'), {
      timeout: 10_000,
    })
    .toBe(true);
  const asked = tablet.network.asked.find(({ path }) => path === '/api/ledger');
  expect(JSON.parse(asked?.body ?? '{}')).toMatchObject({
    app: 'test',
    aside: 1,
    storage: { usage: null, quota: null, temporary: null },
  });
  await expect
    .poll(
      async () => {
        const { devices } = must(await school.teacher.data.staff.devices());
        return devices.find(({ kind }) => kind === 'class-tablet')?.aside;
      },
      { timeout: 10_000 },
    )
    .toBe(1);
});
