import { cleanup } from '@testing-library/react';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';
import { ok, fault } from '#domain/kernel/result.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import type { CheckEntry } from '#domain/mastery/entry.ts';
import { DEFAULT_RETAKES } from '#domain/mastery/retake.ts';
import type { PresenceList } from '#protocol/presence-list.ts';
import { doubleTap, seen } from '#test/support/press.ts';
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
  type StaffOptions,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz', 'Diego Mora'];
const CHECKS = `/groups/${GROUP}/checks`;
const BOARD = `/groups/${GROUP}/objectives/${MATH.id}/addition`;
const position = MATH.objectives.findIndex(
  ({ unit, check }) => unit === 'addition' && check !== undefined,
);
const objective = MATH.objectives[position];
assert(objective !== undefined, 'the unit of addition has a check');
const { title } = objective;
const [course, id] = [MATH.id, objective.id];
const MINUTE = 60_000;

const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const says = (signal: 'ready' | 'help', minutesAgo = 5): Shown => ({
  position,
  entry: { type: 'signal', signal },
  moment: Date.now() - minutesAgo * MINUTE,
});
const tried = (correct: number, minutesAgo: number): Shown => ({
  position,
  entry: checkEntry(correct),
  moment: Date.now() - minutesAgo * MINUTE,
});
const classWith = (shown: Readonly<Record<string, readonly Shown[]>>): AnyDocument[] =>
  classOf({
    names: NAMES,
    progress: Object.entries(shown).map(([name, entries]) => ({
      name,
      course: MATH,
      body: progressOf(MATH, entries),
    })),
  });
const offerOf = (
  students: 'all' | readonly string[],
  minutesAgo: number,
  until: 'today' | 'open' = 'today',
): AnyDocument => ({
  key: `offers/${GROUP}`,
  kind: 'offers',
  body: {
    offers: {
      [`${course}/${id}`]: {
        set: { students: students === 'all' ? students : students.map(idOf), until },
        at: Date.now() - minutesAgo * MINUTE,
        stamp: '0',
      },
    },
  },
});
const open = (path: string, options: Partial<StaffOptions> = {}) =>
  openStaffTablet({ path, documents: classWith({}), ...options });

