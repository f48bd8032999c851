import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Form } from '#domain/items/form.ts';
import type { Item } from '#domain/items/item.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { asId, type EventId } from '#domain/model/ids.ts';
import { ServicesProvider } from '#data/services-context.tsx';
import type { CheckDraft } from '#data/services.ts';
import { RunningCheck } from '#features/check/running-check.tsx';
import type { OpenedCheck } from '#features/check/use-running-check.ts';
import { openCheck } from '#state/check-store.ts';
import { activate } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import {
  classDocuments,
  idOf,
  tabletSession,
  theCourse,
  theObjective,
} from '#test/support/class-tablet.tsx';
import { fakeServices, type FakeServices } from '#test/support/fake-services.ts';
import { longestStory, oneOfEverySort, tapsFor, typedFor } from '#test/support/kinds-of-answers.ts';
import { axeFindings, isInSight, smallTargets } from '#test/support/look-at-page.ts';
import { press, type Way } from '#test/support/press.ts';
import { hearAtOnce } from '#test/support/single-taps.ts';
import '#ui/styles/index.css';

const ITEMS = [...oneOfEverySort().values()];
const NOW = Date.UTC(2026, 10, 23, 10);

beforeEach(() => {
  hearAtOnce();
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] });
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const WORDS = {
  en: {
    next: 'Next',
    'Next box': 'Next box',
    'Decimal point': 'Decimal point',
    done: 'I am finished',
  },
  es: {
    next: 'Siguiente',
    'Next box': 'Casilla siguiente',
    'Decimal point': 'Separador decimal',
    done: 'Ya terminé',
  },
} as const;

/** A check of these items, running on the screen of a child. */
async function begin(items: readonly Item[], language: 'en' | 'es'): Promise<FakeServices> {
  await activate(language);
  const form: Form = { items, hash: 'hash' };
  const draft: CheckDraft = {
    id: asId<EventId>('check-of-kinds'),
    student: idOf('Ada Lind'),
    course: theCourse.id,
    objective: theObjective.id,
    rev: theObjective.rev,
    form: { generator: 'multiply', version: 1, seed: 'seed', avoid: [], hash: 'hash' },
    answers: [],
    position: 0,
    entry: '',
    activeMs: 0,
    absences: [],
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: '2026-11-23',
    startedAt: NOW,
    updatedAt: NOW,
  };
  const fake = fakeServices({
    documents: classDocuments(['Ada Lind']),
    session: tabletSession,
    drafts: [draft],
  });
  const setup = { form, limitMs: 180_000 };
  const now = () => ({ mono: performance.now(), wall: Date.now() });
  const opened: OpenedCheck = {
    draft,
    setup,
    objective: theObjective,
    timeFactor: 1,
    showsTimer: true,
    asksHowSure: false,
    isRead: false,
    directionsOnly: false,
    check: openCheck(draft, setup, { drafts: fake.services.drafts, now }, true),
  };
  render(
    <UiProvider>
      <ServicesProvider services={fake.services}>
        <Router hook={memoryLocation({ path: '/' }).hook}>
          <RunningCheck opened={opened} />
        </Router>
      </ServicesProvider>
    </UiProvider>,
  );
  return fake;
}

const button = (name: string) => page.getByRole('button', { name, exact: true }).first();

async function answerItem(item: Item, way: Way, language: 'en' | 'es'): Promise<void> {
  const words = WORDS[language];
  await vi.advanceTimersByTimeAsync(2000);
  if (way === 'keyboard') {
    await userEvent.keyboard(`${typedFor(item, language)}{Enter}`);
    return;
  }
  const isChosen = item.answer.kind === 'choice' || item.answer.kind === 'sign';
  for (const name of tapsFor(item, language, (en) => words[en as keyof typeof words])) {
    const role = isChosen ? 'radio' : 'button';
    await press(way, page.getByRole(role, { name, exact: true }).first());
  }
  await press(way, button(words.next));
}

const SIZES = [
  [768, 1024],
  [1024, 768],
  [360, 800],
] as const;
const CASES = SIZES.flatMap(([width, height]) =>
  (['en', 'es'] as const).flatMap((language) =>
    (['touch', 'mouse', 'keyboard'] as const).map((way) => [width, height, language, way] as const),
  ),
);

test.each(CASES)(
  'at %i x %i in %s every kind of answer is given by %s',
  async (width, height, language, way) => {
    await page.viewport(width, height);
    const fake = await begin(ITEMS, language);
    for (const [place, item] of ITEMS.entries()) {
      await expect
        .poll(() => document.querySelector('h1')?.textContent ?? '')
        .toContain(String(place + 1));
      expect(document.querySelectorAll('input, textarea, [contenteditable]')).toHaveLength(0);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(smallTargets(64)).toEqual([]);
      await answerItem(item, way, language);
    }
    await expect.element(button(WORDS[language].done)).toBeVisible();
    expect(way === 'mouse' ? await axeFindings() : []).toEqual([]);
    const saved = fake.saves.at(-1);
    expect(saved?.answers.map(({ raw }) => raw)).toEqual(
      ITEMS.map(({ answer }) => rightAnswer(answer)),
    );
    await button(WORDS[language].done).click();
    await expect.poll(() => fake.appended.length).toBe(1);
    expect(fake.appended[0]).toMatchObject({
      body: { claim: { correct: ITEMS.length, of: ITEMS.length } },
    });
  },
);

test.each(['en', 'es'] as const)(
  'on a phone the longest story in %s, its answer and all keys of 72 px are in sight at once',
  async (language) => {
    await page.viewport(360, 800);
    await begin([longestStory(language)], language);
    await expect.element(button(WORDS[language].next)).toBeVisible();
    await document.fonts.ready;
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(800);
    const keys = [...document.querySelectorAll('[role="group"] button')];
    expect(keys.length).toBeGreaterThanOrEqual(11);
    for (const key of keys) {
      const { width, height } = key.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(72);
    }
    const shown = [...document.querySelectorAll('main p, main output, main button')];
    expect(shown.filter((one) => !isInSight(one)).map((one) => one.textContent)).toEqual([]);
  },
);

test('on a tablet held upright a picture, a fraction of two boxes and all keys are in sight at once', async () => {
  await page.viewport(768, 1024);
  const withPictures = ITEMS.filter(({ answer }) => answer.kind === 'fraction');
  expect(withPictures.every(({ prompt }) => prompt.some(({ type }) => type === 'figure'))).toBe(
    true,
  );
  await begin(withPictures, 'es');
  for (const item of withPictures) {
    await document.fonts.ready;
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(1024);
    await answerItem(item, 'keyboard', 'es');
  }
});
