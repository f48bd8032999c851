import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from '@testing-library/react';
import { assert } from '#domain/kernel/assert.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import { asId, type MemberId } from '#domain/model/ids.ts';
import type { Session } from '#data/services.ts';
import { forgetChild, useIdentifiedChild } from '#state/identified-child.ts';
import {
  ofTwoClasses,
  GROUP,
  idOf,
  NAMES,
  openTablet,
  SECRET_NAMES,
  tabletSession,
  theCourse,
  theObjective,
} from '#test/support/class-tablet.tsx';
import { axeFindings, isInSight, smallTargets } from '#test/support/look-at-page.ts';

const teacher = { id: asId<MemberId>('teacher-1'), name: 'Ms. Rivera', role: 'teacher' } as const;

/** The class with the unusual names in place of the one of the story. */
function classOfUnusual(): AnyDocument[] {
  const pictures = ['fox', 'cat', 'owl', 'frog', 'bear'];
  const students = Object.fromEntries(UNUSUAL.map(({ id }) => [id, { on: true, stamp: '1' }]));
  return [
    { key: `group/${GROUP}`, kind: 'group', body: { name: '4B', students, staff: {}, stamps: {} } },
    ...UNUSUAL.map(({ id, name }, i): AnyDocument => {
      const avatar = pictures[i % pictures.length] ?? 'fox';
      return { key: `student/${id}`, kind: 'student', body: { name, avatar, stamps: {} } };
    }),
  ];
}

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  forgetChild();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tapPictures = async (pictures: readonly string[]) => {
  for (const picture of pictures) await button(picture).click();
};

const SIZES = [
  [768, 1024],
  [1024, 768],
  [360, 800],
] as const;

/** 35 names as a class may have them that no designer thought of. */
const UNUSUAL = (
  'Ana Gómez,Ana López,Ana Lagos,Li Wei,王小明,王小明,محمد علي,محمد حسن,Bartholomew-Maximilian von Hohenstaufen,' +
  'Åse Ødegård,김민수,김민지,Иван Петров,Guadalupe,José,Jose,Ñandú Pérez,Zoë,Émile,Connor O’Finn,אבי כהן,Nguyễn Thị Minh,' +
  'Siobhán,Çağla,Wolfeschlegelsteinhausenbergerdorff,Abd al-Rahman ibn Khaldun,Ng,Vy,Ola,Pia,Quentin,Rui,Sam,Tom,Uma'
)
  .split(',')
  .map((name, i) => ({ name, id: `child-${i}` }));

/** Taps every letter there is. @returns the names that came into sight, whole and without scrolling */
async function reachAll(): Promise<string[]> {
  await expect.element(page.getByRole('list', { name: 'Names' })).toBeVisible();
  const reached: string[] = [];
  const letters = page.getByRole('radio').elements();
  for (const letter of letters.length === 0 ? [null] : letters) {
    if (letter !== null) await page.elementLocator(letter).click();
    const tiles = page.getByRole('list', { name: 'Names' }).getByRole('button').elements();
    expect(tiles.filter((tile) => !isInSight(tile))).toEqual([]);
    for (const tile of tiles) reached.push(tile.textContent);
  }
  expect(smallTargets(64)).toEqual([]);
  return reached;
}

test.for(SIZES)(
  'at %i x %i each of 35 children is reached in at most two taps without scrolling',
  async ([width, height]) => {
    await page.viewport(width, height);
    await openTablet();
    const reached = await reachAll();
    expect(new Set(reached).size).toBe(NAMES.length);
    expect(await axeFindings()).toEqual([]);
  },
);

test.for(SIZES)(
  'at %i x %i so is each of 35 children with unusual names: other scripts, very long ones, equal ones',
  async ([width, height]) => {
    await page.viewport(width, height);
    await openTablet({ names: [], more: classOfUnusual() });
    const reached = await reachAll();
    expect(reached).toHaveLength(UNUSUAL.length);
    // Two have one and the same name; everybody else has one of their own.
    expect(new Set(reached).size).toBe(UNUSUAL.length - 1);
    expect(await axeFindings()).toEqual([]);
  },
);

