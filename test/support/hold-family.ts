/**
 * The proof of one family of items, on every objective of the table that uses it: parameters and constraints say the same, forms keep
 * their blueprint, and a second, differently written solver agrees with the generator.
 */
import { describe, expect, it } from 'vitest';
import type { Source } from '#domain/items/family.ts';
import { familyOf } from '#domain/items/families.ts';
import { buildForm, type Form } from '#domain/items/form.ts';
import { gradeItem } from '#domain/items/grade.ts';
import { accepted } from '#domain/items/graders.ts';
import type { Item } from '#domain/items/item.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { workedAnswer } from '#domain/items/family.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { pick, seededRandom } from '#domain/kernel/random.ts';
import { assignments, readConstraints, spaceOf } from './constraints.ts';
import { FIRST_SEED, seedsOr } from './form-seeds.ts';
import { objectiveRows, type ObjectiveRow } from './objective-rows.ts';
import { waysToWrite } from './ways-to-write.ts';

export interface FamilyProof {
  readonly family: string;
  /** The variables of the row's constraints, read off an item's identity by a parser of the test's own. */
  readonly valuesOf: (identity: string, row: ObjectiveRow) => Readonly<Record<string, number>>;
  /** The answer as the grader writes it, worked out from what is shown alone (prompt, drawing), not as the generator does. */
  readonly solve: (item: Item, row: ObjectiveRow) => string;
  /**
   * Several items may stand for one assignment (a picture with another arrangement): then the sets are compared without regard to
   * how often. Left out: exactly one item for each.
   */
  readonly many?: boolean;
  /**
   * For spaces too large to list: parameters that let a row make little more than the items of these values, beside the Domains of the
   * same names, which are narrowed anyway. null: an identity does not tell all values.
   */
  readonly narrow?: (
    values: Readonly<Record<string, number>>,
    row: ObjectiveRow,
  ) => Readonly<Record<string, unknown>> | null;
  /** Tags of a form's items counted by the test's own reading; left out: the item's tags are taken. */
  readonly tagsOf?: (item: Item, row: ObjectiveRow) => readonly string[];
}

/** Seeds for each objective; the long form is set from outside. */
const SEEDS = seedsOr(2000);
/** Words are looked at in the first forms only: later ones repeat the same sentences. */
const WITH_WORDS = 100;
/** In so many of them an item is exchanged for its sibling. */
const WITH_SIBLING = 100;
/** Spaces up to this size are compared item by item. */
const ENUMERATED = 80_000;
/** Of larger ones so many assignments are looked at, allowed ones and others. */
const SAMPLES = 200;
const MOST_TRIES = 100_000;

