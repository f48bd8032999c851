import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AnyDocument } from '#domain/model/documents.ts';
import { forgetChild, identifyChild } from '#state/identified-child.ts';
import {
  classDocuments,
  idOf,
  NAMES,
  openTablet,
  theCourse,
  theObjective,
  type Tablet,
  type TabletOptions,
} from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { checkEntry, progressOf } from '#test/support/staff-tablet.tsx';

afterEach(() => {
  cleanup();
  forgetChild();
});

const ADA = idOf('Ada Lind');
const PATH = `/student/${ADA}/practice/${theCourse.id}/${theObjective.id}`;
const POSITION = theCourse.objectives.indexOf(theObjective);
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Ada's practice of "Multiply two one-digit numbers"; her last check was not met. */
async function practice(options: TabletOptions = {}): Promise<Tablet> {
  identifyChild({ student: ADA, by: 'secret' });
  const missed: AnyDocument = {
    key: `progress/${ADA}/${theCourse.id}`,
    kind: 'progress',
    body: progressOf(theCourse, [{ position: POSITION, entry: checkEntry(5) }]),
  };
  return openTablet({ documents: [...classDocuments(NAMES), missed], path: PATH, ...options });
}

/** The two factors on screen. */
function factors(): [number, number] {
  const [, a = '', b = ''] =
    /(\d)\s*×\s*(\d)/u.exec(document.querySelector('main')?.textContent ?? '') ?? [];
  return [Number(a), Number(b)];
}
async function type(digits: number): Promise<void> {
  await userEvent.keyboard(String(digits));
  await userEvent.keyboard('{Enter}');
}

test('every answer is answered at once: right, another go after a miss, the way after the second, and it never ends', async () => {
  await page.viewport(768, 1024);
  const tablet = await practice();
  await expect.element(page.getByText('Nothing here is counted.')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  const [a, b] = factors();
  await type(a * b);
  await expect.element(page.getByText('Yes!')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Yes!')).not.toBeInTheDocument();
  await type(1000);
  await expect.element(page.getByText('Not quite. Look once more.')).toBeVisible();
  await type(1000);
  await expect.element(page.getByText('This is how it goes.')).toBeVisible();
  const [c, d] = factors();
  expect(document.querySelector('main')?.textContent).toContain(String(c * d));
  expect(await axeFindings()).toEqual([]);
  for (let i = 0; i < 12; i += 1) {
    await userEvent.keyboard('{Enter}');
    // New questions may be on their way: there is a place for the answer once the next one is there.
    await expect.element(page.getByRole('status', { name: 'Your answer' })).toBeVisible();
    const [x, y] = factors();
    await type(x * y);
    await expect.element(page.getByText('Yes!')).toBeVisible();
  }
  await expect
    .element(page.getByRole('img', { name: '10 of the last 10 right at once' }))
    .toBeVisible();
  // Never evidence: nothing but the note that the mistakes were practiced.
  expect(tablet.appended.map(({ kind }) => kind)).toEqual(['attempt.review']);
  expect(tablet.saves).toEqual([]);
});

test('after a miss the next digit begins the answer anew; Delete mends what stands there', async () => {
  await page.viewport(768, 1024);
  await practice();
  const answer = page.getByRole('status', { name: 'Your answer' });
  await expect.element(answer).toBeVisible();
  const [a, b] = factors();
  const stands = (text: string) =>
    expect.poll(() => answer.element().textContent.replaceAll(/\D/gu, '')).toBe(text);
  await type(1000);
  await expect.element(page.getByText('Not quite. Look once more.')).toBeVisible();
  await userEvent.keyboard('4');
  await stands('4');
  await userEvent.keyboard('2');
  await stands('42');
  await userEvent.keyboard('{Backspace}{Backspace}');
  await type(a * b);
  await expect.element(page.getByText('Now you have it.')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Now you have it.')).not.toBeInTheDocument();
  const [c, d] = factors();
  await type(c * d * 10 + 1);
  await expect.element(page.getByText('Not quite. Look once more.')).toBeVisible();
  await userEvent.keyboard('{Backspace}0{Backspace}{Backspace}');
  await stands(String(c * d).slice(0, -1));
});

test('three practiced questions stand for looking at the mistakes: another try is open then', async () => {
  await page.viewport(1024, 768);
  const tablet = await practice();
  for (let i = 0; i < 3; i += 1) {
    expect(tablet.appended).toEqual([]);
    await button('Show me how').click();
    await button('Next').click();
  }
  await expect
    .poll(() => tablet.appended)
    .toMatchObject([
      { kind: 'attempt.review', about: `student/${ADA}`, by: `student/${ADA}`, refs: ['slot/1.1'] },
    ]);
  await button('Enough practice').click();
  expect(tablet.path()).toBe(`/student/${ADA}`);
});

test('in Spanish, on a phone, by touch, with the other child at the door', async () => {
  await page.viewport(360, 800);
  await practice({ language: 'es' });
  await expect.element(page.getByText('Aquí no cuenta nada.')).toBeVisible();
  await button('7').click();
  await button('Revisar').click();
  const [a, b] = factors();
  const said = a * b === 7 ? '¡Sí!' : 'Casi. Míralo otra vez.';
  await expect.element(page.getByText(said)).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  cleanup();
  forgetChild();
  const other = await openTablet({ path: PATH });
  await expect.poll(other.path).toBe('/student');
});
