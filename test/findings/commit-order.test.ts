import './in-browser.ts';
import { expect, test } from 'vitest';
import { openTestServer, setUpSchool } from '#test/support/server-harness.ts';
import { newId } from '#test/support/server-device.ts';

const WRITERS = 8;
const EACH = 25;

// PostgreSQL gives numbers out before it commits, and who polls by number misses what commits late. Here the counter is taken in
// the transaction itself, and writes never overlap.
test('finding 11 (ours alone: the bare failure needs PostgreSQL): who asks again and again for what is newer misses nothing, however many write at once', async () => {
  const server = await openTestServer();
  const admin = await setUpSchool(server);
  await server.settle();
  const reader = server.newDevice();
  reader.cookie = admin.cookie;
  let writing = true;
  const receipts: number[] = [];
  const watch = async (): Promise<void> => {
    let [last, more] = [0, true];
    while (writing || more) {
      const rows = await server.store.read((reading) =>
        reading.eventsAfter(admin.school, last, 1000),
      );
      more = rows.length > 0;
      receipts.push(...rows.map(({ receipt }) => receipt));
      last = rows.at(-1)?.receipt ?? last;
      // State as well, page after page; a gap would show in its count.
      await reader.pull();
      await new Promise((done) => setImmediate(done));
    }
  };
  const write = async (): Promise<void> => {
    for (let i = 0; i < EACH; i += 1)
      await admin.push([admin.event('group.add', `group/${newId()}`, { name: 'Class' })]);
  };
  const watching = watch();
  await Promise.all(Array.from({ length: WRITERS }, write));
  await server.settle();
  writing = false;
  await watching;
  await reader.pull();
  const groups = [...reader.state.keys()].filter((key) => key.startsWith('group/'));
  expect(groups).toHaveLength(WRITERS * EACH);
  // Every number once, in order, none left out.
  expect(receipts).toEqual(receipts.map((_, i) => i + 1));
  expect(receipts.length).toBeGreaterThanOrEqual(WRITERS * EACH);
  await server.close();
});
