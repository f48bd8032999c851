import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientNetwork, openClient, allSent, ready, type Client } from './client-device.ts';
import { EMAIL, openTestServer, PASSPHRASE, PIN, type TestServer } from '#test/support/server-harness.ts';
import { newSetupToken } from '#server/usecases/set-up.ts';
import { asId, type GroupId } from '#domain/model/ids.ts';

let server: TestServer;
let client: Client;
beforeEach(async () => {
  server = await openTestServer({ now: Date.now() });
});
afterEach(async () => {
  await client.stop();
  await server.close();
});

test('a school is set up, a group is made offline, and everything is sent', async () => {
  client = await openClient(clientNetwork(server.app));
  const made = await client.data.session.setUp({
    token: await newSetupToken(server.store),
    school: { name: 'Oak School', timeZone: 'Europe/Madrid', language: 'en' },
    member: { name: 'First Person', email: EMAIL, passphrase: PASSPHRASE, pin: PIN },
    deviceName: 'test',
  });
  expect(made).toEqual({ ok: true, value: undefined });
  expect(client.data.session.current.get().state).toBe('unlocked');
  const group = client.data.newId();
  const appended = await client.data.append({ kind: 'group.add', about: `group/${group}`, body: { name: 'Class 3B' } });
  expect(appended.ok).toBe(true);
  expect(client.data.snapshot.get().group(asId<GroupId>(group))?.name).toBe('Class 3B');
  client.data.start();
  await ready(client);
  await allSent(client);
  await server.settle();
  client.data.syncNow();
  expect(client.data.safety.get().unsent).toBe(0);
});
