import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Item } from '#domain/items/item.ts';
import { MistakeView } from '#features/check/mistake-view.tsx';
import { activate } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { itemNamed } from '#test/support/one-item.ts';
import { lookAtPage, openQuestions } from '#test/support/open-questions.tsx';

afterEach(async () => {
  cleanup();
  await page.viewport(768, 1024);
});

const sizes = [
  [360, 800],
  [768, 1024],
] as const;
const languages = ['en', 'es'] as const;
const cases = sizes.flatMap(([width, height]) =>
  languages.map((language) => ({ width, height, language })),
);

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

async function tap(digits: string): Promise<void> {
  for (const digit of digits) await button(digit).click();
}

/** The question and its boxes are seen without scrolling; the number pad may begin below them. */
function isWhole(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
}

const RANGE = { min: 1, max: 200 };
const withRemainder = {
  q: RANGE,
  d: { min: 2, max: 9 },
  r: { min: 0, max: 8 },
  unknown: ['result'],
};
const whole = { q: RANGE, d: { min: 2, max: 49 }, unknown: ['result'] };
const facts = { q: { min: 2, max: 9 }, d: { min: 2, max: 9 } };
const blocks = {
  ask: 'compose',
  parts: [100, 10, 1].map((place, i) => ({ name: 'htu'[i], place, min: 1, max: 9 })),
  orders: ['forward'],
  show: ['blocks'],
};

/** A question of each look: what is asked, and the boxes or options it has. */
const questions: readonly [name: string, make: () => Item][] = [
  [
    'a sum in columns',
    () =>
      itemNamed(
        'add-sub',
        { op: '+', a: { in: [483_907] }, b: { in: [76_548] }, unknown: ['result'] },
        '483907+76548',
      ),
  ],
  [
    'a product in columns',
    () =>
      itemNamed('multiply', { a: { in: [987] }, b: { in: [654] }, unknown: 'result' }, '987x654'),
  ],
  ['long division', () => itemNamed('divide', whole, '864:32')],
  ['long division with a remainder', () => itemNamed('divide', withRemainder, '995:7')],
  [
    'a fact with a remainder',
    () => itemNamed('divide', { ...facts, r: { min: 1, max: 8 }, unknown: ['result'] }, '29:4'),
  ],
  ['a missing dividend', () => itemNamed('divide', { ...facts, unknown: ['dividend'] }, '_:4=6')],
  ['place-value blocks', () => itemNamed('place-value', blocks, '979 forward blocks')],
  [
    'a marked digit',
    () =>
      itemNamed(
        'place-value',
        { ask: 'digit-value', n: { in: [482_915] }, places: [10_000] },
        'value 10000 of 482915',
      ),
  ],
  [
    'a number in words',
    () => itemNamed('place-value', { ask: 'from-words', n: { in: [777] } }, '777 in words'),
  ],
  [
    'expanded form',
    () =>
      itemNamed('place-value', { ask: 'expanded', n: { in: [368] }, places: [10] }, '368=300+_+8'),
  ],
  [
    'an estimate to choose',
    () =>
      itemNamed(
        'estimate',
        {
          op: '/',
          to: 10,
          q: { in: [49] },
          d: { in: [7] },
          r: { in: [4] },
          maxOnesAway: 2,
          options: 4,
        },
        '347:7',
      ),
  ],
  [
    'an estimate to type',
    () =>
      itemNamed(
        'estimate',
        { op: '-', to: 100, round: ['a', 'b'], a: { in: [712] }, b: { in: [389] } },
        '712-389',
      ),
  ],
];

describe.each(questions)('%s', (name, make) => {
  it.each(cases)(
    'stands whole on a screen of $width x $height ($language)',
    async ({ width, height, language }) => {
      await page.viewport(width, height);
      await openQuestions([make()], language);
      await lookAtPage(`${name.replaceAll(' ', '-')}-${width}-${language}`);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(smallTargets(64)).toEqual([]);
      expect(await axeFindings()).toEqual([]);
      const asked = [...document.querySelectorAll('main output, main [role=group], main svg')];
      const seen = asked.filter(
        (one) =>
          one.closest('[aria-label="Number keys"], [aria-label="Teclas de números"]') === null,
      );
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter((one) => !isWhole(one)).map(({ outerHTML }) => outerHTML)).toEqual([]);
    },
  );
});

describe('the way to the answer', () => {
  const mistakes: readonly [name: string, make: () => Item, given: string][] = [
    ['long division', () => itemNamed('divide', withRemainder, '815:8'), '11 R 7'],
    ['place-value blocks', () => itemNamed('place-value', blocks, '979 forward blocks'), '997'],
  ];
  const everywhere = mistakes.flatMap(([name, make, given]) =>
    cases.map((where) => ({ name, make, given, ...where })),
  );

  it.each(everywhere)(
    'of $name fits a screen of $width x $height ($language)',
    async ({ name, make, given, width, height, language }) => {
      await page.viewport(width, height);
      await activate(language);
      render(
        <UiProvider>
          <MistakeView
            item={make()}
            given={given}
            number={1}
            of={2}
            hearing={{ isRead: true, directionsOnly: false, draft: { supports: [] } }}
            onNext={() => undefined}
          />
        </UiProvider>,
      );
      await document.fonts.ready;
      await lookAtPage(`review-${name.replaceAll(' ', '-')}-${width}-${language}`);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(await axeFindings()).toEqual([]);
    },
  );
});

describe('a quotient with a remainder', () => {
  const make = () => itemNamed('divide', withRemainder, '995:7');

  it('is typed into two boxes: Next leads to the second', async () => {
    await page.viewport(360, 800);
    const check = await openQuestions([make()]);
    await tap('142');
    await button('Next').click();
    await tap('1');
    await expect.element(button('Left over, 1')).toBeVisible();
    await lookAtPage('long-division-with-a-remainder-typed-360');
    expect(check.entry()).toBe('142 R 1');
    await button('Next').click();
    await expect.element(page.getByText('All asked')).toBeVisible();
    expect(check.answers()).toEqual(['142 R 1']);
  });

  it('may leave the second box empty, and a box that is tapped is written in again', async () => {
    const check = await openQuestions([make(), make()]);
    await tap('14');
    await button('Next').click();
    await button('Next').click();
    expect(check.answers()).toEqual(['14']);
    await tap('9');
    await button('Left over, empty').click();
    await tap('5');
    await button('Result, 9').click();
    await tap('8');
    expect(check.entry()).toBe('98 R 5');
  });

  it('is typed on a hardware keyboard too', async () => {
    const check = await openQuestions([make()]);
    await userEvent.keyboard('142{Enter}1{Enter}');
    await expect.element(page.getByText('All asked')).toBeVisible();
    expect(check.answers()).toEqual(['142 R 1']);
  });
});