// At noon nothing of the last minutes was yesterday.
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 4, 12) });
  await page.viewport(1024, 768);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('starting a check', () => {
  test('what children say they are ready for and what comes next stand first, and a search finds the rest', async () => {
    const documents = classWith({ 'Ben Okafor': [says('ready')] });
    const { appended } = await open(CHECKS, { documents });
    await button('Start a check').click();
    const list = page.getByRole('list', { name: 'Objectives with a check' });
    const [first] = list.getByRole('button').elements();
    expect(first?.textContent).toContain(title.en);
    expect(first?.textContent).toContain('1 child is ready to try · comes next for 4 children');
    await page.getByRole('searchbox').fill('no such words');
    await expect.element(page.getByText('No objective in use has these words.')).toBeVisible();
    await page.getByRole('searchbox').fill(title.en.toUpperCase());
    await list.getByRole('button').first().click();
    await button('The 1 child who is ready to try').click();
    await expect.element(page.getByRole('checkbox', { name: /Ben Okafor/ })).toBeChecked();
    await page.getByText('Ada Lind').click();
    await page.getByRole('radio', { name: 'Leave it open' }).click();
    await button('Start the check').click();
    await expect.element(page.getByText('0 of 2 have handed it in')).toBeVisible();
    const set = { students: [idOf('Ada Lind'), idOf('Ben Okafor')], until: 'open' };
    expect(appended).toMatchObject([
      {
        kind: 'check.offer',
        about: `group/${GROUP}`,
        body: { course, objective: id, set, was: null },
      },
    ]);
  });

  test('for the whole group, taken back, and that taken back', async () => {
    const { appended } = await open(`${CHECKS}?course=${course}&objective=${id}`);
    await button('Start the check').click();
    await expect.element(page.getByText(/^Whole group · for today/)).toBeVisible();
    await button(`Take back: ${title.en}`).click();
    await expect.element(page.getByText('No check is started')).toBeVisible();
    await button('Undo').click();
    await expect.element(page.getByText('0 of 4 have handed it in')).toBeVisible();
    const all = { students: 'all', until: 'today' };
    expect(appended.map(({ body }) => body)).toMatchObject([
      { set: all, was: null },
      { set: null, was: all },
      { set: all, was: null },
    ]);
  });

  test('nobody chosen starts nothing; "all" does not forget who was chosen', async () => {
    await open(`${CHECKS}?course=${course}&objective=${id}`);
    await page.getByRole('radio', { name: 'Some children' }).click();
    await expect.element(button('Start the check')).toBeDisabled();
    await page.getByText('Carla Ruiz').click();
    await page.getByRole('radio', { name: 'The whole group' }).click();
    await page.getByRole('radio', { name: 'Some children' }).click();
    await expect.element(page.getByRole('checkbox', { name: /Carla Ruiz/ })).toBeChecked();
  });

  test('what cannot be saved says so and stays', async () => {
    const { fail } = await open(`${CHECKS}?course=${course}&objective=${id}`);
    fail('append', 'storage');
    await button('Start the check').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(button('Start the check')).toBeVisible();
  });

  test('by the keyboard alone', async () => {
    const { appended } = await open(CHECKS);
    (button('Start a check').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('searchbox')).toBeVisible();
    (page.getByRole('searchbox').element() as HTMLElement).focus();
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('radio', { name: 'The whole group' })).toBeVisible();
    (button('Start the check').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^Whole group/)).toBeVisible();
    expect(appended).toHaveLength(1);
  });

  test('a principal reads what stands, and is offered nothing that the school would hold', async () => {
    const documents = [...classWith({ 'Ada Lind': [says('ready')] }), offerOf('all', 10)];
    const session = { ...TEACHER, member: { ...TEACHER.member, role: 'principal' } } as const;
    await open(CHECKS, { documents, session });
    await expect.element(page.getByText('0 of 4 have handed it in')).toBeVisible();
    expect(button('Start a check').elements()).toEqual([]);
    expect(button(/^Take back/).elements()).toEqual([]);
    cleanup();
    await open('/teacher', { documents: classWith({ 'Ada Lind': [says('ready')] }), session });
    await expect.element(page.getByRole('link', { name: /Ada Lind/ })).toBeVisible();
    expect(button(/^Start the check/).elements()).toEqual([]);
  });

  test('who has handed in since it was started, with what came of it', async () => {
    const progress = {
      'Ada Lind': [tried(10, 4)],
      'Ben Okafor': [tried(10, 30)],
      'Carla Ruiz': [tried(5, 3)],
    };
    await open(CHECKS, { documents: [...classWith(progress), offerOf('all', 10)] });
    await expect.element(page.getByText('2 of 4 have handed it in')).toBeVisible();
    const lines = page.getByRole('list', { name: /^Who has handed in/ }).getByRole('listitem');
    expect(lines.elements().map((line) => line.textContent)).toEqual([
      'Ada LindGot it · 10 of 10',
      'Carla RuizNot yet · 5 of 10',
      'Ben OkaforNot handed in',
      'Diego MoraNot handed in',
    ]);
  });
});

