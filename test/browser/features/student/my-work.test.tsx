import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { forgetChild } from '#state/identified-child.ts';
import { theCourse } from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { ada, adaIsIn, mastered, missed, NOW, objectiveAt } from './my-work-world.ts';

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  await page.viewport(768, 1024);
});
afterEach(() => {
  cleanup();
  forgetChild();
  localStorage.clear();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const section = (name: string) => page.getByRole('region', { name, exact: true });
const ican = (place: number): string => objectiveAt(place).ican.en;
/** What is in the list under a heading, sentence by sentence. */
const listed = (name: string): string[] =>
  section(name)
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent);

test('what I can do, what I am learning and what comes next stand under their headings', async () => {
  await adaIsIn({ happened: [mastered(0), missed(3, 60)] });
  await expect.element(heading('I can do this')).toBeVisible();
  expect(listed('I can do this')).toEqual([ican(0)]);
  expect(listed('I am learning').length + listed('What comes next').length).toBeGreaterThan(3);
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
});

test('the check that the teacher started last is the first card, and those before it stand under it', async () => {
  await adaIsIn({
    happened: [mastered(0)],
    offered: [
      [3, 20],
      [6, 5],
    ],
  });
  const first = page.getByRole('heading', { level: 2 }).elements()[0];
  expect(first?.textContent).toBe('Your teacher has a check for you');
  expect(first?.closest('section')?.textContent).toContain(ican(6));
  expect(listed('Your teacher has these for you too')).toEqual([ican(3)]);
  const all = page
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent);
  expect(all.filter((text) => text === ican(3))).toHaveLength(1);
  expect(all).not.toContain(ican(6));
  await button("Let's look").click();
  await expect.element(heading(ican(6))).toBeVisible();
  await expect.element(button('Start')).toBeEnabled();
});

test('a check that the teacher started is gone from the first card once it is handed in', async () => {
  const tablet = await adaIsIn({ offered: [[3, 20]] });
  await button("Let's look").click();
  await button('Start').click();
  await expect.poll(() => tablet.path()).toContain('/check/');
  const [draft] = tablet.saves;
  if (draft === undefined) throw new Error('a check began');
  await tablet.services.drafts.finish(draft.id, { claim: { correct: 3, of: 10 }, finished: true });
  tablet.reload(`/student/${ada}`);
  await expect.element(heading('Your next check')).toBeVisible();
  expect(heading('Your teacher has a check for you').elements()).toEqual([]);
});

test('an open check comes before one that the teacher started, which says that it waits', async () => {
  const tablet = await adaIsIn({ at: 3 });
  await button('Start').click();
  await expect.poll(() => tablet.path()).toContain('/check/');
  const { services } = tablet;
  await services.append({
    kind: 'check.offer',
    about: 'group/group-1',
    body: {
      course: theCourse.id,
      objective: objectiveAt(6).id,
      set: { students: 'all', until: 'today' },
      was: null,
    },
  });
  tablet.reload(`/student/${ada}`);
  await expect.element(heading('Carry on where you were?')).toBeVisible();
  await expect.element(page.getByText('First finish or stop the other check.')).toBeVisible();
  expect(button("Let's look").elements()).toEqual([]);
  expect(await axeFindings()).toEqual([]);
});

