import { cleanup } from '@testing-library/react';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { assert } from '#domain/kernel/assert.ts';
import { statusAt } from '#domain/mastery/progress.ts';
import type { CheckEntry } from '#domain/mastery/entry.ts';
import type { AnyEvent, Bodies, CheckBody } from '#domain/model/event.ts';
import { asId, type EventId } from '#domain/model/ids.ts';
import type { KnownEvent } from '#data/known-event.ts';
import { axeFindings } from '#test/support/look-at-page.ts';
import {
  checkEntry,
  classOf,
  GROUP,
  idOf,
  markEntry,
  MATH,
  openStaffTablet,
  progressOf,
  TEACHER,
  type Shown,
  type StaffOptions,
  type StaffTablet,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz'];
const BOARD = `/groups/${GROUP}/objectives/${MATH.id}/addition`;
const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const cell = (name: string | RegExp) => page.getByRole('gridcell', { name });
const sheet = () => page.getByRole('dialog');

/** "Add two 2-digit numbers", where something can be forgotten to carry. */
const POSITION = MATH.objectives.findIndex(({ id }) => id === 'add-2d-2d');
const objective = MATH.objectives[POSITION];
assert(objective !== undefined, 'the course has column addition');

const ID = asId<EventId>('attempt-of-ada-00001');

/** A check with these raw answers, "" for right ones. */
function checkBody(answers: readonly string[], more: Partial<CheckBody> = {}): CheckBody {
  assert(objective?.check !== undefined, 'it has a check');
  const seed = textHash(ID);
  const form = formOfObjective(objective, seed, []);
  assert(form.ok, 'the form can be made');
  return {
    course: MATH.id,
    objective: objective.id,
    rev: objective.rev,
    form: {
      generator: objective.check.family,
      version: objective.check.version,
      seed,
      avoid: [],
      hash: form.value.hash,
    },
    answers: form.value.items.map((item, i) => ({
      key: String(i + 1),
      raw: answers[i] ?? accepted(item.answer),
      ms: 4000 + i * 1000,
    })),
    claim: { correct: 7, of: 10 },
    activeMs: 100_000,
    absences: [
      { at: 5000, ms: 30_000 },
      { at: 9000, ms: 40_000 },
    ],
    supports: ['time-1.5', 'large-text', 'of-a-later-version'],
    identifiedBy: 'badge',
    purpose: 'mastery',
    occasion: 'today',
    finished: true,
    sure: 'quite',
    rapid: 2,
    ...more,
  };
}

/** The first item whose digits have to be carried, and what comes out when that is forgotten. */
function forgotten(): { readonly place: number; readonly raw: string } {
  assert(objective !== undefined, 'as above');
  const form = formOfObjective(objective, textHash(ID), []);
  assert(form.ok, 'as above');
  for (const [place, { traps }] of form.value.items.entries()) {
    const trap = traps.find(({ tag }) => tag === 'forgot-to-carry');
    if (trap !== undefined) return { place, raw: trap.value };
  }
  throw new Error('No item of this form has to be carried');
}
const FORGOTTEN = forgotten();
const ANSWERS: string[] = [];
ANSWERS[FORGOTTEN.place] = FORGOTTEN.raw;
ANSWERS[9] = '';

const entry = (right: number, more: Partial<CheckEntry> = {}): CheckEntry => ({
  ...(checkEntry(right) as CheckEntry),
  ...more,
});
const known = (event: Partial<AnyEvent>, slot = 1, device = 'Tablet 3'): KnownEvent => ({
  address: { stream: 1, slot },
  device,
  // What no screen reads of an envelope is left out.
  event: { id: ID, by: `student/${idOf('Ada Lind')}`, sealed: '', ...event } as AnyEvent,
});
const CHECK = known({ kind: 'check', body: checkBody(ANSWERS) });

const openBoard = (shown: readonly Shown[], options: Partial<StaffOptions> = {}) => {
  const progress = [{ name: 'Ada Lind', course: MATH, body: progressOf(MATH, shown) }];
  return openStaffTablet({
    path: BOARD,
    documents: classOf({ names: NAMES, progress }),
    ...options,
  });
};
const statusNow = ({ services }: StaffTablet) =>
  statusAt(services.snapshot.get().progress(idOf('Ada Lind'), MATH.id), POSITION);

beforeEach(() => page.viewport(1024, 768));
afterEach(cleanup);

async function openCell(): Promise<void> {
  assert(objective !== undefined, 'as above');
  await cell(
    new RegExp(`^Ada Lind, ${objective.title.en.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`),
  ).click();
  await expect.element(sheet()).toBeVisible();
}

describe('an attempt opened', () => {
  test('shows every item with the answer in it, what was right, what may have gone wrong, and how it came about', async () => {
    await openBoard([{ position: POSITION, entry: entry(8) }], { elsewhere: [CHECK] });
    await openCell();
    await button(/Check, 8 of 10 right/).click();
    const items = sheet().getByRole('list', { name: 'Questions and answers' });
    await expect.element(items).toBeVisible();
    const rows = [...items.element().children].map((one) => one as HTMLElement);
    expect(rows).toHaveLength(10);
    const wrong = rows[FORGOTTEN.place];
    expect(wrong?.dataset['verdict']).toBe('wrong');
    expect(wrong?.textContent).toContain(FORGOTTEN.raw);
    expect(wrong?.textContent).toContain('Right answer');
    expect(wrong?.textContent).toMatch(/May be: .*Forgot to carry/);
    expect(wrong?.textContent).toContain(`${4 + FORGOTTEN.place} s`);
    expect(rows[9]?.dataset['verdict']).toBe('blank');
    const right = rows.filter(({ dataset }) => dataset['verdict'] === 'right');
    expect(right).toHaveLength(8);
    expect(right.every(({ textContent }) => !textContent.includes('Right answer'))).toBe(true);
    const facts = [...document.querySelectorAll('[role=dialog] dl > div')].map(({ children }) =>
      [...children].map(({ textContent }) => textContent).join(': '),
    );
    expect(facts).toEqual([
      'Time: 1 min 40 s',
      'Left the check: 2 times, 1 min 10 s in all',
      'Answered too quickly to read: 2 times',
      'How sure before: Quite sure',
      'Supports: 1.5 times the time and large text',
      'Known by: Badge',
      'Device: Tablet 3',
    ]);
  });

  test('of another device says offline that the details are at the school, and can be asked again', async () => {
    const asked: number[] = [];
    await openBoard([{ position: POSITION, entry: entry(8) }], {
      change: (services) => ({
        ...services,
        openEvents: () => {
          asked.push(asked.length);
          return Promise.resolve(
            asked.length < 2
              ? { events: [], missing: { code: 'unreachable' } }
              : { events: [CHECK], missing: null },
          );
        },
      }),
    });
    await openCell();
    await button(/Check, 8 of 10 right/).click();
    await expect.element(page.getByText(/^The details are at the school\./)).toBeVisible();
    await button('Try again').click();
    await expect.element(sheet().getByText('Badge')).toBeVisible();
  });

  test('of this device opens without a network', async () => {
    const tablet = await openBoard([]);
    await tablet.services.append({
      kind: 'check',
      id: ID,
      about: `student/${idOf('Ada Lind')}`,
      by: `student/${idOf('Ada Lind')}`,
      body: { ...checkBody(ANSWERS), claim: { correct: 8, of: 10 } },
    });
    await openCell();
    await button(/Check, 8 of 10 right/).click();
    await expect.element(sheet().getByText('This device')).toBeVisible();
    await expect.element(sheet().getByText(/Forgot to carry/)).toBeVisible();
  });

  test('that another version of the app has asked shows what was answered, without questions', async () => {
    const body = checkBody(ANSWERS);
    const other = known({
      kind: 'check',
      body: { ...body, form: { ...body.form, hash: 'other' } },
    });
    await openBoard([{ position: POSITION, entry: entry(8) }], { elsewhere: [other] });
    await openCell();
    await button(/Check, 8 of 10 right/).click();
    await expect.element(page.getByText(/made by another version of the app/)).toBeVisible();
    await expect.element(sheet().getByText(FORGOTTEN.raw, { exact: true })).toBeVisible();
  });

  test('of an interview says whether something was written with it, and does not show it', async () => {
    const mark = known({
      kind: 'interview.mark',
      by: 'member/m1',
      sealed: 'AAAA',
      body: {
        course: MATH.id,
        objective: objective.id,
        rev: objective.rev,
        mark: { type: 'met' },
        occasion: 'now',
        purpose: 'mastery',
        role: 'teacher',
      },
    });
    await openBoard([{ position: POSITION, entry: markEntry(true) }], { elsewhere: [mark] });
    await openCell();
    await button(/^Got it Interview/).click();
    await expect.element(page.getByText(/^A note was written with this mark/)).toBeVisible();
    await expect.element(sheet().getByText('Ms Rivera')).toBeVisible();
    expect(sheet().element().textContent).not.toContain('AAAA');
  });

  test('of paper shows its questions with right and wrong', async () => {
    const body = checkBody([]);
    const paper = known({
      kind: 'paper.result',
      by: 'member/m1',
      body: {
        course: body.course,
        objective: body.objective,
        rev: body.rev,
        form: body.form,
        of: 10,
        wrong: [3],
        minutes: null,
        supports: [],
        occasion: 'today',
        purpose: 'mastery',
        role: 'teacher',
      },
    });
    await openBoard([{ position: POSITION, entry: entry(9, { notes: ['paper'], activeMs: 0 }) }], {
      elsewhere: [paper],
    });
    await openCell();
    await button(/On paper, 9 of 10 right/).click();
    await expect.element(sheet().getByText('within the time')).toBeVisible();
    const items = sheet().getByRole('list', { name: 'Questions and answers' }).element();
    expect(
      [...items.children].map((one) => one.getAttribute('data-verdict')).indexOf('wrong'),
    ).toBe(2);
    expect(items.textContent).not.toContain('empty');
  });

  test('of paper says nothing of the time where the child had no limit', async () => {
    const { course, objective: id, rev, form } = checkBody([]);
    const body = { course, objective: id, rev, form, of: 10, wrong: [], minutes: null } as const;
    const more = { supports: ['untimed'], occasion: 'today', purpose: 'mastery', role: 'teacher' };
    const paper = known({
      kind: 'paper.result',
      by: 'member/m1',
      body: { ...body, ...more } as Bodies['paper.result'],
    });
    await openBoard(
      [{ position: POSITION, entry: entry(10, { notes: ['paper'], activeMs: 0, timeFactor: 0 }) }],
      { elsewhere: [paper] },
    );
    await openCell();
    await button(/On paper, 10 of 10 right/).click();
    await expect.element(sheet().getByText('no time limit')).toBeVisible();
    expect(sheet().element().textContent).not.toContain('within the time');
  });
});

describe('setting aside', () => {
  test('one tap gives a reason, the status follows, the list shows it struck through, and it is taken back in', async () => {
    const tablet = await openBoard([{ position: POSITION, entry: entry(9) }], {
      elsewhere: [CHECK],
    });
    expect(statusNow(tablet)).toBe('mastered');
    await openCell();
    await button(/Check, 9 of 10 right/).click();
    await expect.element(sheet().getByText('Badge')).toBeVisible();
    await button('Set aside').click();
    await button('Somebody helped').click();
    await expect.element(sheet()).not.toBeInTheDocument();
    expect(statusNow(tablet)).toBe('not-started');
    expect(tablet.appended).toMatchObject([
      { kind: 'attempt.withdraw', refs: ['slot/1.1'], body: { reason: 'had-help' } },
    ]);
  });

  test('asks why in sight and under the hand, however far down somebody has read', async () => {
    await page.viewport(360, 640);
    await openBoard([{ position: POSITION, entry: entry(9) }], { elsewhere: [CHECK] });
    await openCell();
    await button(/Check, 9 of 10 right/).click();
    const items = sheet().getByRole('list', { name: 'Questions and answers' });
    await expect.element(items).toBeInTheDocument();
    items.element().lastElementChild?.scrollIntoView();
    await button('Set aside').click();
    const heading = page.getByRole('heading', { name: 'Why should it not count?' });
    await expect.element(heading).toBeInViewport();
    expect(document.activeElement).toBe(heading.element());
    await userEvent.tab();
    expect(document.activeElement?.closest('section')).toBe(heading.element().closest('section'));
    await button('Cancel').click();
    expect(document.activeElement).toBe(button('Set aside').element());
  });

  test('what is not at hand is named by its place; undo takes the withdrawal back', async () => {
    const tablet = await openBoard([{ position: POSITION, entry: entry(9) }]);
    await openCell();
    await button(/Check, 9 of 10 right/).click();
    await button('Set aside').click();
    const field = page.getByRole('textbox', { name: 'Or in a few words' });
    await field.fill('x'.repeat(300));
    await field.fill('  The tablet fell off the table ');
    await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).first().click();
    await expect.element(sheet()).not.toBeInTheDocument();
    expect(tablet.appended).toMatchObject([
      { refs: ['slot/1.1'], body: { reason: 'The tablet fell off the table' } },
    ]);
    expect(statusNow(tablet)).toBe('not-started');
    await openCell();
    const row = button(/^Set aside Check/);
    await expect.element(row).toBeVisible();
    await expect.element(sheet().getByText('The tablet fell off the table')).toBeVisible();
    expect(
      getComputedStyle(row.element().querySelector('span') ?? document.body).textDecorationLine,
    ).toBe('line-through');
    await userEvent.keyboard('{Escape}');
    await button('Undo').click();
    await expect.poll(() => statusNow(tablet)).toBe('mastered');
    expect(tablet.appended[1]).toMatchObject({
      kind: 'attempt.restore',
      refs: [`event/${tablet.appended[0]?.id}`],
    });
  });

  test.each([
    ['undo', 'Taken back right away'],
    ['changed', 'Marked differently'],
    ['entered-again', 'The sheet was entered again'],
  ])(
    'withdrawn by the product itself (%s): it is set aside, and why stands in words',
    async (reason, words) => {
      const withdrawal = known(
        { kind: 'attempt.withdraw', body: { course: MATH.id, objective: objective.id, reason } },
        2,
      );
      const aside: Shown = {
        position: POSITION,
        slot: 2,
        entry: { type: 'withdraw', targets: [{ stream: 1, slot: 1 }] },
      };
      await openBoard([{ position: POSITION, entry: entry(9), slot: 1 }, aside], {
        elsewhere: [CHECK, withdrawal],
      });
      await openCell();
      await expect.element(button(/^Set aside Check/)).toBeVisible();
      await expect.element(sheet().getByText(words)).toBeVisible();
    },
  );

  test('somebody else has set it aside: every withdrawal is taken back, by place', async () => {
    const aside = (slot: number): Shown => ({
      position: POSITION,
      slot,
      entry: { type: 'withdraw', targets: [{ stream: 1, slot: 1 }] },
    });
    const withdrawal = known(
      {
        kind: 'attempt.withdraw',
        body: { course: MATH.id, objective: objective.id, reason: 'wrong-child' },
      },
      3,
    );
    const tablet = await openBoard(
      [{ position: POSITION, entry: entry(9), slot: 1 }, aside(2), aside(3)],
      { elsewhere: [CHECK, withdrawal] },
    );
    expect(statusNow(tablet)).toBe('not-started');
    await openCell();
    await expect.element(sheet().getByText('It was another child')).toBeVisible();
    await button(/^Set aside Check/).click();
    await button('Take back in').click();
    await expect.poll(() => statusNow(tablet)).toBe('mastered');
    expect(tablet.appended).toMatchObject([
      { kind: 'attempt.restore', refs: ['slot/1.2', 'slot/1.3'] },
    ]);
    await button('Undo').click();
    await expect.poll(() => statusNow(tablet)).toBe('not-started');
  });

  test.each([
    ['principal', 'member/m1', false],
    ['volunteer', 'member/m1', true],
    ['volunteer', 'member/m2', false],
  ] as const)('a %s may set aside what %s marked: %s', async (role, by, may) => {
    const member = { ...TEACHER.member, role };
    const mark = known({
      kind: 'interview.mark',
      by,
      body: {
        course: MATH.id,
        objective: objective.id,
        rev: objective.rev,
        mark: { type: 'met' },
        occasion: 'now',
        purpose: 'mastery',
        role: 'volunteer',
      },
    });
    await openBoard([{ position: POSITION, entry: markEntry(true) }], {
      elsewhere: [{ ...mark, device: null }],
      session: { ...TEACHER, member },
    });
    await openCell();
    await button(/^Got it Interview/).click();
    await expect.element(sheet().getByText('This device')).toBeVisible();
    expect(button('Set aside').elements()).toHaveLength(may ? 1 : 0);
  });

  test('a fault is said in the open sheet, and nothing is lost', async () => {
    const tablet = await openBoard([{ position: POSITION, entry: entry(9) }], {
      elsewhere: [CHECK],
    });
    tablet.fail('append', 'storage');
    await openCell();
    await button(/Check, 9 of 10 right/).click();
    await button('Set aside').click();
    await button('It was disturbed').click();
    await expect.element(page.getByText('This was NOT saved. Tap again.')).toBeVisible();
  });
});

