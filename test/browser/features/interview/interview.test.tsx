import { cleanup } from '@testing-library/react';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectiveProgress, statusAt } from '#domain/mastery/progress.ts';
import type { DataServices, NewEvent } from '#data/services.ts';
import {
  classOf,
  idOf,
  interviewPath,
  markEntry,
  openStaffTablet,
  progressOf,
  SPANISH,
  type StaffOptions,
  type StaffTablet,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz'];
const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

function open(options: Partial<StaffOptions> = {}): Promise<StaffTablet> {
  return openStaffTablet({
    path: interviewPath('Ada Lind'),
    documents: classOf({ names: NAMES }),
    ...options,
  });
}

/** The number of the objective on screen, 1 to 8, once it may be marked. */
async function asking(number: number, of = 8): Promise<void> {
  await expect.element(page.getByText(`${number} of ${of}`, { exact: true })).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveAttribute('data-hears', 'true');
}
async function heard(): Promise<void> {
  await expect.element(page.getByRole('main')).toHaveAttribute('data-hears', 'true');
}
async function mark(name: string): Promise<void> {
  await heard();
  await button(name).click();
}

const marksOf = (appended: readonly NewEvent[]) =>
  appended.flatMap((event) => (event.kind === 'interview.mark' ? [event.body] : []));
const withdrawals = (appended: readonly NewEvent[]) =>
  appended.filter(({ kind }) => kind === 'attempt.withdraw');

function statuses({ services }: StaffTablet, name = 'Ada Lind'): string[] {
  const body = services.snapshot.get().progress(idOf(name), SPANISH.id);
  return SPANISH.objectives.map((_, position) => statusAt(body, position));
}

beforeEach(() => page.viewport(768, 1024));
afterEach(cleanup);

/** Many real taps in a row on a busy machine. */
const LONG = { timeout: 120_000 };

test('the tab of the browser names no child, and not the screen before', async () => {
  document.title = 'Today · Nine of Ten';
  await open();
  await asking(1);
  expect(document.title).toBe('Nine of Ten');
});

describe('one tap a mark', () => {
  test(
    'eight marks and "next student" are nine taps, each mark one event with its place, role and sitting',
    LONG,
    async () => {
      const tablet = await open();
      for (let i = 1; i <= 8; i += 1) {
        await asking(i);
        await button(i === 3 ? 'Not yet' : 'Got it').click();
      }
      await heard();
      await button(/Next student/).click();
      await expect.element(page.getByRole('heading', { name: 'Ben Okafor' })).toBeVisible();

      const marks = marksOf(tablet.appended);
      expect(tablet.appended).toHaveLength(8);
      expect(marks.map(({ objective }) => objective)).toEqual(
        SPANISH.objectives.map(({ id }) => id),
      );
      expect(marks.map(({ mark: { type } }) => type).indexOf('not-yet')).toBe(2);
      expect(new Set(marks.map(({ occasion }) => occasion)).size).toBe(1);
      expect(marks[0]).toMatchObject({
        course: SPANISH.id,
        rev: SPANISH.objectives[0]?.rev,
        role: 'teacher',
        purpose: 'mastery',
      });
      expect(tablet.appended[0]).toMatchObject({ about: `student/${idOf('Ada Lind')}` });
    },
  );

  test('a double tap at 120 ms marks exactly one objective', async () => {
    const tablet = await open();
    await asking(1);
    // Two real presses, the second 120 ms after the first.
    await userEvent.dblClick(button('Got it'), { delay: 120 });
    await asking(2);
    expect(tablet.appended).toHaveLength(1);
  });

  test('a second tap on a slow tablet that is heard only after the next question is not taken for it', async () => {
    const waiting: (() => void)[] = [];
    const slow = (services: DataServices): DataServices => ({
      ...services,
      append: async (event) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return services.append(event);
      },
    });
    const tablet = await open({ change: slow });
    await mark('Got it');
    await button('Got it').click();
    await button('Not yet').click();
    // Lit, and still at its question, until the mark is durable.
    await expect.element(page.getByText('1 of 8', { exact: true })).toBeVisible();
    expect(tablet.appended).toHaveLength(0);
    expect(waiting).toHaveLength(1);
    waiting[0]?.();
    await asking(2);
    expect(marksOf(tablet.appended)).toMatchObject([{ mark: { type: 'met' } }]);
  });

  test('keys mark, skip and take back', async () => {
    const tablet = await open();
    await asking(1);
    await userEvent.keyboard('2');
    await asking(2);
    await userEvent.keyboard('{ArrowLeft}');
    await asking(3);
    await userEvent.keyboard('n');
    await asking(4);
    await userEvent.keyboard('u');
    await asking(2);
    expect(marksOf(tablet.appended).map((one) => one.mark.type)).toEqual(['met', 'not-yet']);
    expect(withdrawals(tablet.appended)).toHaveLength(1);
  });

  test('the marks are at least 96 px tall, and everything else 48', async () => {
    await open();
    await heard();
    for (const element of page.getByRole('button').elements()) {
      const { width, height } = element.getBoundingClientRect();
      const least = ['Got it', 'Not yet'].includes(element.textContent ?? '') ? 96 : 48;
      expect(height).toBeGreaterThanOrEqual(least);
      expect(width).toBeGreaterThanOrEqual(48);
    }
  });
});

