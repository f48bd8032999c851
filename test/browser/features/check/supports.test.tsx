import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { forgetChild, identifyChild } from '#state/identified-child.ts';
import {
  idOf,
  one,
  openTablet,
  SECRET_NAMES,
  theCourse,
  theObjective,
  type Tablet,
} from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import {
  directionsOnly,
  ADA,
  BEN,
  classWith,
  openDraft,
  rightAt,
} from '#test/support/supported-child.ts';
import { withVoices } from '#test/support/voices.ts';
import { contrast, token } from '../../ui/colour.ts';
import { NOW, button, heading, pass, withStillClock } from '#test/support/still-clock.ts';

withStillClock();

const bar = () => page.getByRole('button', { name: 'Hide the time bar' });
const root = document.documentElement;

async function begin(name: string): Promise<void> {
  await button(name.split(' ')[0] ?? '').click();
  for (const picture of SECRET_NAMES) await button(picture).click();
  await button('Show all').click();
  await button(/^I can .*any two one-digit numbers/u).click();
  await button('Start').click();
  await expect.element(heading('Question 1 of 10')).toBeInTheDocument();
}

/** A tablet with Ada before the first question of a check that begins with her supports. */
async function tabletOf(supports: readonly string[]): Promise<Tablet> {
  await page.viewport(768, 1024);
  const tablet = await openTablet({ documents: classWith(supports) });
  await begin(ADA);
  return tablet;
}

/** Ada was the wrong name: Ben begins the same check on the same tablet. */
async function toBen(): Promise<void> {
  await button('Not you?').click();
  await expect.element(heading('Who are you?')).toBeVisible();
  await begin(BEN);
}

/** Size in px of what stands in the first element that fits. */
const style = (selector: string): CSSStyleDeclaration => {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`there is ${selector}`);
  return getComputedStyle(element);
};
const QUESTION = 'main [role="group"], main [role="math"], main p';

test.each([
  [[], 'All right, just slower'],
  [['time-1.25'], 'All right, just slower'],
  [['time-1.5'], 'You got it!'],
  [['time-2'], 'You got it!'],
  [['time-3'], 'You got it!'],
  [['untimed'], 'You got it!'],
])('nine of ten right after four minutes, with %j: %s', async (supports, outcome) => {
  const draft = openDraft({ supports, activeMs: 240_000 }, 9, NOW);
  const tablet = await openTablet({
    documents: classWith([]),
    drafts: [draft],
    path: `/student/${idOf(ADA)}/check/${draft.id}`,
  });
  await button('Carry on with question 10').click();
  for (const digit of rightAt(draft, 9)) await button(digit).click();
  await button('Next').click();
  await button('I am finished').click();
  await expect.element(heading(outcome)).toBeVisible();
  // What the check began with is recorded, whatever the record says by now.
  expect(one(tablet.appended, 'an attempt')).toMatchObject({ body: { supports } });
});

describe('the time bar', () => {
  test('is there for a child without supports, and no digit tells the time', async () => {
    await tabletOf([]);
    await expect.element(bar()).toBeVisible();
    expect(bar().element().textContent).toBe('');
  });

  test('is not there untimed, and nothing speaks of the time', async () => {
    const draft = openDraft({ supports: ['untimed'], activeMs: 119_000 }, 5, NOW);
    identifyChild({ student: idOf(ADA), by: 'secret' });
    await openTablet({
      documents: classWith([]),
      drafts: [draft],
      path: `/student/${idOf(ADA)}/check/${draft.id}`,
    });
    await expect.element(heading('Question 6 of 10')).toBeInTheDocument();
    for (let second = 0; second < 3; second += 1) await pass(1000);
    expect(bar().elements()).toEqual([]);
    expect(document.body.textContent).not.toContain('is left');
  });

  test('a course hides it, a teacher shows it again, a child has the last word', async () => {
    const hiding = (supports: readonly string[], set?: 'shown') =>
      classWith(supports, (document) => {
        if (document.kind === 'course')
          return { ...document, body: { ...document.body, timer: 'hidden' } };
        if (document.kind !== 'use' || set === undefined) return document;
        return {
          ...document,
          body: { ...document.body, timers: { [theCourse.id]: { set, stamp: '1' } } },
        };
      });
    for (const [supports, set, count] of [
      [[], undefined, 0],
      [[], 'shown', 1],
      [['timer-hidden'], 'shown', 0],
      [['timer-shown'], undefined, 1],
    ] as const) {
      await openTablet({ documents: hiding(supports, set) });
      await begin(ADA);
      expect(bar().elements()).toHaveLength(count);
      cleanup();
      forgetChild();
    }
  });

  test('stays hidden from question to question once the child has tapped it', async () => {
    await tabletOf([]);
    await bar().click();
    await expect.element(page.getByRole('button', { name: 'Show the time bar' })).toBeVisible();
    await button('Skip for now').click();
    await expect.element(heading('Question 2 of 10')).toBeInTheDocument();
    expect(bar().elements()).toEqual([]);
    await page.getByRole('button', { name: 'Show the time bar' }).click();
    await expect.element(bar()).toBeVisible();
  });

  test('a screen reader hears of it at half and at one minute, each once, over all questions', async () => {
    const draft = openDraft({ activeMs: 85_000 }, 5, NOW);
    identifyChild({ student: idOf(ADA), by: 'secret' });
    await openTablet({
      documents: classWith([]),
      drafts: [draft],
      path: `/student/${idOf(ADA)}/check/${draft.id}`,
    });
    await expect.element(heading('Question 6 of 10')).toBeInTheDocument();
    const said: string[] = [];
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (/is left/u.test(node.textContent ?? '')) said.push(node.textContent ?? '');
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    for (let second = 0; second < 50; second += 1) {
      await pass(1000);
      if (second % 12 === 11) await button('Skip for now').click();
    }
    watch.disconnect();
    expect(said).toEqual(['Half of the time is left.', 'One minute is left.']);
  });
});

