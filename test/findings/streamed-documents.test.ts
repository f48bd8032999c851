import './in-browser.ts';
import { Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { openData } from '#data/open-data.ts';
import { allSent, until } from '#test/sync/client/client-device.ts';
import { mark, must } from '#test/sync/client/school.ts';
import {
  BareServer,
  idsOf,
  openItems,
  openPage,
  replicate,
  untilItSaysSo,
  type Checkpoint,
  type Item,
} from './bare.ts';
import { closeAtEnd, openClass } from './class.ts';

test('finding 7: the bare library loses a document when one word of a stream of documents is lost', async () => {
  const server = new BareServer();
  const stream$ = new Subject<
    'RESYNC' | { documents: (Item & { _deleted: boolean })[]; checkpoint: Checkpoint }
  >();
  const page = openPage();
  const { items, database } = await openItems(page, { name: 'streamed' });
  const replication = replicate(page, items, { pull: { handler: server.pull, stream$ } });
  await untilItSaysSo(replication);
  server.put({ id: 'of-lost-word', v: 1 });
  server.put({ id: 'of-heard-word', v: 2 });
  const heard = { id: 'of-heard-word', v: 2, _deleted: false };
  stream$.next({ documents: [heard], checkpoint: { seq: server.seq } });
  await expect.poll(() => idsOf(items)).toEqual(['of-heard-word']);
  stream$.next('RESYNC');
  await untilItSaysSo(replication);
  server.put({ id: 'later', v: 3 });
  stream$.next('RESYNC');
  await expect.poll(() => idsOf(items)).toEqual(['later', 'of-heard-word']);
  await replication.cancel();
  await database.close();
});

test('finding 7: ours is only poked: a poke holds no data, and after a lost one the next brings everything', async () => {
  const { school, tablet, student } = await openClass(3);
  await tablet.stop();
  let poke = (): void => undefined;
  const data = must(
    await openData(
      { app: 'test' },
      {
        name: tablet.name,
        fetcher: tablet.network.fetcher,
        multiTab: false,
        quietMs: 0,
        openPokes: () => ({
          onopen: null,
          onclosed: null,
          close: () => undefined,
          // What a poke carries is not read: any word would do.
          set onmessage(hear: ((event: { readonly data: unknown }) => void) | null) {
            poke = () => hear?.({ data: '{}' });
          },
        }),
      },
    ),
  );
  closeAtEnd(data.stop);
  data.start();
  await until(data.firstSync, ({ state }) => state === 'ready');
  const [, second = student] = school.students;
  // The poke of the first change is lost.
  for (const who of [student, second]) {
    await mark(school.teacher, {
      kind: 'student.rename',
      about: `student/${who}`,
      body: { set: `Renamed ${who}`, was: null },
    });
    await allSent(school.teacher);
    await school.server.settle();
  }
  poke();
  await until(data.snapshot, (one) => one.student(second)?.name === `Renamed ${second}`);
  expect(data.snapshot.get().student(student)?.name).toBe(`Renamed ${student}`);
});