const inWords = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .toSorted(([x], [y]) => (x < y ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** Declares the tests of one family. */
export function holdFamily(proof: FamilyProof): void {
  const rows = objectiveRows.filter(({ family }) => family === proof.family);
  describe(`${proof.family}`, () => {
    it('is used by objectives of the table', () => {
      expect(rows.length).toBeGreaterThan(0);
    });
    it.each(rows)('$id: what is drawn is what the constraints allow', (row) => {
      expect(faultOf(() => holdConstraints(proof, row))).toBe('');
    });
    it.each(rows)('$id: forms keep the blueprint, and every answer is worked out twice', (row) => {
      expect(faultOf(() => holdForms(proof, row))).toBe('');
    });
  });
}

/** What `work` throws, or nothing: a million items are looked at, and only what is wrong is worth words. */
function faultOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
}

function holdForms(proof: FamilyProof, row: ObjectiveRow): void {
  const check = formCheck(proof, row);
  let avoid: readonly string[] = [];
  let siblings = 0;
  for (let i = 0; i < SEEDS; i += 1) {
    // Every other form is a retake of the one before.
    const form = formOf(row, `seed ${FIRST_SEED + i}`, i % 2 === 1 ? avoid : []);
    check(form, i < WITH_WORDS);
    if (i < WITH_SIBLING) siblings += holdSibling(row, form, i, avoid, check);
    avoid = form.items.map(({ identity }) => identity);
  }
  // A closed set of facts may be asked whole: then there is no other one to ask.
  hold(siblings > 0 || row.params.includes('census'), () => 'no item has a sibling');
}

/**
 * The child was away, and one item is another one of its kind: the others stay, and all that holds for a form holds.
 * @returns 1 where there was another one
 */
function holdSibling(
  row: ObjectiveRow,
  before: Form,
  seed: number,
  earlier: readonly string[],
  check: (form: Form, words: boolean) => void,
): number {
  const place = seed % before.items.length;
  const avoid = seed % 2 === 1 ? earlier : [];
  const after = formOf(row, `seed ${FIRST_SEED + seed}`, avoid, [place]);
  check(after, false);
  const different = after.items.flatMap(({ identity }, i) =>
    identity === before.items[i]?.identity ? [] : [i],
  );
  hold(
    different.every((i) => i === place),
    () => `${place} was exchanged: ${different.join(' ')}`,
  );
  const old = before.items[place]?.identity;
  const again = formOf(row, `seed ${FIRST_SEED + seed}`, avoid, [place, place]);
  check(again, false);
  if (different.length > 0) hold(again.items[place]?.identity !== old, () => `${old} is back`);
  return different.length;
}

function sourceOf(row: ObjectiveRow): Source {
  const found = familyOf(row.family, 1);
  const source = found.ok ? found.value.parse(JSON.parse(row.params)) : found;
  if (!source.ok) throw new Error(`${row.id}: ${JSON.stringify(source.error)}`);
  return source.value;
}

function formOf(
  row: ObjectiveRow,
  seed: string,
  avoid: readonly string[],
  replaced: readonly number[] = [],
): Form {
  const form = buildForm(
    {
      objectiveId: row.id,
      family: row.family,
      version: 1,
      params: JSON.parse(row.params),
      count: Number(row.of),
      seed,
      avoid,
      replaced,
    },
    familyOf,
  );
  if (!form.ok) throw new Error(`${row.id} ${seed}: ${JSON.stringify(form.error)}`);
  return form.value;
}

function holdConstraints(proof: FamilyProof, row: ObjectiveRow): void {
  const constraints = readConstraints(row.constraints);
  const source = sourceOf(row);
  const values = (identity: string): Readonly<Record<string, number>> =>
    proof.valuesOf(identity, row);
  if (source.size <= ENUMERATED && spaceOf(constraints) <= 40 * ENUMERATED) {
    const made = source.all().map(({ identity }) => inWords(values(identity)));
    const wanted = [...assignments(constraints)].map(inWords);
    const [can, may] = [new Set(made), new Set(wanted)];
    const [over] = made.filter((one) => !may.has(one));
    const [short] = wanted.filter((one) => !can.has(one));
    hold(over === undefined, () => `drawn, and not allowed: ${over}`);
    hold(short === undefined, () => `allowed, and never drawn: ${short}`);
    hold(proof.many === true || made.length === wanted.length, () => 'an item twice');
    return;
  }
  // Too many to list: what is drawn is allowed, and what is allowed can be drawn.
  const random = seededRandom(row.id);
  let drawn = 0;
  for (let i = 0; i < 4000; i += 1) {
    const one = source.draw(random);
    if (one === null) continue;
    drawn += 1;
    hold(constraints.accepts(values(one.identity)), () => `${one.identity} is not allowed`);
  }
  hold(drawn > 100, () => `only ${drawn} of 4000 draws`);
  holdSamples(proof, row);
}

/** Of a space too large to list: assignments by chance, allowed ones and others, and whether items can be made of exactly these numbers. */
function holdSamples(proof: FamilyProof, row: ObjectiveRow): void {
  const constraints = readConstraints(row.constraints);
  const params = JSON.parse(row.params) as Readonly<Record<string, unknown>>; // the table's own column
  const narrow = [...constraints.variables.keys()].filter((name) => isDomain(params[name]));
  if (narrow.length === 0) return;
  const random = seededRandom(`samples of ${row.id}`);
  const left = { allowed: SAMPLES, refused: SAMPLES };
  for (let tries = 0; tries < MOST_TRIES && left.allowed + left.refused > 0; tries += 1) {
    const values = Object.fromEntries(
      Array.from(constraints.variables, ([name, list]) => [name, pick(random, list)]),
    );
    const kind = constraints.accepts(values) ? 'allowed' : 'refused';
    if (left[kind] === 0) continue;
    left[kind] -= 1;
    const more = proof.narrow === undefined ? {} : proof.narrow(values, row);
    if (more === null) return;
    const only = Object.fromEntries(narrow.map((name) => [name, { in: [values[name]] }]));
    const made = identitiesOf(row, { ...params, ...only, ...more }).map((one) =>
      inWords(proof.valuesOf(one, row)),
    );
    const can = made.includes(inWords(values));
    hold(can === (kind === 'allowed'), () => `${kind}: ${inWords(values)}, but ${made.join('; ')}`);
  }
  hold(left.allowed < SAMPLES / 2, () => `only ${SAMPLES - left.allowed} allowed samples`);
}

const isDomain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('min' in value || 'in' in value);

/** Every item of narrow parameters; none where they are refused because nothing fits. */
function identitiesOf(row: ObjectiveRow, params: unknown): string[] {
  const found = familyOf(row.family, 1);
  const source = found.ok ? found.value.parse(params) : found;
  return source.ok ? source.value.all().map(({ identity }) => identity) : [];
}

interface Blueprint {
  readonly blueprint?: readonly {
    readonly tag: string;
    readonly min?: number;
    readonly max?: number;
  }[];
}

/** A million forms are looked at: only what is wrong is worth an assertion's words. */
function hold(fits: boolean, words: () => string): void {
  if (!fits) throw new Error(words());
}

function formCheck(proof: FamilyProof, row: ObjectiveRow): (form: Form, words: boolean) => void {
  const constraints = readConstraints(row.constraints);
  const { blueprint = [] } = JSON.parse(row.params) as Blueprint; // the table's own column
  // An item of a listed pool is one object, made once: in its thousandth form it is what it was in its first.
  const held = new WeakSet<Item>();
  const tried = new Set<string>();
  return ({ items }, words) => {
    hold(items.length === Number(row.of), () => `${items.length} items`);
    const twins = new Set(items.map(({ twin }) => twin));
    hold(twins.size === items.length, () => `twins: ${items.map(({ twin }) => twin).join(', ')}`);
    for (const item of items) {
      if (words) holdWords(item);
      if (held.has(item)) continue;
      held.add(item);
      const { identity } = item;
      const allowed = constraints.accepts(proof.valuesOf(identity, row));
      hold(allowed, () => `${identity} is outside the constraints`);
      const solved = proof.solve(item, row);
      const key = accepted(item.answer);
      hold(solved === key, () => `${identity}: generator ${key}, second solver ${solved}`);
      holdAnswer(item);
      holdWays(item, tried);
    }
    for (const { tag, min = 0, max = items.length } of blueprint) {
      const tagged = items.filter((item) =>
        (proof.tagsOf?.(item, row) ?? item.tags).includes(tag),
      ).length;
      hold(tagged >= min && tagged <= max, () => `${tagged} items are ${tag}`);
    }
  };
}

/** One unambiguous answer: what a child would type is right, and no known mistake is. */
function holdAnswer(item: Item): void {
  const { identity, answer, traps } = item;
  const typed = rightAnswer(answer);
  hold(gradeItem(item, typed).verdict === 'right', () => `${identity}: ${typed} is not right`);
  const key = accepted(answer);
  for (const { tag, value } of traps)
    hold(value !== key, () => `${identity}: ${tag} gives the answer`);
  if (answer.kind !== 'choice') return;
  const { options } = answer;
  hold(new Set(options.map(({ id }) => id)).size === options.length, () => `${identity}: options`);
  const faces = options.map(({ text, figure }) => `${text.en} ${JSON.stringify(figure)}`);
  hold(new Set(faces).size === faces.length, () => `${identity}: two options look alike`);
}

/**
 * However it is written, the right answer is right, and what lies close beside it is not.
 * @param tried answers of this objective that were looked at already: many items have the same one
 */
function holdWays(item: Item, tried: Set<string>): void {
  const { identity, answer } = item;
  if (answer.kind !== 'choice') {
    const one = Object.values(answer).join(' ');
    if (tried.has(one)) return;
    tried.add(one);
  }
  const { right, wrong, asked = [] } = waysToWrite(answer);
  const verdicts = { right, wrong, unreadable: asked } as const;
  for (const [wanted, raws] of Object.entries(verdicts))
    for (const raw of raws) {
      const { verdict } = gradeItem(item, raw);
      hold(verdict === wanted, () => `${identity}: "${raw}" is ${verdict}, not ${wanted}`);
    }
}

const BROKEN = /undefined|NaN|\[object|[{}]|__/u;

/** Every text is there in both languages, filled in. */
function holdWords(item: Item): void {
  for (const language of ['en', 'es'] as const) {
    const said = speakItem(item, language);
    hold(!BROKEN.test(said), () => `${item.identity}: ${said}`);
    hold(shownPrompt(item, language).length > 0, () => `${item.identity}: nothing is shown`);
    for (const { spoken } of shownPrompt({ prompt: workedAnswer(item) }, language))
      hold(!BROKEN.test(spoken), () => `${item.identity}: ${spoken}`);
  }
}
