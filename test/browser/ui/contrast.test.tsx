import { describe, expect, it } from 'vitest';
import { StatusGlyph } from '#ui/status/status-glyph.tsx';
import { statusKeys } from '#ui/status/status-style.ts';
import { contrast, token } from './colour.ts';
import { mount } from './mount.tsx';

const themes = ['light', 'dark'] as const;

/** Text on ground: 4.5. */
const textPairs = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'surface-raised'],
  ['ink', 'surface-sunken'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'surface-raised'],
  ['ink-soft', 'surface-sunken'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-press'],
  ['accent-text', 'paper'],
  ['accent-text', 'surface'],
  ['accent-text', 'surface-raised'],
  ['accent-text', 'accent-soft'],
  ['amber-text', 'amber-soft'],
  ['red-text', 'red-soft'],
  ['red-text', 'surface'],
  ['red-text', 'paper'],
  ['on-red', 'red'],
] as const;

/** Edges of controls and the focus ring on ground: 3. */
const edgePairs = [
  ['line-strong', 'paper'],
  ['line-strong', 'surface'],
  ['line-strong', 'surface-raised'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['amber-line', 'paper'],
  ['red-line', 'paper'],
] as const;

/** As a child with this support sees it. */
function highContrast<T>(look: () => T): T {
  const { dataset } = document.documentElement;
  dataset['contrast'] = 'high';
  try {
    return look();
  } finally {
    delete dataset['contrast'];
  }
}

describe.each(themes)('in the %s theme', (theme) => {
  it.each(textPairs)('%s can be read on %s', async (text, ground) => {
    await mount(null, { theme });
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edgePairs)('%s can be seen on %s', async (edge, ground) => {
    await mount(null, { theme });
    expect(contrast(token(edge), token(ground))).toBeGreaterThanOrEqual(3);
  });

  it.each(textPairs)('with high contrast %s stands out from %s', async (text, ground) => {
    await mount(null, { theme });
    expect(highContrast(() => contrast(token(text), token(ground)))).toBeGreaterThanOrEqual(7);
  });

  it.each(edgePairs)('with high contrast %s is seen on %s', async (edge, ground) => {
    await mount(null, { theme });
    expect(highContrast(() => contrast(token(edge), token(ground)))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(statusKeys)('the shape of "%s" stands out from its fill', async (status) => {
    const container = await mount(<StatusGlyph status={status} />, { theme });
    const glyph = container.querySelector('[data-status]');
    if (glyph === null) throw new Error('nothing was drawn');
    const style = getComputedStyle(glyph);
    expect(contrast(style.color, style.backgroundColor)).toBeGreaterThanOrEqual(4.5);
    expect(getComputedStyle(glyph, '::before').content).toBe('""');
  });

  it('every status has a shape of its own, without its colours', async () => {
    const container = await mount(
      statusKeys.map((status) => <StatusGlyph key={status} status={status} />),
      { theme },
    );
    const shapes = [...container.querySelectorAll('[data-status]')].map((element) => {
      const own = getComputedStyle(element);
      const { clipPath, backgroundImage, borderTopWidth } = getComputedStyle(element, '::before');
      const plain = (image: string) => image.replaceAll(/rgba?\([^)]*\)/gu, '');
      return [clipPath, plain(backgroundImage), borderTopWidth, plain(own.backgroundImage)].join(
        '|',
      );
    });
    expect(new Set(shapes).size).toBe(statusKeys.length);
  });
});
