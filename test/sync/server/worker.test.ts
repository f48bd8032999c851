/** The projection in a thread of its own. */
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '#server/log.ts';
import type { Commit } from '#server/projection/commit.ts';
import { startWorkerProjector } from '#server/projection/worker-projector.ts';
import { openTestServer, setUpSchool } from '#test/support/server-harness.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-worker-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('it folds what another thread stores, tells of every commit, and ends when it is told to', async () => {
  const path = join(folder, 'school.db');
  const server = await openTestServer({ path });
  const admin = await setUpSchool(server);
  await server.school().projector.stop();
  const commits: Commit[] = [];
  const projector = startWorkerProjector(
    { path, school: admin.school },
    server.world.log,
    (commit) => commits.push(commit),
  );
  await projector.drain();
  const before = commits.length;
  await admin.push([admin.event('school.name', 'school', { set: 'By the thread', was: null })]);
  projector.kick();
  await projector.drain();
  expect(commits.length).toBeGreaterThan(before);
  expect(commits.at(-1)?.tags).toEqual(
    new Set(['school', 'wide', `device:${admin.enrolment?.device.id}`]),
  );
  await admin.pull();
  expect(admin.body('school')).toMatchObject({ name: 'By the thread' });
  await projector.stop();
  await server.close();
}, 60_000);

test('when the thread dies another one goes on, and who waited is answered', async () => {
  const lines: string[] = [];
  const log = createLog('error', (line) => lines.push(line), Date.now);
  const path = join(folder, 'later', 'school.db');
  // The folder is not there yet: the first threads die at once.
  const first = startWorkerProjector({ path, school: 'no-such-school' }, log, () => {});
  await first.stop();
  expect(lines.length).toBeGreaterThan(0);

  mkdirSync(join(folder, 'later'));
  const server = await openTestServer({ path });
  const admin = await setUpSchool(server);
  await server.school().projector.stop();
  const other = join(folder, 'moved');
  const projector = startWorkerProjector(
    { path: join(other, 'school.db'), school: admin.school },
    log,
    () => {},
  );
  const drained = projector.drain();
  await server.close();
  renameSync(join(folder, 'later'), other);
  await drained;
  await projector.stop();
}, 60_000);
