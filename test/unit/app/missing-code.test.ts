import { describe, expect, it } from 'vitest';
import { isMissingCode, loadAgainOnce } from '#app/missing-code.ts';

const page = (path: string, isBusy = false) => {
  const kept = new Map<string, string>();
  const at = { now: 1_000_000, reloads: 0 };
  const fail = () =>
    loadAgainOnce({
      path: () => path,
      isBusy: () => isBusy,
      now: () => at.now,
      store: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
      },
      reload: () => {
        at.reloads += 1;
      },
    });
  return { at, fail };
};

describe('a part of the app that cannot be loaded', () => {
  it('loads the page again, once: the second time the screen says what is the matter', () => {
    const { at, fail } = page('/teacher');
    expect(fail()).toBe(true);
    at.now += 5_000;
    expect(fail()).toBe(false);
    expect(at.reloads).toBe(1);
  });

  it('loads it again after a later update, and after the clock was set back', () => {
    const { at, fail } = page('/teacher');
    fail();
    at.now += 3_600_000;
    expect(fail()).toBe(true);
    at.now -= 86_400_000;
    expect(fail()).toBe(true);
    expect(at.reloads).toBe(3);
  });

  it('never interrupts a check, an interview, or what is not saved yet', () => {
    for (const { at, fail } of [
      page('/student/s/check/d'),
      page('/groups/g/interview/c/u/s'),
      page('/teacher', true),
    ]) {
      expect(fail()).toBe(false);
      expect(at.reloads).toBe(0);
    }
  });

  it.each([
    'Failed to fetch dynamically imported module: https://school.example/assets/x.js',
    'error loading dynamically imported module: https://school.example/assets/x.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/x.css',
  ])('is told apart from a bug: %s', (message) => {
    expect(isMissingCode(new Error(message))).toBe(true);
    expect(isMissingCode(new Error('x is not a function'))).toBe(false);
  });
});
