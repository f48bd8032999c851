/** Catches the file that a screen gives to the person, in place of the browser's own download. */
import { expect, vi } from 'vitest';
import { assert } from '#domain/kernel/assert.ts';

/** @param act what makes the screen save */
export async function savedFile(
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly text: string }> {
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  try {
    await act();
    await expect.poll(() => clicks.mock.contexts.length).toBe(1);
    const [link] = clicks.mock.contexts;
    assert(link instanceof HTMLAnchorElement, 'a file is saved through a link');
    return { name: link.download, text: await (await fetch(link.href)).text() };
  } finally {
    clicks.mockRestore();
  }
}