describe('the class at work', () => {
  const check = (
    name: string,
    change: Partial<PresenceList['checks'][number]> = {},
  ): PresenceList['checks'][number] => ({
    student: idOf(name),
    course,
    objective: id,
    place: 4,
    of: 10,
    answered: [1, 2, 3],
    state: 'working',
    heardAt: Date.now(),
    ...change,
  });
  const answer = (...checks: PresenceList['checks']) =>
    ok({ nonce: 'n', epoch: 'e', now: Date.now(), seq: 1, checks });
  /** The answers of the server, one after the other; the last one stays. */
  const live = async (answers: (() => Awaited<ReturnType<Ask>>)[], documents: AnyDocument[]) => {
    let asked = 0;
    const presence: Ask = () => {
      const next = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      return Promise.resolve(next === undefined ? fault('unreachable') : next());
    };
    await open(`${CHECKS}/live`, {
      documents,
      change: (services) => ({ ...services, staff: { ...services.staff, presence } }),
    });
    return () => asked;
  };
  type Ask = Parameters<NonNullable<StaffOptions['change']>>[0]['staff']['presence'];
  const line = (name: string) =>
    page
      .getByRole('list', { name: 'Children at work' })
      .getByRole('listitem')
      .filter({ hasText: name });

  const said = (name: string) => expect.poll(() => line(name).element().textContent);

  test('shows where each child is: question, paused, handed in with its outcome, not begun', async () => {
    const documents = [...classWith({ 'Carla Ruiz': [tried(9, 1)] }), offerOf('all', 10)];
    await live(
      [() => answer(check('Ada Lind'), check('Ben Okafor', { state: 'paused', place: 11 }))],
      documents,
    );
    await said('Ada Lind').toContain('Question 4 of 10');
    await expect
      .element(line('Ada Lind').getByRole('img'))
      .toHaveAccessibleName('Question 4 of 10, 3 answered');
    await said('Ben Okafor').toContain('PausedLooks over');
    await said('Carla Ruiz').toContain('Handed inGot it · 9 of 10');
    await said('Diego Mora').toContain('Not begun');
    await expect.element(page.getByText(/^As of 12:00/)).toBeVisible();
  });

  test('keeps what was last heard when a tablet falls silent, and says when nothing answers', async () => {
    const asked = await live(
      [
        () => answer(check('Ada Lind'), check('Ben Okafor', { state: 'handed-in' })),
        () => answer(),
        () => fault('unreachable'),
      ],
      classWith({}),
    );
    await said('Ben Okafor').toContain('the result is on its way');
    await said('Diego Mora').toContain('No check');
    await expect.poll(asked, { timeout: 8000 }).toBe(2);
    await said('Ada Lind').toMatch(/Last heard at 12:00.*Question 4 of 10/);
    await expect
      .element(page.getByText('Not connected since 12:00 PM'), { timeout: 8000 })
      .toBeVisible();
    await said('Ada Lind').toContain('Question 4 of 10');
  }, 25_000);

  test('without a network it shows what this device knows, and what it cannot see', async () => {
    await live([() => fault('unreachable')], [...classWith({}), offerOf(['Ada Lind'], 5)]);
    await expect.element(page.getByText('Not connected to the school')).toBeVisible();
    await said('Ada Lind').toContain('Not begun');
    await said('Ben Okafor').toContain('No check');
  });

  test('a server that answers and says no is not taken for a missing network', async () => {
    await live([() => fault('no-authority')], classWith({}));
    await expect.element(page.getByText(/^Your role does not allow this/)).toBeVisible();
    expect(page.getByText(/Not connected/).elements()).toEqual([]);
  });

  test('promises no freshness while nothing answers', async () => {
    await live([() => answer(), () => fault('unreachable')], classWith({}));
    await expect.element(page.getByText(/each question shows up/)).toBeVisible();
    await expect
      .element(page.getByText('Not connected since 12:00 PM'), { timeout: 8000 })
      .toBeVisible();
    expect(page.getByText(/each question shows up/).elements()).toEqual([]);
  }, 25_000);

  test('a group without students leads to adding them', async () => {
    await live([() => answer()], classOf({ names: [] }));
    await expect.element(page.getByRole('button', { name: 'Add students' })).toBeVisible();
  });

  test('asks no more while the page is hidden, and at once when it is back', async () => {
    const asked = await live([() => answer()], classWith({}));
    await expect.poll(asked).toBe(1);
    const hide = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((done) => setTimeout(done, 5000));
    expect(asked()).toBe(1);
    hide.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(asked).toBe(2);
  }, 20_000);
});