test('one check is one check', async () => {
  await openBoard([{ position: POSITION, entry: entry(10, { sure: 'quite' }) }]);
  await openCell();
  await expect
    .element(page.getByText('In all courses: Said "quite sure" before 1 check: 1 met.'))
    .toBeVisible();
});

test('how sure the child was before checks is one plain line, and none where it was never asked', async () => {
  await openBoard([
    { position: 0, entry: entry(10, { sure: 'sure' }) },
    { position: POSITION, entry: entry(4, { sure: 'sure' }) },
  ]);
  await openCell();
  await expect
    .element(page.getByText('In all courses: Said "sure" before 2 checks: 1 met.'))
    .toBeVisible();
});

describe('what goes wrong', () => {
  const openObjective = async (options: Partial<StaffOptions>): Promise<void> => {
    await openBoard([{ position: POSITION, entry: entry(8) }], options);
    const { title } = objective;
    await page.getByRole('columnheader', { name: new RegExp(`^${title.en}`) }).click();
    await button('Look at the newest checks').click();
  };

  test('counts the children behind each kind of error, in plain words', async () => {
    await openObjective({ elsewhere: [CHECK] });
    await expect.element(sheet().getByText(/Forgot to carry: 1 child$/)).toBeVisible();
    await expect
      .element(sheet().getByText('In 1 check: at most the newest two of each child'))
      .toBeVisible();
  });

  test('says so where every check is of another version of the app', async () => {
    const body = checkBody(ANSWERS);
    const other = known({
      kind: 'check',
      body: { ...body, form: { ...body.form, hash: `${body.form.hash}x` } },
    });
    await openObjective({ elsewhere: [other] });
    await expect.element(sheet().getByText(/^None of these checks can be read/)).toBeVisible();
  });

  test('says offline that the details come with a connection', async () => {
    await openObjective({});
    await expect.element(page.getByText(/^The details are at the school\./)).toBeVisible();
    expect(sheet().element().textContent).not.toContain('No wrong answer');
  });

  test('leads to the check on paper', async () => {
    const tablet = await openBoard([]);
    await page.getByRole('columnheader', { name: new RegExp(`^${objective.title.en}`) }).click();
    // Nobody has taken it: there is nothing to look at.
    expect(page.getByText('What goes wrong').elements()).toHaveLength(0);
    await button('Print this check').click();
    expect(tablet.path()).toBe(`/groups/${GROUP}/paper/${MATH.id}/${objective.id}`);
  });
});

describe.each([
  [768, 1024, 'en', 'light'],
  [1024, 768, 'es', 'dark'],
  [360, 800, 'es', 'light'],
  [360, 800, 'en', 'dark'],
] as const)('at %i x %i, %s, %s', (width, height, language, theme) => {
  test('an attempt can be read and used by everybody', async () => {
    await page.viewport(width, height);
    await openBoard([{ position: POSITION, entry: entry(8) }], {
      elsewhere: [CHECK],
      language,
      theme,
    });
    await cell(/^Ada Lind/)
      .nth(POSITION)
      .click();
    await expect.element(sheet()).toBeVisible();
    await button(/8 (of|de) 10/).click();
    await expect.element(sheet().getByRole('list').first()).toBeVisible();
    await Promise.all(
      document.getAnimations().map(({ finished }) => finished.catch(() => undefined)),
    );
    expect(await axeFindings()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await button(/^(Set aside|Apartar)$/).click();
    expect(await axeFindings()).toEqual([]);
  });
});
