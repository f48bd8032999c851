/** Events that a server does not know yet, and the server after the update. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import type { AppliedBody } from '#domain/model/documents.ts';
import type { readEvent } from '#protocol/event.ts';
import { compareState, deriveState } from '#server/usecases/rebuild.ts';
import { makeClass } from '#test/support/server-class.ts';
import { openTestServer, setUpSchool, type TestServer } from '#test/support/server-harness.ts';
import { TestDevice } from '#test/support/server-device.ts';
import { injectTransport } from '#test/support/server-transport.ts';

/** What the server of before the update says to every change of a name; undefined: it is updated. */
const before = vi.hoisted((): { says: string | undefined } => ({ says: undefined }));
vi.mock('#protocol/event.ts', async (original) => {
  const now = await original<{ readonly readEvent: typeof readEvent }>();
  const read: typeof readEvent = (envelope) =>
    before.says !== undefined && envelope.kind === 'student.rename'
      ? { ok: false, error: { code: before.says } }
      : now.readEvent(envelope);
  return { ...now, readEvent: read };
});

let server: TestServer | undefined;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-newer-'));
});
afterEach(async () => {
  before.says = undefined;
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['unknown-kind', 'unknown-version', 'unknown-envelope'])(
  '[P14] a held event of a future version (%s) is released by the server version that knows it, and counts in its place',
  async (code) => {
    const path = join(folder, 'school.db');
    before.says = code;
    server = await openTestServer({ path });
    const admin = await setUpSchool(server);
    const [student = ''] = (await makeClass(admin, 1)).students;
    const rename = (set: string) => {
      const at = (server?.clock.now ?? 0) + 1000;
      if (server !== undefined) server.clock.now = at;
      return admin.event('student.rename', `student/${student}`, { set, was: null }, { at });
    };
    const future = [rename('First'), rename('Second')];
    expect((await admin.push(future)).results).toMatchObject([
      { outcome: 'stored' },
      { outcome: 'stored' },
    ]);
    await server.settle();
    await admin.pull();
    const held = (device: TestDevice) =>
      device.body<AppliedBody>(`applied/${device.stream}`)?.held.map((one) => one.code);
    expect(held(admin)).toEqual([code, code]);
    expect(admin.body(`student/${student}`)).toMatchObject({ name: 'Child 1' });
    const { now } = server.clock;
    await server.close();

    before.says = undefined;
    server = await openTestServer({ path, now: now + 1000 });
    await server.settle();
    const again = new TestDevice(injectTransport(server.app), () => now);
    Object.assign(again, { cookie: admin.cookie, stream: admin.stream });
    await again.pull();
    expect(held(again)).toEqual([]);
    expect(again.body(`student/${student}`)).toMatchObject({ name: 'Second' });
    const { id } = server.school().row;
    const rebuilt = await deriveState(server.store, id, builtInCourses(), server.world.log);
    expect(await compareState(server.store, id, rebuilt)).toMatchObject({
      documents: [],
      issues: 0,
    });
  },
);