describe('read aloud', () => {
  let spoken: string[] = [];
  function voices(...list: readonly { lang: string; localService: boolean }[]): void {
    spoken = withVoices(...list);
  }
  afterEach(() => void vi.unstubAllGlobals());

  test('a voice of this device reads the question, for this child alone', async () => {
    voices({ lang: 'en-US', localService: true });
    await tabletOf(['read-aloud']);
    await button('Read to me').click();
    expect(spoken).toHaveLength(1);
    expect(spoken[0]).toMatch(/^\d times \d equals blank\./u);
    expect(await axeFindings()).toEqual([]);
    await toBen();
    expect(button('Read to me').elements()).toEqual([]);
  });

  test('in a course of children who are still learning to read every child may hear the question', async () => {
    voices({ lang: 'en-US', localService: true });
    await openTablet({
      documents: classWith([], (document) =>
        document.kind === 'course'
          ? { ...document, body: { ...document.body, voice: 'everyone' } }
          : document,
      ),
    });
    await begin(BEN);
    await button('Read to me').click();
    expect(spoken).toHaveLength(1);
  });

  test('a voice from the network is none: the screen says so, and everything else works', async () => {
    voices({ lang: 'en-US', localService: false }, { lang: 'fr-FR', localService: true });
    const tablet = await tabletOf(['read-aloud']);
    const note = page.getByText('This tablet has no voice to read to you. Ask your teacher.');
    await expect.element(note).toBeVisible();
    expect(button('Read to me').elements()).toEqual([]);
    expect(await axeFindings()).toEqual([]);
    await button('7').click();
    await button('Next').click();
    await expect.element(heading('Question 2 of 10')).toBeInTheDocument();
    expect(tablet.saves.at(-1)?.answers[0]).toMatchObject({ raw: '7' });
    expect(spoken).toEqual([]);
    cleanup();
    forgetChild();
    await openTablet({ documents: classWith([]) });
    await begin(BEN);
    expect(note.elements()).toEqual([]);
  });

  test('where hearing a question would answer it, only what to do is read', async () => {
    voices({ lang: 'en-US', localService: true });
    await openTablet({
      documents: classWith(['read-aloud'], directionsOnly),
    });
    await begin(ADA);
    await button('Read to me').click();
    expect(spoken).toEqual(['Read the question and write your answer.']);
  });
});

test('large text: everything to read is larger, every key keeps its size, on a phone too', async () => {
  await tabletOf(['large-text']);
  const large = Number.parseFloat(style(QUESTION).fontSize);
  expect(smallTargets(64)).toEqual([]);
  await page.viewport(360, 800);
  expect(root.scrollWidth).toBeLessThanOrEqual(360);
  expect(await axeFindings()).toEqual([]);
  await page.viewport(768, 1024);
  await toBen();
  const plain = Number.parseFloat(style(QUESTION).fontSize);
  expect(large / plain).toBeCloseTo(1.3, 2);
});

