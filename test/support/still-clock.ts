/** A tablet in a browser test whose clock goes on only where a test waits for something: what is measured does not depend on the machine. */
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import { forgetChild } from '#state/identified-child.ts';

export const NOW = Date.UTC(2026, 10, 23, 10);

/** For every test of the file: the clock stands at `NOW`, the page is in sight; afterwards nothing of the child is left. */
export function withStillClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] });
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  });
  afterEach(() => {
    cleanup();
    forgetChild();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}

/** Lets the clock of the tablet go on, ms. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const heading = (name: string) => page.getByRole('heading', { name, exact: true });
