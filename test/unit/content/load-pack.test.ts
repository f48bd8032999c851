import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSuccessor, loadPack } from '#content/load-pack.ts';
import earlyElementary from '#content/packs/early-elementary-math.json' with { type: 'json' };
import lateElementary from '#content/packs/late-elementary-math-1.json' with { type: 'json' };
import spanishOral from '#content/packs/spanish-interpersonal-oral.json' with { type: 'json' };
import type { Course } from '#domain/model/course.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const good: Record<string, Json> = {
  math: lateElementary,
  early: earlyElementary,
  spanish: spanishOral,
};

/** A copy of a pack with one place changed; `undefined` takes the place out. */
function changed(pack: string, path: Path, value: Json | undefined): Json {
  const copy = structuredClone(good[pack]) ?? null;
  let at: Json = copy;
  for (const step of path.slice(0, -1)) at = child(at, step);
  const last = path.at(-1) ?? '';
  if (Array.isArray(at)) {
    if (value === undefined) at.splice(Number(last), 1);
    else at[Number(last)] = value;
  } else if (typeof at === 'object' && at !== null) {
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return copy;
}

function child(at: Json, step: string | number): Json {
  const next = Array.isArray(at)
    ? at[Number(step)]
    : typeof at === 'object' && at !== null
      ? at[step]
      : undefined;
  if (next === undefined) throw new Error(`nothing at ${step}`);
  return next;
}

function faultOf(value: unknown, deep = false): string {
  const loaded = loadPack(value, { deep });
  return loaded.ok ? 'loads' : `${loaded.error.code} at ${loaded.error.path ?? ''}`;
}

function courseOf(value: unknown): Course {
  const loaded = loadPack(value);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value.course;
}

describe('a good pack', () => {
  it.each(Object.keys(good))('%s loads, and every form it claims can be built', (name) => {
    expect(faultOf(good[name], true)).toBe('loads');
  });

  it('gives every objective its revision and keeps the notes out of the course', () => {
    const loaded = loadPack(good['math']);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    const [first] = loaded.value.course.objectives;
    expect(first?.rev).toMatch(/^[A-Za-z0-9_-]{22}$/u);
    expect(first).not.toHaveProperty('assumes');
    const notes = [...loaded.value.assumes].find(([id]) => id === first?.id)?.[1];
    expect(notes).toEqual(['skip-count-5', 'add-three-one-digit']);
  });
});

const rule = ['objectives', 3, 'rule'];
const params = ['objectives', 3, 'check', 'params'];

describe('a bad pack is refused with the path of its fault', () => {
  it.each<[string, string, Path, Json | undefined, string]>([
    ['a title without Spanish', 'math', ['title', 'es'], undefined, 'value.bad at title.es'],
    ['an empty title', 'math', ['units', 0, 'title', 'en'], ' ', 'value.bad at units[0].title.en'],
    ['an id with spaces', 'math', ['objectives', 2, 'id'], 'a b', 'value.bad at objectives[2].id'],
    ['a version of zero', 'math', ['version'], 0, 'value.bad at version'],
    [
      'a misspelt field',
      'math',
      ['objectives', 0, 'titel'],
      'x',
      'value.unknown-field at objectives[0].titel',
    ],
    [
      'an objective that is a text',
      'math',
      ['objectives', 5],
      'x',
      'value.not-an-object at objectives[5]',
    ],
    ['objectives that are no list', 'math', ['objectives'], {}, 'value.bad at objectives'],
    [
      'a written revision',
      'math',
      ['objectives', 0, 'rev'],
      'x',
      'value.unknown-field at objectives[0].rev',
    ],
    ['11 of 10', 'math', [...rule, 'correct'], 11, 'value.bad at objectives[3].rule.correct'],
    ['0 of 10', 'math', [...rule, 'correct'], 0, 'value.bad at objectives[3].rule.correct'],
    ['2 minutes', 'math', [...rule, 'minutes'], 2, 'value.bad at objectives[3].rule.minutes'],
    ['21 minutes', 'math', [...rule, 'minutes'], 21, 'value.bad at objectives[3].rule.minutes'],
    ['an unknown rule', 'math', [...rule, 'type'], 'magic', 'value.bad at objectives[3].rule.type'],
    [
      'a share above 100',
      'math',
      ['units', 0, 'seal', 'percent'],
      101,
      'value.bad at units[0].seal.percent',
    ],
    [
      'an unknown family',
      'math',
      ['objectives', 3, 'check', 'family'],
      'origami',
      'items.unknown-family at objectives[3].check.family',
    ],
    [
      'an unreleased version',
      'math',
      ['objectives', 3, 'check', 'version'],
      9,
      'items.unknown-family at objectives[3].check.family',
    ],
    [
      'a Domain upside down',
      'math',
      [...params, 'a'],
      { min: 9, max: 0 },
      'value.bad at objectives[3].check.params.a',
    ],
    [
      'a tag nobody knows',
      'math',
      [...params, 'blueprint', 0, 'tag'],
      'shiny',
      'value.bad at objectives[3].check.params.blueprint[0].tag',
    ],
    [
      'no claim of fresh forms',
      'math',
      [...params, 'fresh'],
      undefined,
      'value.not-an-object at objectives[3].check.params.fresh',
    ],
    [
      'a unit of another course',
      'math',
      ['objectives', 1, 'unit'],
      'no-such-unit',
      'pack.unknown-unit at objectives[1].unit',
    ],
    [
      'an unknown prerequisite',
      'math',
      ['objectives', 4, 'prerequisites', 0],
      'flying',
      'pack.unknown-prerequisite at objectives[4].prerequisites[0]',
    ],
    [
      'a circle of prerequisites',
      'math',
      ['objectives', 0, 'prerequisites'],
      ['mul-by-2-5-10'],
      'pack.prerequisite-cycle at objectives[0].prerequisites',
    ],
    [
      'an objective that needs itself',
      'math',
      ['objectives', 0, 'prerequisites'],
      ['mul-equal-groups'],
      'pack.prerequisite-cycle at objectives[0].prerequisites',
    ],
    [
      'an assumption that is in the course',
      'math',
      ['objectives', 1, 'assumes'],
      ['mul-1d-1d'],
      'value.bad at objectives[1].assumes[0]',
    ],
    [
      'an objective twice',
      'math',
      ['objectives', 1, 'id'],
      'mul-equal-groups',
      'pack.duplicate-id at objectives[1].id',
    ],
    [
      'a check without items',
      'math',
      ['objectives', 2, 'check'],
      undefined,
      'value.bad at objectives[2].check',
    ],
    [
      'a method nobody knows',
      'math',
      ['objectives', 2, 'methods', 0],
      'guess',
      'value.bad at objectives[2].methods',
    ],
    [
      'no I-can sentence',
      'math',
      ['objectives', 2, 'ican'],
      undefined,
      'value.not-an-object at objectives[2].ican',
    ],
    ['no example', 'math', ['objectives', 2, 'example'], [], 'value.bad at objectives[2].example'],
    [
      'an empty unit',
      'spanish',
      ['units', 2],
      { id: 'more', title: { en: 'More', es: 'Más' } },
      'pack.empty-unit at units[2]',
    ],
    [
      'no question to ask',
      'spanish',
      ['objectives', 0, 'interview', 'questions'],
      [],
      'value.bad at objectives[0].interview.questions',
    ],
    [
      'a question without English',
      'spanish',
      ['objectives', 0, 'interview', 'questions', 1, 'en'],
      undefined,
      'value.bad at objectives[0].interview.questions[1].en',
    ],
    [
      'an interview without questions',
      'spanish',
      ['objectives', 0, 'interview'],
      undefined,
      'value.bad at objectives[0].interview',
    ],
    [
      'more different things than there are',
      'spanish',
      ['objectives', 3, 'rule', 'times'],
      11,
      'value.bad at objectives[3].interview.things',
    ],
    [
      'more than 100 percent',
      'spanish',
      ['objectives', 6, 'rule', 'percent'],
      100,
      'value.bad at objectives[6].rule.percent',
    ],
    [
      'level 5 of 4',
      'spanish',
      ['objectives', 7, 'rule', 'level'],
      5,
      'value.bad at objectives[7].rule.level',
    ],
    [
      'no criteria',
      'spanish',
      ['objectives', 7, 'rule', 'criteria'],
      [],
      'value.bad at objectives[7].rule.criteria',
    ],
  ])('%s', (_, pack, path, value, expected) => {
    expect(faultOf(changed(pack, path, value))).toBe(expected);
  });

  it('a check with a rule that counts no score', () => {
    const demonstrations = { type: 'demonstrations', times: 2, distinct: 'day' };
    expect(faultOf(changed('math', rule, demonstrations))).toBe('value.bad at objectives[3].rule');
  });

  it('a claim of fresh forms that no search can find', () => {
    const pack = changed('math', ['objectives', 2, 'check', 'params', 'fresh', 'items'], 3);
    expect(faultOf(pack)).toBe('loads');
    expect(faultOf(pack, true)).toBe('pack.fresh-unreachable at objectives[2].check.params.fresh');
  });

  it('a blueprint that no form can keep', () => {
    const pack = changed('math', [...params, 'blueprint', 0, 'min'], 11);
    expect(faultOf(pack, true)).toBe('pack.form-impossible at objectives[3].check.params');
  });

  it('rules nested too deep, a choice of one, and parts of the same name', () => {
    const day = { type: 'demonstrations', times: 1, distinct: 'day' };
    const any = (...rules: Json[]): Json => ({ type: 'any', rules });
    const part = (id: string): Json => ({ id, name: { en: 'a', es: 'a' }, rule: day });
    const withRule = (value: Json): string =>
      faultOf(changed('spanish', ['objectives', 0, 'rule'], value));
    expect(withRule(any(day, day))).toBe('loads');
    expect(withRule(any(day))).toBe('value.bad at objectives[0].rule.rules');
    expect(withRule(any(day, any(day, any(day, day))))).toBe(
      'value.bad at objectives[0].rule.rules[1].rules[1].rules',
    );
    expect(withRule({ type: 'parts', parts: [part('x'), part('y')] })).toBe('loads');
    expect(withRule({ type: 'parts', parts: [part('x'), part('x')] })).toBe(
      'pack.duplicate-id at objectives[0].rule.parts[1].id',
    );
  });
});

/** Every place of a value, as a path. */
function placesOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [path, ...[...entries].flatMap(([key, inner]) => placesOf(inner, [...path, key]))].filter(
    (one) => one.length > 0,
  );
}