test('spacing: letters, words and lines stand further apart', async () => {
  await tabletOf(['spacing']);
  const { letterSpacing, wordSpacing, fontSize, lineHeight } = style('body');
  const size = Number.parseFloat(fontSize);
  expect(Number.parseFloat(letterSpacing) / size).toBeCloseTo(0.12, 2);
  expect(Number.parseFloat(wordSpacing) / size).toBeCloseTo(0.16, 2);
  expect(Number.parseFloat(lineHeight) / size).toBeGreaterThanOrEqual(1.5);
  // Keys and boxes take it over.
  expect(Number.parseFloat(style('main button').letterSpacing)).toBeGreaterThan(0);
  await page.viewport(360, 800);
  expect(root.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(768, 1024);
  await toBen();
  expect(style('body').letterSpacing).toBe('normal');
});

test('reduced motion: nothing moves by itself, and the time bar moves every ten seconds', async () => {
  await tabletOf(['reduced-motion']);
  const caret = 'output span[aria-hidden]';
  const width = () => style('button[aria-label="Hide the time bar"] span span').transform;
  expect(style(caret).animationName).toBe('none');
  await pass(1000);
  const early = width();
  for (let second = 0; second < 7; second += 1) await pass(1000);
  expect(width()).toBe(early);
  for (let second = 0; second < 4; second += 1) await pass(1000);
  expect(width()).not.toBe(early);
  await toBen();
  expect(style(caret).animationName).not.toBe('none');
});

test.each(['light', 'dark'] as const)(
  'high contrast in the %s theme: text 7:1, edges 4.5:1',
  async (theme) => {
    root.dataset['theme'] = theme;
    try {
      await tabletOf(['high-contrast']);
      expect(contrast(token('ink'), style('html').backgroundColor)).toBeGreaterThanOrEqual(15);
      expect(contrast(token('line-strong'), token('paper'))).toBeGreaterThanOrEqual(4.5);
      expect(await axeFindings()).toEqual([]);
      await toBen();
      expect(contrast(token('ink'), style('html').backgroundColor)).toBeLessThan(15.5);
    } finally {
      delete root.dataset['theme'];
    }
  },
);

test.each([
  ['practice', 'Nothing here is counted.'],
  ['mistakes', 'You wrote 99'],
])(
  'large text and contrast are on the screen of %s too, and go with the child',
  async (screen, words) => {
    await page.viewport(768, 1024);
    const supports = ['large-text', 'spacing', 'reduced-motion', 'high-contrast'];
    const answers = [{ key: '1', raw: '99', ms: 3000 }];
    const draft = openDraft({ answers, position: 1 }, 0, NOW);
    const tablet = await openTablet({ documents: classWith(supports), drafts: [draft] });
    const before = root.getAttributeNames();
    await tablet.services.drafts.finish(draft.id, {
      claim: { correct: 0, of: 10 },
      finished: true,
    });
    identifyChild({ student: idOf(ADA), by: 'secret' });
    tablet.reload(`/student/${idOf(ADA)}/${screen}/${theCourse.id}/${theObjective.id}`);
    await expect.element(page.getByText(words)).toBeVisible();
    expect(root.dataset).toMatchObject({
      text: 'large',
      spacing: 'wide',
      motion: 'none',
      contrast: 'high',
    });
    expect(await axeFindings()).toEqual([]);
    cleanup();
    expect(root.getAttributeNames()).toEqual(before);
  },
);

const box = (name: string) => button(name).element().getBoundingClientRect();

test.each([
  [1024, 768],
  [768, 1024],
])('left-handed at %i x %i: the keys stand on the left', async (width, height) => {
  await tabletOf(['left-handed']);
  await page.viewport(width, height);
  const middle = () => (box('2').left + box('2').right) / 2;
  expect(middle()).toBeLessThan(width / 2 - 100);
  // Digits are never mirrored.
  expect(box('1').left).toBeLessThan(box('3').left);
  await toBen();
  expect(middle()).toBeGreaterThanOrEqual(width / 2 - 1);
});

test('left-handed on a phone: what is no digit stands to the left of the digits', async () => {
  await tabletOf(['left-handed']);
  await page.viewport(360, 800);
  expect(box('Delete the last digit').right).toBeLessThan(box('1').left);
  expect(box('1').left).toBeLessThan(box('3').left);
  await toBen();
  expect(box('Delete the last digit').left).toBeGreaterThan(box('3').right);
});

test('with every support at once nothing of it is left for the next child', async () => {
  const before = root.getAttributeNames();
  const tablet = await tabletOf([
    'untimed',
    'read-aloud',
    'large-text',
    'spacing',
    'reduced-motion',
    'high-contrast',
    'left-handed',
  ]);
  expect(root.dataset).toMatchObject({
    text: 'large',
    spacing: 'wide',
    motion: 'none',
    contrast: 'high',
  });
  expect(one(tablet.saves, 'a draft').supports).toHaveLength(7);
  await button('Not you?').click();
  await expect.element(heading('Who are you?')).toBeVisible();
  expect(root.getAttributeNames()).toEqual(before);
  await begin(BEN);
  expect(root.getAttributeNames()).toEqual(before);
  expect(tablet.saves.at(-1)?.supports).toEqual([]);
});
