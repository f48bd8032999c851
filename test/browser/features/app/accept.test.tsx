import { cleanup } from '@testing-library/react';
import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckEntry } from '#domain/mastery/entry.ts';
import { statusAt } from '#domain/mastery/progress.ts';
import { axeFindings } from '#test/support/look-at-page.ts';
import { doubleTap, seen } from '#test/support/press.ts';
import {
  checkEntry,
  classOf,
  idOf,
  MATH,
  openStaffTablet,
  progressOf,
  TEACHER,
  type Shown,
  type StaffOptions,
  type StaffTablet,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz'];
const slow: CheckEntry = { ...(checkEntry(10) as CheckEntry), activeMs: 900_000 };
const rapid: CheckEntry = { ...(checkEntry(9) as CheckEntry), notes: ['rapid'] };
const WEEKS = 21 * 24 * 3_600_000;

const open = (options: Partial<StaffOptions> = {}): Promise<StaffTablet> => {
  const of = (name: string, shown: readonly Shown[]) => ({
    name,
    course: MATH,
    body: progressOf(MATH, shown),
  });
  const progress = [
    of('Ada Lind', [{ position: 1, entry: slow }]),
    of('Ben Okafor', [{ position: 1, entry: rapid }]),
    of('Carla Ruiz', [{ position: 1, entry: slow, moment: Date.now() - WEEKS }]),
  ];
  return openStaffTablet({
    path: '/teacher',
    documents: classOf({ names: NAMES, progress }),
    ...options,
  });
};
const statusOf = ({ services }: StaffTablet, name: string) =>
  statusAt(services.snapshot.get().progress(idOf(name), MATH.id), 1);
const section = () =>
  page.getByRole('region', { name: /: (Accurate, to accept|Correcto, por aceptar)$/ });

beforeEach(() => page.viewport(1024, 768));
afterEach(cleanup);

describe('accurate attempts on Today', () => {
  test('those that took longer or were answered too quickly are there, old ones are not', async () => {
    await open();
    await expect.element(section()).toBeVisible();
    const rows = [...section().element().querySelectorAll('li')].map(
      ({ textContent }) => textContent,
    );
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.includes('Ada Lind'))).toMatch(/10 of 10 right · took longer/);
    expect(rows.find((row) => row.includes('Ben Okafor'))).toMatch(/answered too quickly to read/);
  });

  test('one tap accepts: mastered at once, and one tap takes it back', async () => {
    const tablet = await open();
    expect(statusOf(tablet, 'Ada Lind')).toBe('nearly');
    await page.getByRole('button', { name: /^Accept: Ada Lind/ }).click();
    await expect.poll(() => statusOf(tablet, 'Ada Lind')).toBe('mastered');
    expect(tablet.appended).toMatchObject([
      { kind: 'judgement', refs: [], body: { decision: 'mastered', reason: 'accurate' } },
    ]);
    expect(section().element().textContent).not.toContain('Ada Lind');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => statusOf(tablet, 'Ada Lind')).toBe('nearly');
  });

  test.each(['Accept', 'Leave as it is'])(
    'a double tap on "%s" says nothing about the next child',
    async (act) => {
      const tablet = await open();
      const first = page.getByRole('button', { name: new RegExp(`^${act}: `) }).first();
      const name = first.element().getAttribute('aria-label')?.includes('Ada') ? 'ada' : 'ben';
      await doubleTap(first);
      await expect.poll(() => section().element().querySelectorAll('li').length).toBe(1);
      expect(tablet.appended).toMatchObject([{ about: expect.stringContaining(name) }]);
    },
  );

  test('a tap while the first one is being saved is not a second decision', async () => {
    let saved: () => void = () => undefined;
    const disk = new Promise<void>((done) => (saved = done));
    const tablet = await open({
      change: (services) => ({
        ...services,
        append: async (event) => {
          await disk;
          return services.append(event);
        },
      }),
    });
    await doubleTap(page.getByRole('button', { name: /^Accept: Ada Lind/ }));
    saved();
    await expect.poll(() => statusOf(tablet, 'Ada Lind')).toBe('mastered');
    expect(tablet.appended).toHaveLength(1);
  });

  test.each(['Accept', 'Leave as it is'])(
    '"%s" that is taken back waits in the list again, and can be said again',
    async (act) => {
      const tablet = await open();
      const row = page.getByRole('button', { name: new RegExp(`^${act}: Ada Lind`) });
      for (const time of [1, 2]) {
        await row.click();
        await expect.poll(() => tablet.appended.length).toBe(time * 2 - 1);
        expect(section().element().textContent).not.toContain('Ada Lind');
        await page.getByRole('button', { name: 'Undo' }).click();
        await expect.element(row).toBeVisible();
        await seen();
      }
      await page.getByRole('button', { name: /^Leave as it is: Ada Lind/ }).click();
      await expect.poll(() => section().element().textContent).not.toContain('Ada Lind');
    },
  );

  test('what was done last is what "Undo" takes back, whichever list it was in', async () => {
    const ready: Shown = { position: 1, entry: { type: 'signal', signal: 'help' } };
    const tablet = await open({
      documents: classOf({
        names: NAMES,
        progress: [
          {
            name: 'Ada Lind',
            course: MATH,
            body: progressOf(MATH, [{ position: 1, entry: slow }]),
          },
          { name: 'Carla Ruiz', course: MATH, body: progressOf(MATH, [ready]) },
        ],
      }),
    });
    await page.getByRole('button', { name: 'Talked about it: Carla Ruiz' }).click();
    await expect.element(page.getByText('Taken off the list: Carla Ruiz')).toBeVisible();
    await seen();
    await page.getByRole('button', { name: /^Accept: Ada Lind/ }).click();
    await expect.element(page.getByText('Accepted, saved on this tablet')).toBeVisible();
    expect(page.getByText('Taken off the list: Carla Ruiz').elements()).toHaveLength(0);
    expect(page.getByRole('button', { name: 'Undo' }).elements()).toHaveLength(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => statusOf(tablet, 'Ada Lind')).toBe('nearly');
  });

  test('leaving it changes no status, and it is not asked again', async () => {
    const tablet = await open();
    await page.getByRole('button', { name: /^Leave as it is: Ben Okafor/ }).click();
    await expect.poll(() => section().element().textContent).not.toContain('Ben Okafor');
    expect(statusOf(tablet, 'Ben Okafor')).toBe('mastered');
    expect(tablet.appended).toMatchObject([{ body: { decision: 'none', reason: 'looked-at' } }]);
  });
});

test('a helper, whose decision would not count, is not asked', async () => {
  const member = { ...TEACHER.member, role: 'volunteer' as const };
  await open({ session: { ...TEACHER, member } });
  await expect.element(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  expect(section().elements()).toHaveLength(0);
});

test.each([
  [768, 1024, 'en', 'light'],
  [360, 800, 'es', 'dark'],
] as const)('at %i x %i, %s, %s everybody can use it', async (width, height, language, theme) => {
  await page.viewport(width, height);
  await open({ language, theme });
  await expect.element(section()).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
