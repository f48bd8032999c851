import { cleanup, render } from '@testing-library/react';
import { encode } from 'uqr';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fault, ok } from '#domain/kernel/result.ts';
import { BadgeStep } from '#features/student/badge-step.tsx';
import type { Child } from '#features/student/name-grid.tsx';
import { readCodes, type scanCodes } from '#platform/barcode.ts';
import { idOf } from '#test/support/class-tablet.tsx';
import { activate } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';

beforeEach(() => activate('en'));
afterEach(cleanup);

const ada = { id: idOf('Ada Lind'), name: 'Ada Lind', avatar: 'fox' };
const ownerOf = (badge: string) => (badge === 'badge-ada' ? ada : null);

/** A QR code as a printed badge has it, on a canvas. */
function drawnBadge(text: string): HTMLCanvasElement {
  const { data, size } = encode(text, { ecc: 'Q', border: 4 });
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * 6;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('a canvas to draw on');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = 'black';
  data.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x * 6, y * 6, 6, 6)));
  return canvas;
}

test('a badge is read by code of our own origin alone', async () => {
  expect(await readCodes(drawnBadge('q3Zt-opaque_token9'))).toEqual(['q3Zt-opaque_token9']);
  const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin);
  expect(asked.filter((origin) => origin !== location.origin)).toEqual([]);
});

test('a badge asks once more whose it is', async () => {
  const onKnown = vi.fn<(child: Child) => void>();
  const scan: typeof scanCodes = (_, onCode) => {
    onCode('badge-ada');
    return Promise.resolve(ok(undefined));
  };
  render(
    <UiProvider>
      <BadgeStep ownerOf={ownerOf} onKnown={onKnown} onBack={() => undefined} scan={scan} />
    </UiProvider>,
  );
  await page.getByRole('button', { name: "Yes, that's me" }).click();
  expect(onKnown).toHaveBeenCalledWith(ada);
});

test('a strange badge and a missing camera are said in plain words', async () => {
  const strange: typeof scanCodes = (_, onCode) => {
    onCode('badge-of-another-school');
    return Promise.resolve(ok(undefined));
  };
  const view = (scan: typeof scanCodes) => (
    <UiProvider>
      <BadgeStep ownerOf={ownerOf} onKnown={() => undefined} onBack={() => undefined} scan={scan} />
    </UiProvider>
  );
  const shown = render(view(strange));
  await expect.element(page.getByText(/This badge is not from this class/u)).toBeVisible();
  shown.unmount();
  render(view(() => Promise.resolve(fault('no-camera'))));
  await expect.element(page.getByText('The camera cannot be used here.')).toBeVisible();
  await expect.element(page.getByText('Tap your name instead.')).toBeVisible();
});
