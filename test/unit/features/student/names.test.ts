import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOf } from '#features/student/name-pages.ts';
import { shortNames } from '#features/student/short-names.ts';
import { layOutTiles } from '#features/student/tile-layout.ts';

test('first names alone, where they differ', () => {
  expect(shortNames(['Ana Gómez', 'Ben Okafor', 'Mia'])).toEqual(['Ana', 'Ben', 'Mia']);
});

test('equal first names show the next letter, and more where that is equal too', () => {
  expect(shortNames(['Ana Gómez', 'Ana López', 'Ben'])).toEqual(['Ana G.', 'Ana L.', 'Ben']);
  expect(shortNames(['Ana Gomes', 'Ana Gold', 'Ana'])).toEqual(['Ana Gom.', 'Ana Gol.', 'Ana']);
  expect(shortNames(['Ana Go', 'Ana Gold'])).toEqual(['Ana Go', 'Ana Gol.']);
});

test('names that are equal as a whole stay equal', () => {
  expect(shortNames(['Ana Gómez', 'Ana Gómez'])).toEqual(['Ana Gómez', 'Ana Gómez']);
});

test('pages are cut between letters and named by them', () => {
  const names = ['Ada', 'Ana', 'Ben', 'Cy', 'Dan', 'Eva', 'Fay'];
  expect(pagesOf(names, 4).map(({ label }) => label)).toEqual(['A–C', 'D–F']);
});

test('a letter that does not fit on one page is told by its next letter', () => {
  const names = ['Mabel', 'Mara', 'Meg', 'Mia'];
  expect(pagesOf(names, 2).map(({ label }) => label)).toEqual(['Ma', 'Me–Mi']);
});

test('every child is on exactly one page, no page is too full, and there are as few as can be', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 80 }),
      fc.integer({ min: 1, max: 40 }),
      (names, capacity) => {
        const pages = pagesOf(names, capacity);
        expect(pages.flatMap(({ from, to }) => names.slice(from, to))).toEqual(names);
        for (const { from, to } of pages) expect(to - from).toBeLessThanOrEqual(capacity);
        expect(pages.length).toBe(Math.ceil(names.length / capacity));
      },
    ),
  );
});

test('35 children fit on at most one row of letters, at any size of screen', () => {
  for (const [width, height] of [
    [328, 430],
    [720, 640],
    [960, 420],
  ] as const) {
    const layout = layOutTiles(35, { width, height, rem: 16 });
    const pages = Math.ceil(35 / layout.capacity);
    expect(pages * 72 + (pages - 1) * 8).toBeLessThanOrEqual(width);
  }
});
