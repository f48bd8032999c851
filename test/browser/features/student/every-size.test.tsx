import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { forgetChild } from '#state/identified-child.ts';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { adaIsIn, mastered, missed, NOW, type AdasWorld } from './my-work-world.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  const voice = { localService: true, lang: 'en-US' } as SpeechSynthesisVoice;
  const spanish = { localService: true, lang: 'es-ES' } as SpeechSynthesisVoice;
  vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue([voice, spanish]);
});
afterEach(() => {
  cleanup();
  forgetChild();
  localStorage.clear();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Every size, theme and language at least once; the narrow screen with both languages. */
const cases = [
  [768, 1024, 'en', 'light'],
  [1024, 768, 'es', 'dark'],
  [360, 800, 'es', 'light'],
  [360, 800, 'en', 'dark'],
] as const;
const worlds: Readonly<Record<string, AdasWorld>> = {
  'the own work with a look that is due': {
    happened: [mastered(0, 3), mastered(1, 3), mastered(2, 3), missed(5, 60), missed(5, 30)],
  },
  'checks that the teacher started': {
    happened: [mastered(0)],
    offered: [
      [3, 10],
      [6, 5],
    ],
  },
  'an objective to start': { at: 3 },
  'practice first': { at: 3, happened: [missed(3, 30)] },
  tomorrow: { at: 3, happened: [missed(3, 60), missed(3, 30)] },
  'what I can do': { at: 0, happened: [mastered(0)] },
  'the own work in large, spaced type': {
    happened: [mastered(0, 3), missed(3, 60)],
    supports: ['large-text', 'spacing'],
  },
  'an objective in high contrast and large type': {
    at: 3,
    supports: ['large-text', 'high-contrast'],
  },
};

describe.each(cases)('at %i x %i, %s, %s', (width, height, language, theme) => {
  test.each(Object.entries(worlds))('%s can be read and used by everybody', async (_, world) => {
    await page.viewport(width, height);
    await adaIsIn({ ...world, language, theme });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeInTheDocument();
    await expect.element(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    const animations = document.getAnimations();
    await Promise.all(animations.map(({ finished }) => finished.catch(() => undefined)));
    expect(await axeFindings()).toEqual([]);
    expect(smallTargets(64)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
