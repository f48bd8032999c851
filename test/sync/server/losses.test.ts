/** What was erased is known to the school over HTTP, and after the server was killed. */
import { rmSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { CodeAnswer, DevicesAnswer } from '#protocol/staff-request.ts';
import { TestDevice } from '#test/support/server-device.ts';
import { makeClass, checkEvent } from '#test/support/server-class.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';

let server: ServerProcess | undefined;
afterEach(async () => {
  await server?.stop();
  if (server !== undefined) rmSync(server.dataDir, { recursive: true, force: true });
  server = undefined;
});

test('[P17] the numbers of an erased tablet are known, before and after the server was killed', async () => {
  server = await startServer();
  const transport = httpTransport(server.url);
  const admin = new TestDevice(transport, Date.now);
  await admin.become('/api/setup', {
    token: server.setupToken,
    school: { name: 'Oak', timeZone: 'UTC', language: 'en' },
    member: { name: 'A', email: 'a@school.example', passphrase: 'first of ten', pin: '1234' },
  });
  const { group, students } = await makeClass(admin, 1);
  const { code } = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
  const tablet = new TestDevice(transport, Date.now);
  await tablet.become('/api/enrol', { code });
  const rows = [1, 2, 3].map((slot) => checkEvent(tablet, students[0] ?? '', { slot }));
  await tablet.push(rows.slice(0, 1));
  await tablet.ledger({ high: 3 });
  const lost = async (): Promise<unknown> => {
    const { devices } = await admin.staff<DevicesAnswer>({ action: 'devices' });
    const own = devices.find(({ id }) => id === tablet.enrolment?.device.id);
    return own?.losses.map(({ first, last }) => [first, last]);
  };
  expect(await lost()).toEqual([]);
  await server.kill();
  server = await server.restart();
  await tablet.become('/api/resume', {});
  expect(await lost()).toEqual([[2, 3]]);
  await server.kill();
  server = await server.restart();
  expect(await lost()).toEqual([[2, 3]]);
  await tablet.push(rows.slice(1));
  expect(await lost()).toEqual([]);
}, 120_000);
