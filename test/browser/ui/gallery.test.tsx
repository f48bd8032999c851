import axe from 'axe-core';
import { page } from 'vitest/browser';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '#ui/i18n/language.ts';
import { galleryScreens } from './gallery.tsx';
import type { GalleryScreen } from './gallery.tsx';
import { mount } from './mount.tsx';

const names = Object.keys(galleryScreens).filter((name): name is GalleryScreen =>
  Object.hasOwn(galleryScreens, name),
);
const studentScreens: readonly GalleryScreen[] = [
  'question',
  'columns',
  'groups',
  'bond',
  'choice',
  'secret',
  'names',
];
const cases = (['light', 'dark'] as const).flatMap((theme) =>
  languages.map(({ id }) => ({ theme, language: id })),
);

/** What can be tapped, and is shown. */
function targets(): HTMLElement[] {
  const selector =
    'button, a[href], input:not([type=checkbox]), textarea, summary, label:has(input)';
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !isHidden(element),
  );
}

/** Helpers of the libraries for screen readers and for autofill: one pixel, or off the page. */
function isHidden(element: HTMLElement): boolean {
  const { width, bottom } = element.getBoundingClientRect();
  return (
    width <= 1 ||
    bottom <= 0 ||
    getComputedStyle(element.parentElement ?? element).clipPath === 'inset(50%)' ||
    element.closest('[aria-hidden=true], [data-react-aria-prevent-focus]') !== null
  );
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
  );
}

const nameOf = (element: Element) => element.outerHTML.slice(0, 160);

afterAll(() => page.viewport(768, 1024));

describe.each(names)('%s', (name) => {
  const Screen = galleryScreens[name];

  it.each(cases)('has nothing that axe objects to ($theme, $language)', async (options) => {
    await page.viewport(1024, 768);
    await mount(<Screen />, options);
    const { violations } = await axe.run(document.body, {
      rules: {
        region: { enabled: false },
        'landmark-one-main': { enabled: false },
        'page-has-heading-one': { enabled: false },
      },
    });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });

  const least = studentScreens.includes(name) ? 64 : 48;

  it(`every target is ${least} pixels and more, on a phone too`, async () => {
    await page.viewport(360, 800);
    await mount(<Screen />);
    const tooSmall = targets().filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return Math.min(width, height) < least;
    });
    expect(tooSmall.map(nameOf)).toEqual([]);
  });

  it('fits a phone without scrolling sideways, and no text is under 16 pixels', async () => {
    await page.viewport(360, 800);
    const container = await mount(<Screen />);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    const tooSmall = [...container.querySelectorAll('*')].filter(
      (element) =>
        !(element instanceof SVGElement) &&
        hasOwnText(element) &&
        Number.parseFloat(getComputedStyle(element).fontSize) < 16,
    );
    expect(tooSmall.map(nameOf)).toEqual([]);
  });
});