describe('taking back', () => {
  test('ten steps restore the beginning, and the audit keeps twenty events', LONG, async () => {
    const tablet = await open();
    const before = statuses(tablet);
    const things = ['happy', 'sad', 'tired'];
    for (let i = 1; i <= 3; i += 1) {
      await asking(i);
      await button('Got it').click();
    }
    for (const thing of things) {
      await asking(4);
      await button(new RegExp(`^${thing}`)).click();
    }
    for (let i = 4; i <= 7; i += 1) {
      await asking(i);
      await button('Not yet').click();
    }
    await asking(8);
    expect(marksOf(tablet.appended)).toHaveLength(10);
    for (let left = 9; left >= 0; left -= 1) {
      await heard();
      await button('Last mark').click();
      await expect.poll(() => withdrawals(tablet.appended).length).toBe(10 - left);
    }
    await asking(1);
    expect(statuses(tablet)).toEqual(before);
    expect(tablet.appended).toHaveLength(20);
    const named = withdrawals(tablet.appended).flatMap(({ refs = [] }) => refs);
    const made = tablet.appended.flatMap(({ kind, id }) =>
      kind === 'interview.mark' ? [`event/${id}`] : [],
    );
    expect(named).toEqual(made.toReversed());
    await expect.element(button('Last mark')).toBeDisabled();
  });

  test('what was saved is said at the top with "Undo", far from the marks', async () => {
    const tablet = await open();
    await mark('Got it');
    await asking(2);
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Got it Greet someone and take leave, on two occasions');
    expect(button('Undo').element().getBoundingClientRect().bottom).toBeLessThan(200);
    await button('Undo').click();
    await asking(1);
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Taken back: Got it Greet someone and take leave, on two occasions');
    expect(withdrawals(tablet.appended)).toHaveLength(1);
  });

  test(
    'before the first mark it leads back to the child before, whose marks are there',
    LONG,
    async () => {
      const tablet = await open({ path: interviewPath('Ada Lind', SPANISH, 'who-i-am') });
      for (let i = 1; i <= 4; i += 1) {
        await asking(i, 4);
        await button('Got it').click();
      }
      await heard();
      await button(/Next student/).click();
      await heard();
      await button('Back to Ada Lind').click();
      await expect.element(page.getByRole('heading', { name: 'All marks' })).toBeVisible();
      await heard();
      await button('Last mark').click();
      await asking(4, 4);
      expect(withdrawals(tablet.appended)).toHaveLength(1);
      expect(tablet.path()).toBe(interviewPath('Ada Lind', SPANISH, 'who-i-am'));
    },
  );
});

test('a mark that could not be saved is said NOT to be saved, nothing moves, and the tap can be made again', async () => {
  const tablet = await open();
  tablet.fail('append', 'storage');
  await mark('Got it');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(
      'This was NOT saved. Tap again.The browser could not save this. Nothing was changed: make some room on the device and try again.',
    );
  await expect.element(page.getByText('1 of 8', { exact: true })).toBeVisible();
  expect(tablet.appended).toHaveLength(0);
  tablet.fail('append', null);
  await mark('Got it');
  await asking(2);
  expect(tablet.appended).toHaveLength(1);
  await expect.element(page.getByRole('alert')).toBeEmptyDOMElement();
});

describe('the end of a child', () => {
  test('a mark that is changed on the summary takes the place of the old one', LONG, async () => {
    const tablet = await open({ path: interviewPath('Ada Lind', SPANISH, 'who-i-am') });
    for (let i = 1; i <= 4; i += 1) {
      await asking(i, 4);
      await button('Got it').click();
    }
    await heard();
    await button(/Got it Say one/).click();
    await asking(2, 4);
    await button('Not yet').click();
    await expect.element(button(/Not yet Say one/)).toBeVisible();
    const [withdrawn] = withdrawals(tablet.appended);
    expect(withdrawn?.refs).toEqual([`event/${tablet.appended[1]?.id}`]);
    expect(statuses(tablet)[1]).toBe('nearly');
  });

  test(
    'the next student is one who was not heard, those without any result first',
    LONG,
    async () => {
      const met = progressOf(SPANISH, [{ position: 1, entry: markEntry(true) }]);
      const progress = [{ name: 'Ben Okafor', course: SPANISH, body: met }];
      await open({
        documents: classOf({ names: NAMES, progress }),
        path: interviewPath('Ada Lind', SPANISH, 'who-i-am'),
      });
      for (const name of ['Ada Lind', 'Carla Ruiz']) {
        await expect.element(page.getByRole('heading', { name, level: 1 })).toBeVisible();
        for (let i = 1; i <= 4; i += 1) {
          await asking(i, 4);
          await button('Not yet').click();
        }
        await heard();
        await button(/Next student/).click();
      }
      await expect
        .element(page.getByRole('heading', { name: 'Ben Okafor', level: 1 }))
        .toBeVisible();
      // What is mastered is passed over: the second objective is not asked.
      await asking(1, 4);
      await button('Not yet').click();
      await asking(3, 4);
    },
  );
});