test('two children with one and the same name are told apart by their pictures, also by name for a screen reader', async () => {
  await page.viewport(1024, 768);
  await openTablet({ names: [], more: classOfUnusual() });
  await page.getByRole('radio').last().click();
  const twins = page.getByRole('button', { name: /王小明$/u }).elements();
  const named = twins.map((tile) => tile.querySelector('[aria-label]')?.getAttribute('aria-label'));
  expect(named).toHaveLength(2);
  expect(new Set(named).size).toBe(2);
  expect(named).not.toContain(undefined);
});

test.for(SIZES)(
  'at %i x %i they are reached with a check to carry on and a second class on the tablet, too',
  async ([width, height]) => {
    await page.viewport(width, height);
    const first = await openTablet();
    const { startCheck } = await import('#state/check-start.ts');
    const child = { student: idOf('Ada Lind'), by: 'badge' } as const;
    const target = { course: theCourse.id, objective: theObjective.id };
    const begun = await startCheck(first.services, child, target, Date.now());
    assert(begun.ok, 'a check that was left a moment ago');
    cleanup();
    await openTablet({ drafts: [begun.value], ...ofTwoClasses() });
    await button('4B').click();
    await expect.element(page.getByText('Ada Lind, carry on where you were?')).toBeVisible();
    expect(new Set(await reachAll()).size).toBe(NAMES.length);
  },
);

test.for(SIZES)(
  'at %i x %i the twelve pictures and the other ways in are in sight at once',
  async ([width, height]) => {
    await page.viewport(width, height);
    await openTablet();
    await button('Ada').click();
    await expect.element(button('A grown-up is here')).toBeVisible();
    const targets = page.getByRole('button').elements();
    expect(targets.length).toBeGreaterThanOrEqual(15);
    expect(targets.filter((target) => !isInSight(target)).map((one) => one.textContent)).toEqual(
      [],
    );
    expect(smallTargets(64)).toEqual([]);
    expect(await axeFindings()).toEqual([]);
  },
);

test('a small class stands on one page without letters', async () => {
  await page.viewport(768, 1024);
  await openTablet({ names: NAMES.slice(0, 12) });
  await expect.element(button('Ada')).toBeVisible();
  expect(page.getByRole('radio').elements()).toEqual([]);
});

test('two children with one first name show the next letter', async () => {
  await page.viewport(768, 1024);
  await openTablet();
  await expect.element(button('Ana G.')).toBeVisible();
  await expect.element(button('Ana L.')).toBeVisible();
});

test('the right pictures lead to the own work, and lock what a grown-up had open', async () => {
  const tablet = await openTablet();
  await button('Ada').click();
  await expect.element(page.getByRole('heading', { name: 'Hello, Ada!' })).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  await tapPictures(SECRET_NAMES);
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
  expect(tablet.path()).toBe('/student/ada-lind');
  expect(tablet.calls).toContain('lock');
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
});

