import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import { buildForm } from '#domain/items/form.ts';
import { NAMES_BY_REGION, namesOf } from '#domain/items/stories/names.ts';
import { noun, tell, type Slots, type Words } from '#domain/items/stories/sentence.ts';
import { unitWord } from '#domain/items/units.ts';
import type { LocalText } from '#domain/kernel/local-text.ts';
import { objectiveRows, rowOf } from '#test/support/objective-rows.ts';
import { itemsWith, storyPage, storyText, type Numbers } from '#test/support/story-pages.ts';

/** Every scene of an objective with the numbers of these pages. A page is read by people before its sentences are released. */
const PAGES: readonly (readonly [objectiveId: string, ...pages: Numbers[]])[] = [
  ['wp-add-within-20', { a: { in: [2] }, b: { in: [5] } }, { a: { in: [9] }, b: { in: [8] } }],
  ['wp-sub-within-20', { a: { in: [6] }, b: { in: [2] } }, { a: { in: [17] }, b: { in: [9] } }],
  ['wp-compare-within-20', { a: { in: [5] }, b: { in: [3] } }, { a: { in: [18] }, b: { in: [9] } }],
  ['wp-change-unknown', { a: { in: [5] }, b: { in: [2] } }, { a: { in: [12] }, b: { in: [8] } }],
  ['wp-start-unknown', { a: { in: [5] }, b: { in: [2] } }, { a: { in: [12] }, b: { in: [8] } }],
  ['wp-add-sub-100', { a: { in: [23] }, b: { in: [12] } }, { a: { in: [58] }, b: { in: [27] } }],
  ['wp-money-dollar', { a: { in: [10] }, b: { in: [5] } }, { a: { in: [55] }, b: { in: [45] } }],
  [
    'wp-decimal-money',
    { a: { in: [305] }, b: { in: [190] } },
    { a: { in: [3205] }, b: { in: [1890] } },
  ],
  ['wp-equal-groups', { a: { in: [3] }, b: { in: [4] } }, { a: { in: [9] }, b: { in: [8] } }],
  ['wp-sharing', { q: { in: [4] }, d: { in: [6] } }, { q: { in: [9] }, d: { in: [9] } }],
  ['wp-times-as-many', { a: { in: [2] }, k: { in: [3] } }, { a: { in: [8] }, k: { in: [9] } }],
  [
    'wp-remainder',
    { q: { in: [4] }, d: { in: [6] }, r: { in: [5] } },
    { q: { in: [9] }, d: { in: [9] }, r: { in: [8] } },
  ],
  [
    'wp-two-step-100',
    { a: { in: [64] }, b: { in: [25] }, c: { in: [18] } },
    { a: { in: [24] }, b: { in: [8] }, c: { in: [5] } },
  ],
  [
    'wp-two-step-four-ops',
    { a: { in: [4] }, b: { in: [6] }, c: { in: [3, 10, 48, 52] } },
    { a: { in: [9] }, b: { in: [8] }, c: { in: [6, 60, 72, 73, 81] } },
  ],
  [
    'wp-multi-step',
    { a: { in: [3] }, b: { in: [2] }, c: { in: [20] }, u: { in: [245] }, v: { in: [115] } },
    { a: { in: [9] }, b: { in: [4] }, c: { in: [100] }, u: { in: [995] }, v: { in: [135] } },
  ],
  ['wp-area-perimeter', { l: { in: [8] }, w: { in: [5] } }, { l: { in: [12] }, w: { in: [11] } }],
  ['wp-conversion', { n: { in: [2] }, k: { in: [1] } }, { n: { in: [9] }, k: { in: [11] } }],
  [
    'wp-fraction-add-sub',
    { num: { in: [1, 2] }, den: { in: [2, 3] }, maxLcm: 6 },
    { num: { in: [1, 7] }, den: { in: [4, 8] }, maxLcm: 8 },
  ],
  ['wp-fraction-of', { n: { in: [2] }, d: { in: [3] }, w: { in: [6, 60] } }],
  [
    'wp-percent-discount',
    {
      dollars: { in: [24] },
      kinds: [
        { name: 'discount', change: '-', percents: [25] },
        { name: 'tip', change: '+', percents: [15] },
        { name: 'tax', change: '+', percents: [5] },
      ],
    },
  ],
];

const OBJECTIVES = PAGES.map(([id, ...pages]) => ({ id, pages }));

