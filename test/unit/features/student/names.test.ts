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

test('three equal first names are told apart, each by as many letters as it needs', () => {
  expect(shortNames(['Ana Gómez', 'Ana López', 'Ana Lagos'])).toEqual([
    'Ana G.',
    'Ana Ló.',
    'Ana La.',
  ]);
  expect(shortNames(['Ana García López', 'Ana García Pérez', 'Ana'])).toEqual([
    'Ana García L.',
    'Ana García P.',
    'Ana',
  ]);
});

test('names in other scripts are told apart in the same way, and whole where they have no parts', () => {
  expect(shortNames(['محمد علي', 'محمد حسن', '王小明', '김 민수', '김 민지'])).toEqual([
    'محمد ع.',
    'محمد ح.',
    '王小明',
    '김 민수',
    '김 민지',
  ]);
  expect(shortNames(['Иван Петров', 'Иван Павлов'])).toEqual(['Иван Пе.', 'Иван Па.']);
});

test('whoever has a name of their own is shown under a name of their own', () => {
  const part = fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' });
  const name = fc
    .tuple(fc.constantFrom('Ana', 'José', '王', 'محمد'), fc.array(part, { maxLength: 2 }))
    .map(([first, rest]) => [first, ...rest].join(' '));
  const whole = (text: string): string => text.trim().split(/\s+/u).join(' ').toLocaleLowerCase();
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12, selector: whole }), (names) => {
      expect(new Set(shortNames(names)).size).toBe(names.length);
    }),
  );
});

test('names that are equal as a whole stay equal', () => {
  expect(shortNames(['Ana Gómez', 'Ana Gómez'])).toEqual(['Ana Gómez', 'Ana Gómez']);
});

test('pages are cut between letters and named by them', () => {
  const names = ['Ada', 'Ana', 'Ben', 'Cy', 'Dan', 'Eva', 'Fay'];
  expect(pagesOf(names, 4).map(({ label }) => label)).toEqual(['A–C', 'D–F']);
});

test('letters of other scripts name a page as they are written', () => {
  const names = ['Émile', 'Zoë', 'אבי', '김민수', '박지민', '王小明'];
  expect(pagesOf(names, 2).map(({ label }) => label)).toEqual(['E–Z', 'א–김', '박–王']);
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
