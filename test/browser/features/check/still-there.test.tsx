import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { identifyChild } from '#state/identified-child.ts';
import { idOf, openTablet, type Tablet } from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { ADA, classWith, openDraft } from '#test/support/supported-child.ts';
import { NOW, button, heading, withStillClock } from '#test/support/still-clock.ts';

withStillClock();
beforeEach(async () => {
  await page.viewport(768, 1024);
});

const asked = () => page.getByText('Are you still there?', { exact: true });
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

async function focusOn(name: string): Promise<void> {
  await expect.element(button(name)).toBeVisible();
  (button(name).element() as HTMLButtonElement).focus();
}

/** Ada at her own work, or at another place of hers. */
async function adaIsAt(supports: readonly string[] = [], path = ''): Promise<Tablet> {
  identifyChild({ student: idOf(ADA), by: 'secret' });
  const tablet = await openTablet({
    documents: classWith([...supports]),
    path: `/student/${idOf(ADA)}${path}`,
  });
  await expect.element(heading('My work')).toBeInTheDocument();
  return tablet;
}

test('before the work of a child is put away, the child is asked, and one tap stays', async () => {
  const tablet = await adaIsAt();
  await seconds(39);
  expect(asked().elements()).toEqual([]);
  await seconds(2);
  await expect.element(asked()).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  await button('Yes, I am here').click();
  await expect.poll(() => asked().elements()).toEqual([]);
  await seconds(39);
  expect(asked().elements()).toEqual([]);
  await seconds(2);
  await expect.element(asked()).toBeVisible();
  await seconds(20);
  await expect.poll(tablet.path).toBe('/student');
});

test.each([
  ['a touch', () => userEvent.click(heading('I am learning'))],
  ['a key', () => userEvent.keyboard('{Shift}')],
  ['the focus of a screen reader', () => focusOn('I am done')],
])('%s says that somebody is there', async (_, happens) => {
  const tablet = await adaIsAt();
  await seconds(45);
  await expect.element(asked()).toBeVisible();
  await happens();
  await expect.poll(() => asked().elements()).toEqual([]);
  await seconds(39);
  expect(asked().elements()).toEqual([]);
  expect(tablet.path()).toBe(`/student/${idOf(ADA)}`);
});

test('a child who listens is there; a voice that never ends is not a child', async () => {
  const speaking = vi.spyOn(speechSynthesis, 'speaking', 'get').mockReturnValue(true);
  const tablet = await adaIsAt();
  await seconds(100);
  expect(asked().elements()).toEqual([]);
  speaking.mockReturnValue(false);
  await seconds(41);
  await expect.element(asked()).toBeVisible();
  speaking.mockReturnValue(true);
  await seconds(1);
  await expect.poll(() => asked().elements()).toEqual([]);
  await seconds(120 + 61);
  await expect.poll(tablet.path).toBe('/student');
});

test.each([
  [['time-2'], 120],
  [['untimed'], 180],
] as const)('a child with %j has more time here too', async (supports, total) => {
  const tablet = await adaIsAt(supports);
  await seconds(total - 22);
  expect(asked().elements()).toEqual([]);
  await seconds(3);
  await expect.element(asked()).toBeVisible();
  await seconds(20);
  await expect.poll(tablet.path).toBe('/student');
});

test('the end of a check stays for twenty seconds, asks for twenty, and goes back to the door', async () => {
  const draft = openDraft({ position: 10 }, 10, NOW);
  identifyChild({ student: idOf(ADA), by: 'secret' });
  const tablet = await openTablet({
    documents: classWith([]),
    drafts: [draft],
    path: `/student/${idOf(ADA)}/check/${draft.id}`,
  });
  await button('I am finished').click();
  await button('Go on').click();
  await expect.element(heading('All done!')).toBeVisible();
  await seconds(18);
  expect(asked().elements()).toEqual([]);
  await seconds(4);
  await expect.element(asked()).toBeVisible();
  await seconds(20);
  await expect.poll(tablet.path).toBe('/student');
});