/** A single one of everything: what no course asks, and what every sentence has to bear all the same. */
const ONES: typeof PAGES = [
  ['wp-add-within-20', { a: { in: [1] }, b: { in: [1] }, result: { in: [2] } }],
  ['wp-sub-within-20', { a: { in: [2] }, b: { in: [1] }, result: { in: [1] } }],
  ['wp-compare-within-20', { a: { in: [2] }, b: { in: [1] }, result: { in: [1] } }],
  ['wp-change-unknown', { a: { in: [1] }, b: { in: [1] }, result: { in: [2] }, ops: [1] }],
  ['wp-change-unknown', { a: { in: [2] }, b: { in: [1] }, result: { in: [1] }, ops: [-1] }],
  ['wp-start-unknown', { a: { in: [2] }, b: { in: [1] }, result: { in: [1, 3] } }],
  ['wp-equal-groups', { a: { in: [1] }, b: { in: [1] } }],
  ['wp-sharing', { q: { in: [1] }, d: { in: [2] } }],
  ['wp-times-as-many', { a: { in: [1] }, k: { in: [2] } }],
  ['wp-remainder', { q: { in: [1] }, d: { in: [2] }, r: { in: [1] } }],
  ['wp-two-step-100', { forms: ['a-b+c'], a: { in: [2] }, b: { in: [1] }, c: { in: [1] } }],
  ['wp-two-step-100', { forms: ['a-b-c'], a: { in: [3] }, b: { in: [1] }, c: { in: [1] } }],
];

const file = (name: string): string =>
  join(import.meta.dirname, '..', '..', '..', '..', 'corpus', 'stories', `${name}.txt`);
const ids = [...new Set(PAGES.map(([id]) => id))];
const pagesOf = (id: string): string[] =>
  [...PAGES, ...ONES]
    .filter(([objectiveId]) => objectiveId === id)
    .flatMap(([, ...pages]) => pages.map((numbers) => storyPage(id, numbers)));

describe('the stories as they were read', () => {
  it('are those of every word problem of the table', () => {
    const stories = objectiveRows.filter(({ family }) => family.startsWith('story-'));
    expect(ids.toSorted()).toEqual(stories.map(({ id }) => id).toSorted());
  });

  it.each(ids)('%s tells every scene in English and Spanish, word by word', async (id) => {
    await expect(`${pagesOf(id).join('\n\n')}\n`).toMatchFileSnapshot(file(id));
  });
});

const numbersIn = (text: string): string[] => (text.match(/\d+(?:[.,]\d+)?/gu) ?? []).toSorted();

const ALL_NAMES = Object.values(NAMES_BY_REGION).flat().join('|');
const withoutNames = (text: string): string =>
  text.replaceAll(/\d+/gu, '#').replaceAll(new RegExp(ALL_NAMES, 'gu'), 'N');

