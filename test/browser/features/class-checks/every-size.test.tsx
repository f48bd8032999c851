import { cleanup } from '@testing-library/react';
import { page } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import { ok } from '#domain/kernel/result.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import type { PresentCheck } from '#protocol/presence.ts';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import {
  checkEntry,
  classOf,
  GROUP,
  idOf,
  MATH,
  openStaffTablet,
  progressOf,
  TEACHER,
  type Shown,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz', 'Diego Mora', 'Elif Kaya', 'Finn Walsh'];
const position = MATH.objectives.findIndex(
  ({ unit, check }) => unit === 'addition' && check !== undefined,
);
const objective = MATH.objectives[position];
assert(objective !== undefined, 'the unit of addition has a check');
/** Every size, theme and language at least once; the narrow screen with both languages. */
const cases = [
  [768, 1024, 'en', 'light'],
  [1024, 768, 'es', 'dark'],
  [360, 800, 'es', 'light'],
  [360, 800, 'en', 'dark'],
] as const;

const at = (entry: Shown['entry'], minutes: number): Shown => ({
  position,
  entry,
  moment: Date.now() - minutes * 60_000,
});
const ofAll: Readonly<Record<string, readonly Shown[]>> = {
  'Ada Lind': [at({ type: 'signal', signal: 'ready' }, 2)],
  'Ben Okafor': [at({ type: 'signal', signal: 'help' }, 2)],
  'Carla Ruiz': [
    at(checkEntry(5), 4),
    at(checkEntry(5), 3),
    at({ type: 'signal', signal: 'ready' }, 2),
  ],
  'Diego Mora': [at(checkEntry(10), 2)],
};
const offers: AnyDocument = {
  key: `offers/${GROUP}`,
  kind: 'offers',
  body: {
    offers: {
      [`${MATH.id}/${objective.id}`]: {
        set: { students: 'all', until: 'open' },
        at: Date.now() - 600_000,
        stamp: '0',
      },
    },
  },
};
const check = (name: string, change: Partial<PresentCheck> = {}) => ({
  student: idOf(name),
  course: MATH.id,
  objective: objective.id,
  place: 4,
  of: 10,
  answered: [1, 2, 3],
  state: 'working' as const,
  heardAt: Date.now(),
  ...change,
});
const heard = ok({
  nonce: 'n',
  epoch: 'e',
  now: Date.now(),
  seq: 1,
  checks: [
    check('Ada Lind'),
    check('Ben Okafor', { state: 'paused', place: 7, answered: [1, 2, 3, 5] }),
    check('Elif Kaya', { state: 'handed-in' }),
  ],
});

/** What axe finds, what a finger misses, and whether anything is cut off at the side. */
async function faults(): Promise<string[]> {
  await Promise.all(
    document.getAnimations().map(({ finished }) => finished.catch(() => undefined)),
  );
  const found = [...(await axeFindings()), ...smallTargetsHere()];
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...found, 'wider than the screen'] : found;
}

/** The hidden boxes of ticks and switches have no words; what dismisses a layer is for screen readers alone. */
const smallTargetsHere = () =>
  smallTargets(48).filter((line) => !/^ |^(Dismiss|Descartar) /u.test(line));

afterEach(cleanup);

describe.each(cases)('at %i x %i, %s, %s', (width, height, language, theme) => {
  const open = async (path: string) => {
    await page.viewport(width, height);
    const progress = Object.entries(ofAll).map(([name, shown]) => ({
      name,
      course: MATH,
      body: progressOf(MATH, shown),
    }));
    await openStaffTablet({
      path,
      language,
      theme,
      session: { ...TEACHER, member: { ...TEACHER.member, role: 'admin' } },
      documents: [...classOf({ names: NAMES, progress }), offers],
      change: (services) => ({
        ...services,
        staff: { ...services.staff, presence: () => Promise.resolve(heard) },
      }),
    });
  };

  test('a check can be started, and those that stand can be read, by everybody', async () => {
    await open(`/groups/${GROUP}/checks`);
    await expect.element(page.getByRole('listitem').first()).toBeVisible();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: /^(Start a check|Iniciar una prueba)$/ }).click();
    await expect.element(page.getByRole('searchbox')).toBeVisible();
    expect(await faults()).toEqual([]);
    await page.getByRole('list', { name: /^Ob/ }).getByRole('button').first().click();
    await page.getByRole('radio').nth(1).click();
    await expect.element(page.getByRole('checkbox').first()).toBeInTheDocument();
    expect(await faults()).toEqual([]);
  });

  test('the class at work, the board with a cell open and Today too', async () => {
    await open(`/groups/${GROUP}/checks/live`);
    await expect.element(page.getByRole('img', { name: /4/ }).first()).toBeVisible();
    expect(await faults()).toEqual([]);
    cleanup();
    await open(`/groups/${GROUP}/objectives/${MATH.id}/addition`);
    await page
      .getByRole('gridcell', { name: /^Carla Ruiz/ })
      .first()
      .click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await faults()).toEqual([]);
    cleanup();
    await open('/teacher');
    await expect.element(page.getByRole('link', { name: /Ada Lind/ })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  test('the rules of checks and the time bar of courses too', async () => {
    await open('/settings');
    await expect.element(page.getByRole('switch').first()).toBeVisible();
    expect(await faults()).toEqual([]);
    cleanup();
    await open(`/groups/${GROUP}/courses`);
    await expect.element(page.getByRole('radiogroup').first()).toBeVisible();
    expect(await faults()).toEqual([]);
  });
});