describe('anything at all', () => {
  it('is loaded or refused with a code and a path, never with an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(faultOf(value)).toMatch(/^value\.[a-z-]+ at /u);
      }),
    );
  });

  it('also when one place of a good pack is replaced by anything', () => {
    for (const name of Object.keys(good)) {
      const places = placesOf(good[name] ?? null);
      fc.assert(
        fc.property(fc.constantFrom(...places), fc.json(), (path, text) => {
          const value: Json = JSON.parse(text);
          const found = faultOf(changed(name, path, value));
          expect(found).toMatch(/^(loads|(value|pack|items)\.[a-z-]+ at .+)$/u);
        }),
        { numRuns: 150 },
      );
    }
  });
});

describe('a new edition', () => {
  const before = courseOf(good['math']);
  const NEXT = before.version + 1;

  it('may add objectives at the end and retire others, and counts up', () => {
    const next = changed('math', ['version'], NEXT) as { objectives: Json[] }; // the pack has this shape
    const extra = { ...(next.objectives[3] as object), id: 'mul-again' } as Json;
    next.objectives.push(extra);
    next.objectives[1] = { ...(next.objectives[1] as object), retired: true } as Json;
    const after = courseOf(next);
    expect(checkSuccessor(before, after)).toEqual({ ok: true, value: after });
    expect(after.objectives[1]?.retired).toBe(true);
  });

  it('may not move, take out or rename an objective, nor keep its number', () => {
    expect(checkSuccessor(before, before)).toMatchObject({
      error: { code: 'pack.version-not-higher' },
    });
    const shorter = { ...before, version: NEXT, objectives: before.objectives.slice(0, -1) };
    expect(checkSuccessor(before, shorter)).toMatchObject({
      error: {
        code: 'pack.objective-moved',
        path: `objectives[${before.objectives.length - 1}].id`,
      },
    });
    const turned = { ...before, version: NEXT, objectives: before.objectives.toReversed() };
    expect(checkSuccessor(before, turned)).toMatchObject({ error: { path: 'objectives[0].id' } });
    const other = { ...before, version: NEXT, id: courseOf(good['early']).id };
    expect(checkSuccessor(before, other)).toMatchObject({ error: { code: 'pack.other-course' } });
  });
});

describe('a revision', () => {
  const revOf = (path: Path, value: Json): string =>
    courseOf(changed('math', path, value)).objectives[3]?.rev ?? '';
  const before = courseOf(good['math']).objectives[3]?.rev;

  it('changes with what decides mastery', () => {
    expect(revOf([...rule, 'correct'], 8)).not.toBe(before);
    expect(revOf([...rule, 'minutes'], 4)).not.toBe(before);
    expect(revOf([...params, 'a', 'max'], 8)).not.toBe(before);
    expect(revOf(['objectives', 3, 'methods'], ['check', 'observation'])).not.toBe(before);
  });

  it('stays when only the wording or the order of methods changes', () => {
    expect(revOf(['objectives', 3, 'title', 'en'], 'Multiply')).toBe(before);
    expect(revOf(['objectives', 3, 'prerequisites'], [])).toBe(before);
    const order = revOf(['objectives', 3, 'methods'], ['observation', 'check']);
    expect(order).toBe(revOf(['objectives', 3, 'methods'], ['check', 'observation']));
  });
});