describe('every story of the pages', () => {
  it.each(OBJECTIVES)('$id tells the same numbers in both languages', ({ id, pages }) => {
    for (const item of pages.flatMap((numbers) => itemsWith(id, numbers))) {
      const spanish = numbersIn(storyText(item, 'es')).map((n) => n.replace(',', '.'));
      expect(spanish).toEqual(numbersIn(storyText(item, 'en')));
    }
  });

  it.each(OBJECTIVES)(
    '$id is a question in both languages, with every place filled',
    ({ id, pages }) => {
      for (const item of pages.flatMap((numbers) => itemsWith(id, numbers))) {
        expect(storyText(item, 'en')).toMatch(/^[\p{Lu}\d$][^{}|~_]+\. \p{Lu}[^{}.]+\?$/u);
        expect(storyText(item, 'es')).toMatch(
          /^[\p{Lu}\d$][^{}|~_]+\. (?:\p{Lu}[^{}.]+, )?¿\p{L}[^{}.]+\?$/u,
        );
      }
    },
  );

  it.each(OBJECTIVES)('$id has at least twelve scenes of every kind', ({ id, pages }) => {
    const kinds = new Map<string, Set<string>>();
    for (const item of pages.flatMap((numbers) => itemsWith(id, numbers))) {
      const kind = item.tags.find((tag) => /^(?:type|form|ask|kind|op):/u.test(tag)) ?? '';
      const scene = item.identity.split(' ').at(-1) ?? '';
      kinds.set(kind, (kinds.get(kind) ?? new Set()).add(scene));
    }
    expect(kinds.size).toBeGreaterThan(0);
    for (const scenes of kinds.values()) expect(scenes.size).toBeGreaterThanOrEqual(12);
  });

  it.each(OBJECTIVES)('$id needs nothing that not every child has', ({ id, pages }) => {
    const unfair =
      /\b(?:gift|present|birthday|holiday|vacation|trip|mother|father|mom|dad|parent|pet|dog|cat|phone|restaurant|allowance|he|she|his|her)s?\b/iu;
    for (const item of pages.flatMap((numbers) => itemsWith(id, numbers)))
      expect(storyText(item, 'en')).not.toMatch(unfair);
  });

  it.each(OBJECTIVES)('$id: no scene is told twice in one form', ({ id }) => {
    const row = rowOf(id);
    for (let i = 0; i < 50; i += 1) {
      const form = buildForm(
        {
          objectiveId: id,
          family: row.family,
          version: 1,
          params: JSON.parse(row.params),
          count: Number(row.of),
          seed: `scenes ${i}`,
          avoid: [],
        },
        familyOf,
      );
      if (!form.ok) throw new Error(JSON.stringify(form.error));
      const texts = form.value.items.map((item) => withoutNames(storyText(item, 'en')));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('parameters that no story can tell', () => {
  const faultOf = (id: string, numbers: Numbers): string => {
    const row = rowOf(id);
    const found = familyOf(row.family, 1);
    const params = { ...(JSON.parse(row.params) as object), ...numbers }; // the table's own column
    const source = found.ok ? found.value.parse(params) : found;
    return source.ok ? 'loads' : `${source.error.code} at ${source.error.path ?? ''}`;
  };

  it.each<[what: string, id: string, numbers: Numbers, at: string]>([
    ['more scenes than there are', 'wp-add-within-20', { situations: 40 }, 'situations'],
    [
      'numbers too large for the scenes',
      'wp-add-sub-100',
      { a: { in: [900] }, result: { in: [888] }, b: { in: [12] } },
      'situations',
    ],
    ['a type of the other operation', 'wp-sub-within-20', { types: ['add-to'] }, 'types'],
    ['nothing to count', 'wp-add-within-20', { a: { min: 0, max: 5 } }, 'a'],
    ['an unknown start of a comparison', 'wp-compare-within-20', { unknown: 'start' }, 'types'],
    ['no numbers that fit', 'wp-sub-within-20', { result: { in: [50] } }, 'result'],
    ['types with different numbers', 'wp-sharing', { types: ['share', 'array'] }, 'types'],
    ['sharing with nobody', 'wp-sharing', { d: { in: [1] } }, 'd'],
    ['an unknown form', 'wp-two-step-100', { forms: ['a*a'] }, 'forms'],
    ['a form that no numbers fit', 'wp-two-step-100', { c: { in: [99] } }, 'forms'],
    ['a rectangle that is none', 'wp-area-perimeter', { l: { in: [2] } }, 'l'],
    [
      'a unit without a story',
      'wp-conversion',
      { pairs: [{ big: 'ton', small: 'lb', factor: 1000, step: 1, system: 'customary' }] },
      'pairs[0].big',
    ],
    ['quantities that cannot be cut', 'wp-fraction-of', { d: { in: [7] }, w: { in: [6] } }, 'w'],
    [
      'a tip that lowers the price',
      'wp-percent-discount',
      { kinds: [{ name: 'tip', change: '-', percents: [10] }] },
      'kinds[0].change',
    ],
    ['a field that nobody knows', 'wp-percent-discount', { sale: true }, 'sale'],
  ])('%s: refused with the field', (_, id, numbers, at) => {
    expect(faultOf(id, { blueprint: [], ...numbers })).toBe(
      at === 'sale' ? 'value.unknown-field at sale' : `value.bad at ${at}`,
    );
  });
});

describe('a sentence', () => {
  const told = (words: Words, slots: Slots = {}): LocalText => tell([words], slots);

  it('says an before a vowel, but leaves a name alone', () => {
    expect(told(['a eraser is here.', 'hay un borrador.']).en).toBe('An eraser is here.');
    expect(told(['Sofía adds a bead.', 'hay una.']).en).toBe('Sofía adds a bead.');
  });

  it('joins with e before the sound of an i', () => {
    const words: Words = [
      'Ravi and Inês.',
      'Ravi y Inês. Mei y Yusuf. Hierro y hielo. Pala y hilo.',
    ];
    expect(told(words).es).toBe('Ravi e Inês. Mei y Yusuf. Hierro y hielo. Pala e hilo.');
  });

  it('counts one, some and many by the number and the gender', () => {
    const leaf = noun('leaf|leaves', 'hoja|hojas', 'f');
    const words: Words = [
      '{a+} {a?falls|fall}; each {a.}, all the {a*}; {b}; {c#}.',
      '{a?cae|caen} {a+}; cada {a.}, {a~todos los|todas las} {a*}; {b}; {c#}.',
    ];
    const slots = { a: { n: 1, noun: leaf }, b: { n: null, noun: leaf }, c: { n: 7, noun: leaf } };
    expect(told(words, slots)).toEqual({
      en: '1 more leaf falls; each leaf, all the leaves; some leaves; 7.',
      es: 'Cae 1 hoja más; cada hoja, todas las hojas; algunas hojas; 7.',
    });
  });

  it('says one of a unit and many of it', () => {
    expect(unitWord('in', 1)).toEqual({ en: 'inch', es: 'pulgada' });
    expect(unitWord('ft', 2)).toEqual({ en: 'feet', es: 'pies' });
    expect(unitWord('floz', 1)).toEqual({ en: 'fluid ounce', es: 'onza líquida' });
  });
});

describe('the names in stories', () => {
  const all = Object.values(NAMES_BY_REGION).flat();

  it('are at least sixty, of at least ten regions, each once', () => {
    expect(Object.keys(NAMES_BY_REGION).length).toBeGreaterThanOrEqual(10);
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all).size).toBe(all.length);
  });

  it('begin with different letters in one story, and all of them come up', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 5000; i += 1) {
      const [first, second] = namesOf(`story ${i}`);
      expect(first[0]).not.toBe(second[0]);
      seen.add(first).add(second);
    }
    expect(seen.size).toBe(all.length);
  });
});