test('a short look is offered when something is due, leads there, and is put away for today with one tap', async () => {
  const happened = [mastered(0, 3), mastered(1, 3), mastered(2, 3)];
  const tablet = await adaIsIn({ happened });
  await expect.element(heading('Do you still know it?')).toBeVisible();
  await expect.element(page.getByText('3 short questions about what you can do.')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  await button('Not today').click();
  expect(heading('Do you still know it?').elements()).toEqual([]);
  tablet.reload();
  await expect.element(heading('I can do this')).toBeVisible();
  expect(heading('Do you still know it?').elements()).toEqual([]);
  localStorage.clear();
  tablet.reload();
  await button('Try it').click();
  expect(tablet.path()).toBe(`/student/${ada}/look`);
});

test('"Not now" in a short look keeps nothing else waiting, and the look is carried on from where it was', async () => {
  const happened = [mastered(0, 3), mastered(1, 3), mastered(2, 3), missed(3, 26 * 60)];
  const tablet = await adaIsIn({ happened });
  await button('Try it').click();
  await button('Not now').click();
  await expect.element(heading('Do you still know it?')).toBeVisible();
  await expect.element(page.getByText('3 short questions about what you can do.')).toBeVisible();
  expect(heading('Carry on where you were?').elements()).toEqual([]);
  const [look] = tablet.saves;
  await button('Try it').click();
  await expect.element(page.getByText('Do you still know it? 1 of 3')).toBeVisible();
  expect(new Set(tablet.saves.map(({ id }) => id))).toEqual(new Set([look?.id]));
  await button('Not now').click();
  await button(ican(4)).click();
  await button('Start').click();
  await expect.poll(() => tablet.path()).toContain('/check/');
  expect(tablet.saves.at(-1)?.objective).toBe(objectiveAt(4).id);
});

test('the last look that was begun is offered again, though too little is due for another sitting', async () => {
  const happened = [mastered(0, 3), mastered(1, 3), mastered(2, 3)];
  const tablet = await adaIsIn({ happened });
  await button('Try it').click();
  await expect.poll(() => tablet.saves.length).toBeGreaterThan(0);
  const [look] = tablet.saves;
  if (look === undefined) throw new Error('a look began');
  cleanup();
  await adaIsIn({ happened: [mastered(0, 3)], drafts: [look] });
  await expect.element(page.getByText('One short question about what you can do.')).toBeVisible();
});

test('nothing is offered where the school has no such looks, or nothing is due', async () => {
  await adaIsIn({ happened: [mastered(0, 3), mastered(1, 3)] });
  await expect.element(heading('I can do this')).toBeVisible();
  expect(heading('Do you still know it?').elements()).toEqual([]);
});

test('what has to wait until tomorrow says so and leaves the first card to something else', async () => {
  await adaIsIn({ happened: [missed(0, 60), missed(0, 30)] });
  await expect.element(heading('Your next check')).toBeVisible();
  expect(heading('Your next check').element().closest('section')?.textContent).not.toContain(
    ican(0),
  );
  expect(listed('I am learning')).toContain(`${ican(0)}Tomorrow again`);
});

test('every sentence is read aloud on request, by a voice of this tablet alone', async () => {
  const spoken: string[] = [];
  const local = { localService: true, lang: 'en-US' } as SpeechSynthesisVoice;
  const remote = { localService: false, lang: 'en-US' } as SpeechSynthesisVoice;
  vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue([remote, local]);
  // A made-up voice is none that a real utterance takes.
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  vi.spyOn(speechSynthesis, 'speak').mockImplementation(({ text, voice }) => {
    expect(voice).toBe(local);
    spoken.push(text);
  });
  await adaIsIn({ happened: [mastered(0, 3), mastered(1, 3), mastered(2, 3), missed(3, 60)] });
  await expect.element(heading('I can do this')).toBeVisible();
  const sentences = page.getByRole('listitem').elements().length;
  const speakers = page.getByRole('button', { name: /^Read to me: / });
  // One for each sentence, one for the first card, one for the short look.
  expect(speakers.elements()).toHaveLength(sentences + 2);
  await button(`Read to me: ${ican(0)}`).click();
  expect(spoken).toEqual([ican(0)]);
  expect(smallTargets(64)).toEqual([]);
  expect(await axeFindings()).toEqual([]);
  vi.unstubAllGlobals();
});

test('where only a voice from the network speaks, or none of the language, there is no button', async () => {
  const remote = { localService: false, lang: 'en-US' } as SpeechSynthesisVoice;
  const spanish = { localService: true, lang: 'es-ES' } as SpeechSynthesisVoice;
  vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue([remote, spanish]);
  await adaIsIn({ happened: [mastered(0)] });
  await expect.element(heading('I can do this')).toBeVisible();
  expect(page.getByRole('button', { name: /^Read to me/ }).elements()).toEqual([]);
});

test('large text, spacing and contrast of one child are on the screen, and go with the child', async () => {
  await adaIsIn({ supports: ['large-text', 'high-contrast', 'spacing', 'reduced-motion'] });
  const name = page.getByText('Ada Lind', { exact: true });
  await expect.element(name).toBeVisible();
  const size = (): number => Number.parseFloat(getComputedStyle(name.element()).fontSize);
  const ink = (): string =>
    getComputedStyle(document.documentElement).getPropertyValue('--ink').trim();
  expect(size()).toBeGreaterThanOrEqual(25);
  expect(getComputedStyle(document.body).letterSpacing).not.toBe('normal');
  expect(ink()).toContain('#000000');
  expect(await axeFindings()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(768);
  await button('I am done').click();
  await expect.element(heading('Who are you?')).toBeVisible();
  const { text, spacing, contrast, motion } = document.documentElement.dataset;
  expect({ text, spacing, contrast, motion }).toEqual({});
  expect(getComputedStyle(document.body).letterSpacing).toBe('normal');
  expect(ink()).not.toContain('#000000');
});

test('where the school asks how sure a child is, the child sees how often that was right; elsewhere nobody does', async () => {
  const said = (place: number, sure: 'sure' | 'not-sure', isMet: boolean) => {
    const one = isMet ? mastered(place) : missed(place, 60);
    return { ...one, entry: { ...one.entry, sure } } as typeof one;
  };
  const happened = [said(0, 'sure', true), said(1, 'sure', false), said(2, 'not-sure', true)];
  await adaIsIn({ happened, school: { howSure: true } });
  await expect
    .element(page.getByText('When you said "I am sure", you got it 1 of 2 times.'))
    .toBeVisible();
  await expect
    .element(page.getByText('When you said "Not sure yet", you got it 1 of 1 times.'))
    .toBeVisible();
  expect(await axeFindings()).toEqual([]);
  cleanup();
  await adaIsIn({ happened });
  await expect.element(heading('I can do this')).toBeVisible();
  expect(heading('How well I know what I can do').elements()).toEqual([]);
});