describe('objectives that take more than a tick', () => {
  test('things that are shown count each once, and the last one needed goes on', LONG, async () => {
    const shown = ['happy', 'sad'].map((thing) => ({
      position: 3,
      entry: markEntry(true, { thing }),
    }));
    const progress = [{ name: 'Ada Lind', course: SPANISH, body: progressOf(SPANISH, shown) }];
    const tablet = await open({ documents: classOf({ names: NAMES, progress }) });
    for (let i = 1; i <= 3; i += 1) {
      await asking(i);
      await button('Skip').click();
    }
    await asking(4);
    await expect.element(button(/^happy/)).toBeDisabled();
    await button(/^tired/).click();
    await asking(4);
    await button(/^calm/).click();
    await asking(5);
    expect(marksOf(tablet.appended).map(({ thing }) => thing)).toEqual(['tired', 'calm']);
    expect(statuses(tablet)[3]).toBe('mastered');
  });

  test('right and slips are counted and saved as one mark', LONG, async () => {
    const tablet = await open();
    for (let i = 1; i <= 6; i += 1) {
      await asking(i);
      await button('Skip').click();
    }
    await asking(7);
    await button('Count right and slips').click();
    for (let i = 0; i < 19; i += 1) await button('Right').click();
    await button('Slip').click();
    await button('Slip').click();
    await button('Take back the last count').click();
    expect(tablet.appended).toHaveLength(0);
    await button('Save 19 of 20').click();
    await asking(8);
    expect(marksOf(tablet.appended)).toMatchObject([{ mark: { type: 'rate', hits: 19, of: 20 } }]);
    expect(statuses(tablet)[6]).toBe('mastered');
  });

  test('a rubric is saved when every criterion has a level', LONG, async () => {
    const tablet = await open();
    for (let i = 1; i <= 7; i += 1) {
      await asking(i);
      await button('Skip').click();
    }
    await asking(8);
    const choose = (criterion: RegExp) =>
      page.getByRole('radiogroup', { name: criterion }).getByRole('radio', { name: '3' }).click();
    await choose(/^Order/);
    await expect.element(button('Choose a level for each')).toBeDisabled();
    await choose(/^Detail/);
    await choose(/^Clarity/);
    await button('Save the levels').click();
    await expect.element(page.getByRole('heading', { name: 'All marks' })).toBeVisible();
    expect(marksOf(tablet.appended)).toMatchObject([
      { mark: { type: 'levels', levels: [3, 3, 3] } },
    ]);
    expect(statuses(tablet)[7]).toBe('mastered');
  });
});

test('an interview that was closed in the middle goes on at the same place, in the same sitting', async () => {
  const first = await open();
  await mark('Got it');
  await asking(2);
  const [made] = marksOf(first.appended);
  first.view.unmount();
  // Meanwhile the school has taken the mark up: it is known by its place only.
  const entry = markEntry(true, { occasion: made?.occasion ?? '' });
  const body = progressOf(SPANISH, [{ position: 0, entry, slot: 5 }]);
  const progress = [{ name: 'Ada Lind', course: SPANISH, body }];
  const second = await open({ documents: classOf({ names: NAMES, progress }), remember: true });
  await asking(2);
  await button('Last mark').click();
  await asking(1);
  expect(second.appended).toMatchObject([{ kind: 'attempt.withdraw', refs: ['slot/1.5'] }]);
  const { snapshot } = second.services;
  const now = objectiveProgress(
    SPANISH,
    snapshot.get().progress(idOf('Ada Lind'), SPANISH.id),
    0,
    snapshot.get().dayOf,
  );
  expect(now?.outcomes).toMatchObject([{ outcome: 'set-aside' }]);
});

test('how many wait is said at once, and moves nothing', async () => {
  await open();
  await heard();
  const bar = page.getByRole('group', { name: 'Mark' }).element();
  const before = bar.getBoundingClientRect();
  await mark('Got it');
  await asking(2);
  await expect.element(page.getByText('Saved on this tablet · 1 result waits')).toBeVisible();
  expect(bar.isConnected ? bar.getBoundingClientRect().top : before.top).toBe(before.top);
});
