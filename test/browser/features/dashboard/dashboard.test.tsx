import { cleanup } from '@testing-library/react';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import { statusAt } from '#domain/mastery/progress.ts';
import { STATUSES } from '#domain/model/status.ts';
import { deviceReport } from '#test/support/builders/device-reports.ts';
import {
  checkEntry,
  classOf,
  GROUP,
  idOf,
  markEntry,
  MATH,
  openStaffTablet,
  progressOf,
  someProgress,
  SPANISH,
  type Shown,
  type StaffOptions,
  type StaffTablet,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz'];
const OVERVIEW = `/groups/${GROUP}/overview/${MATH.id}`;
const BOARD = `/groups/${GROUP}/objectives/${MATH.id}/addition`;
const SPANISH_BOARD = `/groups/${GROUP}/objectives/${SPANISH.id}/who-i-am`;

const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const cell = (name: string | RegExp) => page.getByRole('gridcell', { name });

const [first] = MATH.objectives;
assert(first !== undefined, 'the course has objectives');

/** Ada has one of every status in Addition: five mastered ... and the rest not started. */
const ADA: readonly Shown[] = [
  { position: 0, entry: checkEntry(10) },
  { position: 1, entry: checkEntry(9) },
  { position: 2, entry: checkEntry(10), moment: 1000 },
  {
    position: 2,
    entry: { ...checkEntry(6), type: 'check', purpose: 'retention' } as Shown['entry'],
    moment: 90_000_000,
  },
  { position: 3, entry: checkEntry(8), unsure: true },
  { position: 4, entry: checkEntry(5) },
  { position: 5, entry: { type: 'judgement', decision: 'excused', replaces: [] } },
];

function open(path: string, options: Partial<StaffOptions> = {}): Promise<StaffTablet> {
  const progress = [{ name: 'Ada Lind', course: MATH, body: progressOf(MATH, ADA) }];
  return openStaffTablet({ path, documents: classOf({ names: NAMES, progress }), ...options });
}

function statusOf({ services }: StaffTablet, name: string, position: number, course = MATH) {
  return statusAt(services.snapshot.get().progress(idOf(name), course.id), position);
}

beforeEach(() => page.viewport(1024, 768));
afterEach(cleanup);

describe('the overview', () => {
  test('shows every count that is not zero with its shape and number, and how many of how many are done', async () => {
    await open(OVERVIEW);
    const ada = cell(/^Ada Lind, Addition/);
    await expect
      .element(ada)
      .toHaveAccessibleName(
        'Ada Lind, Addition: 3 of 10 done. 2 Mastered, 1 Check again, 1 Nearly, 1 Working on it, 5 Not started, 1 Excused',
      );
    const shown = [...ada.element().querySelectorAll('[data-status]')].map((one) => [
      one.getAttribute('data-status'),
      one.textContent,
    ]);
    expect(shown).toEqual([
      ['mastered', '2'],
      ['check-again', '1'],
      ['nearly', '1'],
      ['working', '1'],
      ['not-started', '5'],
      ['excused', '1'],
    ]);
    expect(shown.map(([status]) => status)).toEqual([...STATUSES]);
    expect(ada.element().textContent).toContain('3/10');
    await expect
      .element(cell(/^Whole group, Addition/))
      .toHaveAccessibleName(/^Whole group, Addition: 0 of 3 students done/);
  });

  test('is live: a result that comes in changes its cell without a reload', async () => {
    const tablet = await open(OVERVIEW);
    await expect.element(cell(/^Ben Okafor, Addition: 0 of 11/)).toBeVisible();
    await tablet.services.append({
      kind: 'interview.mark',
      about: `student/${idOf('Ben Okafor')}`,
      body: {
        course: MATH.id,
        objective: first.id,
        rev: first.rev,
        mark: { type: 'met' },
        occasion: 'now',
        purpose: 'mastery',
        role: 'teacher',
      },
    });
    await expect.element(cell(/^Ben Okafor, Addition: 1 of 11/)).toBeVisible();
    await expect
      .element(page.getByText('with 1 from this tablet that is not sent yet'))
      .toBeVisible();
  });

  test('can be sorted by what is done', async () => {
    await open(OVERVIEW);
    const names = () =>
      page
        .getByRole('rowheader')
        .elements()
        .slice(0, 3)
        .map(({ textContent }) => textContent);
    await expect.element(cell(/^Ada Lind, Addition/)).toBeVisible();
    expect(names()).toEqual(NAMES);
    await button(/Order/).click();
    await page.getByRole('option', { name: 'Least done' }).click();
    await expect.poll(names).toEqual(['Ben Okafor', 'Carla Ruiz', 'Ada Lind']);
  });

  test('walks by keys: one stop, arrows, corners, Enter opens', async () => {
    const tablet = await open(OVERVIEW);
    await expect.element(cell(/^Ada Lind, Addition/)).toBeVisible();
    const stops = document.querySelectorAll('[data-cell][tabindex="0"]');
    expect(stops).toHaveLength(1);
    (stops[0] as HTMLElement | undefined)?.focus();
    await expect.element(page.getByRole('columnheader', { name: /Addition/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(cell(/^Ada Lind, Addition/)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await expect.element(cell(/^Ben Okafor, Subtraction/)).toHaveFocus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.element(cell(/^Whole group, Subtraction/)).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowUp}');
    await expect.element(cell(/^Carla Ruiz, Addition/)).toHaveFocus();
    expect(document.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Addition' })).toBeVisible();
    expect(tablet.path()).toContain('/objectives/');
  });

  test('has a list for a phone, with the same figures', async () => {
    await page.viewport(360, 800);
    await open(OVERVIEW);
    await expect.element(button(/^Addition: 3 of 10 done/)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  test('says in the list what the table says: the unit reached, and the whole group', async () => {
    await page.viewport(360, 800);
    const all = MATH.objectives.flatMap(({ unit }, position): Shown[] =>
      unit === 'addition' ? [{ position, entry: checkEntry(10) }] : [],
    );
    const progress = [{ name: 'Ada Lind', course: MATH, body: progressOf(MATH, all) }];
    const tablet = await open(OVERVIEW, { documents: classOf({ names: NAMES, progress }) });
    await expect.element(button(/^Addition: 11 of 11 done. Unit reached. 11 Mast/)).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Whole group' })).toBeVisible();
    await button(/^Addition: 1 of 3 students done. 11 Mastered, 22 Not started/).click();
    expect(tablet.path()).toBe(BOARD);
  });

  test('names the tablets that may hold more', async () => {
    const now = Date.now();
    const tablet = (name: string, hours: number, groups = [String(GROUP)]) =>
      deviceReport({ id: name, name, groups, lastHeard: now - hours * 60 * 60 * 1000 });
    const devices = [
      tablet('Tablet 1', 1),
      tablet('Tablet 2', 30),
      tablet('Tablet 3', 30, ['other']),
      { ...tablet('Given back', 30), endedAt: now },
    ];
    const answer = { nonce: 'n', epoch: 'e', now, seq: 1, secondCopy: true, devices };
    await open(OVERVIEW, {
      change: (services) => ({
        ...services,
        staff: {
          ...services.staff,
          devices: () => Promise.resolve({ ok: true as const, value: answer }),
        },
      }),
    });
    await expect.element(page.getByText('Not heard from since yesterday: Tablet 2')).toBeVisible();
  });
});

describe('the objectives of a unit', () => {
  test('counts every status in the head of each column', async () => {
    await open(BOARD);
    await expect
      .element(page.getByRole('columnheader', { name: /^Add two numbers with a sum up to 5/ }))
      .toHaveAccessibleName(/1 Mastered, 2 Not started$/);
    await expect.element(cell(/^Ada Lind, Add two one-digit numbers: Check again/)).toBeVisible();
    // The shape comes from CSS: a cell holds nothing.
    expect(document.querySelectorAll('tbody td *')).toHaveLength(0);
  });

  test('the cell under the keys is never under the head, with many columns on any screen', async () => {
    for (const [width, height] of [
      [1024, 600],
      [360, 640],
    ] as const) {
      await page.viewport(width, height);
      const names = Array.from({ length: 30 }, (_, i) => `Child ${String(i + 10)}`);
      await open(BOARD, { documents: classOf({ names }) });
      const at = (name: string) => cell(new RegExp(`^${name}, Add two numbers with a sum up to 5`));
      await at('Child 10').click();
      await userEvent.keyboard('{Escape}');
      for (let i = 10; i < 39; i += 1) await userEvent.keyboard('{ArrowDown}');
      for (let i = 39; i > 12; i -= 1) {
        await userEvent.keyboard('{ArrowUp}');
        const head = document.querySelector('thead th')?.getBoundingClientRect();
        const focused = document.activeElement?.getBoundingClientRect();
        expect(focused?.top ?? 0).toBeGreaterThanOrEqual((head?.bottom ?? 0) - 1);
      }
      cleanup();
    }
  });

  test('a look that is due today stands in the cell and in its sheet, and goes with the look', async () => {
    const days = (count: number): number => Date.now() - count * 24 * 60 * 60 * 1000;
    const body = progressOf(MATH, [
      { position: 0, entry: checkEntry(10), moment: days(3) },
      { position: 1, entry: checkEntry(10), moment: days(1) },
    ]);
    const progress = [{ name: 'Ada Lind', course: MATH, body }];
    await open(BOARD, { documents: classOf({ names: NAMES, progress }) });
    const due = cell(
      /^Ada Lind, Add two numbers with a sum up to 5: Mastered. Another look is due$/,
    );
    await expect.element(due).toHaveAttribute('data-flags', '»');
    await expect.element(page.getByText('» Another look is due')).toBeVisible();
    await expect
      .element(cell(/^Ada Lind, Add two numbers with a sum up to 10: Mastered$/))
      .toBeVisible();
    await due.click();
    await expect.element(page.getByRole('dialog').getByText('Another look is due')).toBeVisible();
    await button('Got it').click();
    await expect
      .element(cell(/^Ada Lind, Add two numbers with a sum up to 5: Mastered$/))
      .toBeVisible();
  });

  test('two taps mark from the grid, and one takes it back', async () => {
    const tablet = await open(SPANISH_BOARD);
    await cell(/^Ben Okafor, Say one's name/).click();
    await expect.element(page.getByText('Nothing was shown yet.')).toBeVisible();
    await button('Got it').click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(cell(/^Ben Okafor, Say one's name.*Mastered/)).toBeVisible();
    expect(tablet.appended).toMatchObject([
      {
        kind: 'interview.mark',
        body: {
          objective: 'exchange-names',
          mark: { type: 'met' },
          purpose: 'mastery',
          role: 'teacher',
        },
      },
    ]);
    await button('Undo').click();
    await expect.element(cell(/^Ben Okafor, Say one's name.*Not started/)).toBeVisible();
    expect(tablet.appended[1]).toMatchObject({
      kind: 'attempt.withdraw',
      refs: [`event/${tablet.appended[0]?.id}`],
    });
  });

  test('a mark that could not be saved is said NOT to be saved, in the open sheet', async () => {
    const tablet = await open(SPANISH_BOARD);
    tablet.fail('append', 'storage');
    await cell(/^Ben Okafor, Say one's name/).click();
    await button('Got it').click();
    await expect.element(page.getByText('This was NOT saved. Tap again.')).toBeVisible();
    tablet.fail('append', null);
    await button('Got it').click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(tablet.appended).toHaveLength(1);
  });

  test('a sheet says why: the rule, how far, and what was shown', async () => {
    await open(BOARD);
    await cell(/^Ada Lind, Find the missing addend/).click();
    const sheet = page.getByRole('dialog');
    await expect.element(sheet.getByText('8 right, 9 needed')).toBeVisible();
    await expect.element(sheet.getByText('9 of 10 right, within 3 minutes')).toBeVisible();
    await expect.element(sheet.getByText('Check, 8 of 10 right in 1 min 40 s')).toBeVisible();
    await expect.element(sheet.getByText(/^Time not certain/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(cell(/^Ada Lind, Find the missing addend/)).toHaveFocus();
  });

  test('a second look at what is mastered asks whether it lasted: "not yet" says check again', async () => {
    const tablet = await open(BOARD);
    await cell(/^Ada Lind, Add two numbers with a sum up to 5/).click();
    await button('Not yet').click();
    await expect.poll(() => statusOf(tablet, 'Ada Lind', 0)).toBe('check-again');
  });
});

describe('decisions', () => {
  test('against the evidence a reason is asked; it stands until it is taken back', async () => {
    const tablet = await open(SPANISH_BOARD);
    await cell(/^Ben Okafor, Greet/).click();
    await button('Decide: mastered').click();
    expect(tablet.appended).toHaveLength(0);
    await button('I saw it in class').click();
    await expect.poll(() => statusOf(tablet, 'Ben Okafor', 0, SPANISH)).toBe('mastered');
    expect(tablet.appended).toMatchObject([
      { kind: 'judgement', refs: [], body: { decision: 'mastered', reason: 'seen-in-class' } },
    ]);
    await cell(/^Ben Okafor, Greet/).click();
    await button('Take the decision back').click();
    await expect.poll(() => statusOf(tablet, 'Ben Okafor', 0, SPANISH)).toBe('not-started');
    // The first one is still waiting on this tablet: it is named by its id.
    expect(tablet.appended[1]).toMatchObject({
      refs: [`event/${tablet.appended[0]?.id}`],
      body: { decision: 'none', reason: '' },
    });
  });

  test('what the evidence does not speak against needs no reason', async () => {
    const tablet = await open(SPANISH_BOARD);
    await cell(/^Ben Okafor, Greet/).click();
    await button('Excuse').click();
    await expect.poll(() => statusOf(tablet, 'Ben Okafor', 0, SPANISH)).toBe('excused');
  });

  test('one that the school has already is named by its place, both views at once', async () => {
    const two: Shown[] = [
      { position: 0, entry: { type: 'judgement', decision: 'excused', replaces: [] }, slot: 3 },
      {
        position: 0,
        entry: { type: 'judgement', decision: 'mastered', replaces: [] },
        slot: 9,
        moment: 5000,
      },
      { position: 0, entry: markEntry(false), slot: 10 },
    ];
    const progress = [{ name: 'Ada Lind', course: SPANISH, body: progressOf(SPANISH, two) }];
    const tablet = await open(SPANISH_BOARD, { documents: classOf({ names: NAMES, progress }) });
    await cell(/^Ada Lind, Greet.*Two views/).click();
    await button('Take the decision back').click();
    await expect.poll(() => tablet.appended.length).toBe(1);
    expect(new Set(tablet.appended[0]?.refs)).toEqual(new Set(['slot/1.3', 'slot/1.9']));
    await expect.poll(() => statusOf(tablet, 'Ada Lind', 0, SPANISH)).toBe('working');
  });
});

test('a mark changes its own row and leaves the others as they are', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `Student ${String(i + 1).padStart(2, '0')}`);
  const progress = names.map((name) => ({ name, course: MATH, body: someProgress(MATH, name) }));
  const tablet = await open(BOARD, { documents: classOf({ names, progress }) });
  await expect.element(cell(/^Student 01, Add two numbers with a sum up to 5/)).toBeVisible();
  const touched = new Set<string>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const row = (target instanceof Element ? target : target.parentElement)?.closest('tbody tr');
      if (row !== null && row !== undefined) touched.add(row.getAttribute('data-student') ?? '');
    }
  });
  const body = document.querySelector('tbody');
  if (body !== null)
    observer.observe(body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  await tablet.services.append({
    kind: 'judgement',
    about: `student/${idOf('Student 03')}`,
    body: {
      course: MATH.id,
      objective: first.id,
      rev: first.rev,
      decision: 'excused',
      reason: '',
    },
  });
  await expect
    .element(cell(/^Student 03, Add two numbers with a sum up to 5.*Excused/))
    .toBeVisible();
  observer.disconnect();
  expect([...touched]).toEqual([idOf('Student 03')]);
});
