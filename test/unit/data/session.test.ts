import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openKeyring, type Keyring } from '#data/keyring.ts';
import { createSession, type SessionStore } from '#data/session.ts';
import { importMacKey, LEAST_ITERATIONS, wrapMacKey } from '#platform/crypto.ts';

const KEY = 'A'.repeat(43);
let keyring: Keyring;
let session: SessionStore;
let now = 1_000_000;
let names = 0;

async function open(name: string): Promise<void> {
  const opened = await openKeyring(name);
  if (!opened.ok) throw new Error(opened.error.code);
  keyring = opened.value;
  session = createSession(keyring, () => now);
}

beforeEach(async () => {
  now = 1_000_000;
  await open(`keys-${(names += 1)}`);
  const key = await importMacKey(KEY);
  const school = { id: 's', name: 'Oak', timeZone: 'UTC', language: 'en' } as const;
  const wrapped = await wrapMacKey(KEY, '1234', LEAST_ITERATIONS);
  await keyring.write([
    { name: 'device', value: { id: 'd', kind: 'class-tablet', name: 'Tablet', school, key } },
    { name: 'tablet', value: { grant: 'tablet-grant', groups: ['g'], key } },
    {
      name: 'staff/m',
      value: { member: 'm', name: 'Ms Hill', role: 'teacher', grant: 'staff-grant', wrapped },
    },
  ]);
});
afterEach(() => {
  vi.useRealTimers();
  session.close();
  keyring.close();
});

const grantFor = (author: 'student/x' | 'member/m' | null): string | undefined => {
  const signer = session.signer(author);
  return signer.ok ? signer.value.grant : undefined;
};

test('a locked class tablet signs for children only; a teacher who unlocks signs for themselves, a child still with the tablet', async () => {
  expect(grantFor(null)).toBe(undefined);
  expect(grantFor('student/x')).toBe('tablet-grant');
  expect((await session.unlock('1234')).ok).toBe(true);
  expect(session.current.get()).toMatchObject({
    state: 'unlocked',
    member: { id: 'm', role: 'teacher' },
  });
  expect(grantFor(null)).toBe('staff-grant');
  expect(grantFor('member/m')).toBe('staff-grant');
  expect(grantFor('student/x')).toBe('tablet-grant');
  session.lock();
  expect(grantFor(null)).toBe(undefined);
});

test('after five wrong PINs nobody is let in for 30 seconds, and closing the app does not help', async () => {
  for (let i = 4; i >= 0; i -= 1) {
    expect(await session.unlock('0000')).toEqual({
      ok: false,
      error: { code: 'wrong-pin', detail: String(i) },
    });
  }
  expect(await session.unlock('1234')).toMatchObject({
    ok: false,
    error: { code: 'wait', detail: '30000' },
  });
  session.close();
  keyring.close();
  await open(`keys-${names}`);
  expect(session.current.get()).toMatchObject({ state: 'locked', waitUntil: now + 30_000 });
  now += 30_001;
  expect((await session.unlock('0000')).ok).toBe(false);
  expect(await session.unlock('1234')).toMatchObject({
    ok: false,
    error: { code: 'wait', detail: '60000' },
  });
  now += 60_001;
  expect((await session.unlock('1234')).ok).toBe(true);
  session.lock();
  expect((await session.unlock('0000')).ok).toBe(false);
  expect((await session.unlock('1234')).ok).toBe(true);
});

test('five idle minutes lock the device, but never during an interview', async () => {
  expect((await session.unlock('1234')).ok).toBe(true);
  vi.useFakeTimers();
  session.touched();
  const release = session.keepUnlocked();
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  expect(session.current.get().state).toBe('unlocked');
  release();
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  session.touched();
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  expect(session.current.get().state).toBe('unlocked');
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(session.current.get().state).toBe('locked');
});