describe('what children say, on the board and on Today', () => {
  const cell = (name: string) =>
    page.getByRole('gridcell', { name: new RegExp(`^${name}, ${title.en}`) });

  test('a flag in the cell, in words and as a sign', async () => {
    await open(BOARD, {
      documents: classWith({ 'Ada Lind': [says('ready')], 'Ben Okafor': [says('help')] }),
    });
    await expect.element(cell('Ada Lind')).toHaveAccessibleName(/Ready to try$/);
    await expect.element(cell('Ben Okafor')).toHaveAccessibleName(/Would like help$/);
    expect(cell('Ada Lind').element().getAttribute('data-flags')).toBe('↑');
  });

  test('the check is started for one child beside those who have it, and taken back', async () => {
    const documents = [
      ...classWith({ 'Ada Lind': [says('ready')] }),
      offerOf(['Ben Okafor'], 5, 'open'),
    ];
    const { appended } = await open(BOARD, { documents });
    await cell('Ada Lind').click();
    await button('Start the check for this child').click();
    await button('Undo').click();
    await expect.element(page.getByText('Taken back')).toBeVisible();
    const before = { students: [idOf('Ben Okafor')], until: 'open' };
    const after = { students: [idOf('Ben Okafor'), idOf('Ada Lind')], until: 'open' };
    expect(appended.map(({ body }) => body)).toMatchObject([
      { set: after, was: before },
      { set: before, was: after },
    ]);
  });

  test('"Talked about it" takes the signal off, and can be taken back', async () => {
    const { appended } = await open(BOARD, {
      documents: classWith({ 'Ben Okafor': [says('help')] }),
    });
    await cell('Ben Okafor').click();
    await button('Talked about it').click();
    await expect.element(cell('Ben Okafor')).not.toHaveAccessibleName(/help/);
    await button('Undo').click();
    await expect.element(cell('Ben Okafor')).toHaveAccessibleName(/Would like help$/);
    expect(appended.map(({ kind, body }) => [kind, body])).toMatchObject([
      ['student.signal', { signal: 'none' }],
      ['student.signal', { signal: 'help' }],
    ]);
  });

  test('"Allow now" is one tap where the rules say another day, also on the class tablet after the PIN', async () => {
    expect(DEFAULT_RETAKES.perDay).toBe(2);
    const device = { id: 'd', kind: 'class-tablet', name: 'Tablet 1', groups: [GROUP] } as const;
    const { appended } = await open(BOARD, {
      documents: classWith({ 'Ada Lind': [tried(5, 30), tried(5, 20)] }),
      session: { ...TEACHER, device },
    });
    await cell('Ada Lind').click();
    await expect.element(page.getByText(/^Enough tries for today/)).toBeVisible();
    await button('Allow now').click();
    await expect.element(page.getByText('The child may try again now')).toBeVisible();
    await cell('Ada Lind').click();
    await expect.element(button('Start the check for this child')).toBeVisible();
    expect(button('Allow now').elements()).toEqual([]);
    expect(appended).toMatchObject([
      {
        kind: 'retake.allow',
        about: `student/${idOf('Ada Lind')}`,
        body: { course, objective: id },
      },
    ]);
  });

  test('"Allow now" is taken back with one tap, and the rules stand again', async () => {
    const { appended } = await open(BOARD, {
      documents: classWith({ 'Ada Lind': [tried(5, 30), tried(5, 20)] }),
    });
    await cell('Ada Lind').click();
    await button('Allow now').click();
    await button('Undo').click();
    await expect.element(page.getByText('Taken back')).toBeVisible();
    await cell('Ada Lind').click();
    await expect.element(page.getByText(/^Enough tries for today/)).toBeVisible();
    await expect.element(button('Allow now')).toBeVisible();
    expect(appended).toMatchObject([
      { kind: 'retake.allow' },
      {
        kind: 'attempt.withdraw',
        about: `student/${idOf('Ada Lind')}`,
        refs: [`event/${appended[0]?.id}`],
        body: { course, objective: id, reason: 'undo' },
      },
    ]);
  });

  test('the head of a column leads to starting the check for the group', async () => {
    const { path } = await open(BOARD);
    await page.getByRole('columnheader', { name: new RegExp(`^${title.en}`) }).click();
    await button('Start the check').click();
    expect(path()).toContain(`${CHECKS}?course=${course}&objective=${id}`);
    await expect.element(page.getByRole('radio', { name: 'The whole group' })).toBeVisible();
  });

  test('Today answers each with one tap: talked about it, allow now, start', async () => {
    const { appended } = await open('/teacher', {
      documents: classWith({
        'Ada Lind': [says('ready')],
        'Ben Okafor': [says('help')],
        'Carla Ruiz': [tried(5, 30), tried(5, 20), says('ready')],
      }),
    });
    await button('Start the check for Ada Lind').click();
    await expect.element(page.getByText('Check started', { exact: true })).toBeVisible();
    await seen();
    await button('Talked about it: Ben Okafor').click();
    await expect.element(page.getByText('Taken off the list: Ben Okafor')).toBeVisible();
    await seen();
    await button('Allow now: Carla Ruiz').click();
    await expect.element(button('Start the check for Carla Ruiz')).toBeVisible();
    await button('Undo').click();
    await expect.element(button('Allow now: Carla Ruiz')).toBeVisible();
    await seen();
    await button('Allow now: Carla Ruiz').click();
    await expect.element(button('Start the check for Carla Ruiz')).toBeVisible();
    await seen();
    await button('Start the check for Carla Ruiz').click();
    await button('Undo').click();
    expect(appended.map(({ kind }) => kind)).toEqual([
      'check.offer',
      'student.signal',
      'retake.allow',
      'attempt.withdraw',
      'retake.allow',
      'check.offer',
      'check.offer',
    ]);
    expect(appended.at(-1)?.body).toMatchObject({ set: { students: [idOf('Ada Lind')] } });
  });

  test('a double tap on Today answers one child, and one question', async () => {
    const { appended } = await open('/teacher', {
      documents: classWith({
        'Ada Lind': [says('help')],
        'Ben Okafor': [says('help')],
        'Carla Ruiz': [tried(5, 30), tried(5, 20), says('ready')],
      }),
    });
    await doubleTap(button('Talked about it: Ada Lind'));
    await expect.element(page.getByText('Taken off the list: Ada Lind')).toBeVisible();
    expect(appended).toHaveLength(1);
    await seen();
    await doubleTap(button('Allow now: Carla Ruiz'));
    await expect.element(button('Start the check for Carla Ruiz')).toBeVisible();
    expect(appended.map(({ kind }) => kind)).toEqual(['student.signal', 'retake.allow']);
  });
});

