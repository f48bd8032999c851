import type { RecordReader } from '../kernel/read-record.ts';

/** How many items of a form carry a tag: at least `min`, at most `max`. */
export interface BlueprintEntry {
  readonly tag: string;
  readonly min: number;
  readonly max: number;
}

/** Parameters that every family has. */
export interface FormParams {
  readonly blueprint: readonly BlueprintEntry[];
  /** A closed set of facts: every form asks nearly all of it, so that two forms are not claimed to differ. */
  readonly census: boolean;
  /** How many forms in a row share no item, and no twin: what a retake can rely on. */
  readonly fresh: { readonly items: number; readonly twins: number };
  /** Reading the item itself aloud would answer it: only the directions may be read. */
  readonly readDirectionsOnly: boolean;
}

/** What a blueprint may speak of in one family. */
export interface TagLanguage {
  /** Names; one that ends in `*` stands for any ending ("unknown:*"). */
  readonly tags: readonly string[];
  /** Numbers that may be compared with an integer ("result>10"). */
  readonly numbers: readonly string[];
}

/** What is known of one item before it is built. */
export interface Traits {
  readonly tags: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
}

export type TagTest = (traits: Traits) => boolean;

const COMPARISON = /^([a-z]+)(>=|<=|==|!=|>|<)(\d+)$/u;

/** The test that a tag stands for, or null when the family knows no such tag. */
export function tagTest(tag: string, language: TagLanguage): TagTest | null {
  const [, name = '', sign = '', digits = ''] = COMPARISON.exec(tag) ?? [];
  if (language.numbers.includes(name)) {
    const bound = Number(digits);
    return ({ numbers }) => compare(numbers[name] ?? Number.NaN, sign, bound);
  }
  const known = language.tags.some((pattern) =>
    pattern.endsWith('*')
      ? tag.startsWith(pattern.slice(0, -1)) && tag.length >= pattern.length
      : tag === pattern,
  );
  return known ? ({ tags }) => tags.includes(tag) : null;
}

function compare(n: number, sign: string, bound: number): boolean {
  switch (sign) {
    case '>':
      return n > bound;
    case '<':
      return n < bound;
    case '>=':
      return n >= bound;
    case '<=':
      return n <= bound;
    case '==':
      return n === bound;
    default:
      return n !== bound;
  }
}

/** Form lengths are small; a blueprint that says nothing about a maximum allows all. */
const NO_MAX = 99;

/** Reads the common parameters; faults stay in the reader. */
export function readFormParams(read: RecordReader, language: TagLanguage): FormParams {
  const entries = read.has('blueprint') ? read.list('blueprint') : [];
  const blueprint = entries.map((entry): BlueprintEntry => {
    const tag = entry.text('tag');
    if (tagTest(tag, language) === null) entry.fail('tag', `this family has no tag ${tag}`);
    const min = entry.has('min') ? entry.integer('min', 0, NO_MAX) : 0;
    const max = entry.has('max') ? entry.integer('max', 0, NO_MAX) : NO_MAX;
    if (min > max) entry.fail('max', 'the maximum is below the minimum');
    if (!entry.has('min') && !entry.has('max'))
      entry.fail('min', 'a minimum or a maximum is expected');
    return { tag, min, max };
  });
  const fresh = read.within('fresh');
  return {
    blueprint,
    census: read.has('pool') && read.oneOf('pool', ['census']) === 'census',
    fresh: { items: fresh.integer('items', 1, 3), twins: fresh.integer('twins', 1, 3) },
    readDirectionsOnly:
      read.has('readAloud') && read.oneOf('readAloud', ['directions']) === 'directions',
  };
}