test('wrong pictures are no drama: try again, and after three the badge or a grown-up', async () => {
  const tablet = await openTablet();
  await button('Ada').click();
  await tapPictures(['moon', 'moon', 'moon']);
  await expect.element(page.getByText('Not quite. Try again.')).toBeVisible();
  await tapPictures(['moon', 'moon', 'sun']);
  await tapPictures(['moon', 'sun', 'sun']);
  await expect.element(page.getByText('Show your badge or ask a grown-up.')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(tablet.path()).toBe('/student');
  await button('Try my pictures again').click();
  await tapPictures(SECRET_NAMES);
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
});

test('a grown-up who is unlocked on the tablet can let a child in, and is locked out again', async () => {
  assert(tabletSession.state === 'locked', 'a tablet as it stands in class');
  const { device, school } = tabletSession;
  const member = { id: asId<MemberId>('teacher-1'), name: 'Ms. Rivera', role: 'teacher' } as const;
  const tablet = await openTablet({
    session: { state: 'unlocked', device, school, members: [member], member },
  });
  await button('Ada').click();
  await button('Grown-up: I know this child').click();
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
  expect(tablet.calls).toContain('lock');
});

test('without pictures and badge, a grown-up’s PIN lets a child in at once, and opens nothing else', async () => {
  const tablet = await openTablet({ session: { ...tabletSession, members: [teacher] } as Session });
  await button('Ada').click();
  await button('A grown-up is here').click();
  await expect.element(page.getByRole('heading', { name: 'Let Ada Lind in' })).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  for (const digit of '2468') await button(digit).click();
  await button('OK').click();
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
  expect(tablet.calls).toEqual(['unlock 2468', 'lock']);
  expect(useIdentifiedChild.getState().child).toEqual({ student: idOf('Ada Lind'), by: 'adult' });
});

test('a wrong PIN of a grown-up lets nobody in; of several grown-ups one is chosen; the way back leads to the pictures', async () => {
  const other = { ...teacher, id: asId<MemberId>('teacher-2'), name: 'Mr. Ito' };
  const tablet = await openTablet({
    session: { ...tabletSession, members: [teacher, other] } as Session,
  });
  tablet.fail('unlock', 'wrong-pin');
  await button('Ada').click();
  await button('A grown-up is here').click();
  await expect.element(page.getByRole('heading', { name: 'Who is the grown-up?' })).toBeVisible();
  await button('Mr. Ito').click();
  await userEvent.keyboard('1111{Enter}');
  await expect.element(page.getByRole('alert')).not.toBeEmptyDOMElement();
  expect(tablet.path()).toBe('/student');
  expect(useIdentifiedChild.getState().child).toBeNull();
  await button('Back').click();
  await expect.element(page.getByRole('heading', { name: 'Hello, Ada!' })).toBeVisible();
});

test('where no grown-up has signed in on the tablet yet, it says how', async () => {
  const tablet = await openTablet();
  await button('Ada').click();
  await button('A grown-up is here').click();
  await expect.element(page.getByText(/Nobody has signed in on this tablet yet/u)).toBeVisible();
  await button('Sign in').click();
  expect(tablet.path()).toBe('/sign-in');
});

test('the address of a child shows nothing to somebody who has not said who they are', async () => {
  const tablet = await openTablet({ path: '/student/ada-lind' });
  await expect.element(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  expect(tablet.path()).toBe('/student');
  expect(document.body.textContent).not.toContain('I can');
});

test('a child who walks away leaves nothing on the screen', async () => {
  vi.useFakeTimers();
  const tablet = await openTablet();
  await button('Ada').click();
  await tapPictures(SECRET_NAMES);
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
  vi.advanceTimersByTime(61_000);
  await expect.element(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  expect(tablet.path()).toBe('/student');
});

test('in Spanish too', async () => {
  await openTablet({ language: 'es' });
  await expect.element(page.getByRole('heading', { name: '¿Quién eres?' })).toBeVisible();
});

test.each(SIZES)(
  'at %i x %i the language is changed at the door, each named in itself',
  async (width, height) => {
    await page.viewport(width, height);
    await openTablet();
    const title = page.getByRole('heading', { level: 1 });
    await expect.element(title).toHaveTextContent('Who are you?');
    await expect.element(button('Español')).toHaveAttribute('lang', 'es');
    await button('Español').click();
    await expect.element(title).toHaveTextContent('¿Quién eres?');
    expect(document.documentElement.lang).toBe('es');
    expect(await axeFindings()).toEqual([]);
    expect(smallTargets(64)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await button('English').click();
    await expect.element(title).toHaveTextContent('Who are you?');
    localStorage.clear();
  },
);