describe('a check that the child has handed in since it was started', () => {
  // Accurate, took longer: nothing keeps the child from another try.
  const handedIn: Shown = {
    position,
    entry: { ...(checkEntry(10) as CheckEntry), activeMs: 900_000 },
    moment: Date.UTC(2026, 10, 4, 11, 50),
  };
  const documents = (): AnyDocument[] => [
    ...classWith({ 'Ada Lind': [handedIn, says('ready', 2)] }),
    offerOf('all', 30),
  ];

  test('is not called started on Today', async () => {
    await open('/teacher', { documents: documents() });
    await expect.element(page.getByText('May try again now')).toBeVisible();
    expect(page.getByText('Check started').elements()).toEqual([]);
  });

  test('is not called started on the board, and nothing is offered that would do nothing', async () => {
    await open(BOARD, { documents: documents() });
    await page.getByRole('gridcell', { name: new RegExp(`^Ada Lind, ${title.en}`) }).click();
    await expect.element(page.getByText(/^The child has handed it in since/)).toBeVisible();
    expect(page.getByText(/^You have started this check/).elements()).toEqual([]);
    expect(button('Start the check for this child').elements()).toEqual([]);
  });
});

test('a check that was started after the last try is the word that the child may take it now', async () => {
  await open(BOARD, {
    documents: [
      ...classWith({ 'Ada Lind': [tried(5, 30), tried(5, 20)] }),
      offerOf(['Ada Lind'], 5),
    ],
  });
  await page.getByRole('gridcell', { name: new RegExp(`^Ada Lind, ${title.en}`) }).click();
  await expect.element(page.getByText(/^You have started this check/)).toBeVisible();
  expect(page.getByText(/^Enough tries for today/).elements()).toEqual([]);
  expect(button('Allow now').elements()).toEqual([]);
});

describe('on a tablet whose clock is a day ahead', () => {
  const AHEAD = 24 * 60 * MINUTE;
  const openAhead = async (path: string, documents: AnyDocument[]) => {
    const tablet = await open(path, { documents, now: () => Date.now() - AHEAD });
    tablet.safety.set({ ...tablet.safety.get(), clockOff: AHEAD });
    return tablet;
  };

  test('Today is the day that it is at school', async () => {
    const { services } = await openAhead('/teacher', classWith({}));
    const [, , day] = services.snapshot
      .get()
      .dayOf(Date.now() - AHEAD)
      .split('-');
    await expect.element(page.getByText(new RegExp(`^\\w+, \\w+ ${Number(day)}\\b`))).toBeVisible();
  });

  test('what was just started stands', async () => {
    await openAhead(CHECKS, classWith({}));
    await button('Start a check').click();
    await page
      .getByRole('list', { name: 'Objectives with a check' })
      .getByRole('button')
      .first()
      .click();
    await button('Start the check').click();
    await expect.element(page.getByText(/have handed it in/)).toBeVisible();
    expect(page.getByText('No check is started').elements()).toEqual([]);
  });

  test.each([BOARD, '/teacher'])('%s knows what was started for the group', async (path) => {
    const said: Shown = { ...says('ready'), moment: Date.now() - AHEAD - MINUTE };
    const { appended } = await openAhead(path, [
      ...classWith({ 'Ada Lind': [said] }),
      offerOf('all', 24 * 60 + 10),
    ]);
    if (path === BOARD)
      await page.getByRole('gridcell', { name: new RegExp(`^Ada Lind, ${title.en}`) }).click();
    await expect
      .element(page.getByText(/^(You have started this check|Check started)/))
      .toBeVisible();
    expect(button(/^Start the check for/).elements()).toEqual([]);
    expect(appended).toEqual([]);
  });
});
