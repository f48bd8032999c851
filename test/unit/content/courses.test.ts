import { describe, expect, it } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import { loadPack } from '#content/load-pack.ts';
import early from '#content/packs/early-elementary-math.json' with { type: 'json' };
import late from '#content/packs/late-elementary-math-1.json' with { type: 'json' };
import late2 from '#content/packs/late-elementary-math-2.json' with { type: 'json' };
import { familyOf } from '#domain/items/families.ts';
import type { Course } from '#domain/model/course.ts';
import { checkedObjectives, objectiveRows, rowOf } from '#test/support/objective-rows.ts';

const [math, multiplication, , spanish] = builtInCourses();

describe('the built-in courses', () => {
  it('hold every row of the table whose family the product knows, each once', () => {
    const known = objectiveRows.filter(({ family }) => familyOf(family, 1).ok);
    expect(checkedObjectives.map(({ id }) => id).toSorted()).toEqual(
      known.map(({ id }) => id).toSorted(),
    );
    expect(known.length).toBeGreaterThanOrEqual(180);
  });

  it('keep the places of what was published first', () => {
    const first = (course: Course | undefined, count: number): string[] =>
      course?.objectives.slice(0, count).map(({ unit }) => unit) ?? [];
    expect(first(math, 20)).toEqual([
      ...Array.from({ length: 11 }, () => 'addition'),
      ...Array.from({ length: 9 }, () => 'subtraction'),
    ]);
    expect(new Set(first(multiplication, 12))).toEqual(new Set(['multiplication']));
  });

  it.each(checkedObjectives)('$id says what its row says', ({ id, title, rule, check }) => {
    const row = rowOf(id);
    expect(title.en).toBe(row.statement);
    expect(rule).toEqual({
      type: 'score',
      correct: Number(row.correct),
      of: Number(row.of),
      minutes: Number(row.minutes),
    });
    expect(check).toEqual({ family: row.family, version: 1, params: JSON.parse(row.params) });
  });

  it('lose no prerequisite of the table: each one gates, or is noted as assumed', () => {
    for (const pack of [early, late, late2]) {
      const loaded = loadPack(pack);
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
      for (const { id, prerequisites } of loaded.value.course.objectives) {
        const all = [...prerequisites, ...(loaded.value.assumes.get(id) ?? [])];
        expect([id, ...all.toSorted()]).toEqual([
          id,
          ...rowOf(id)
            .prerequisites.split(' ')
            .filter((one) => one !== '')
            .toSorted(),
        ]);
      }
    }
  });

  it('name the standard of every math objective', () => {
    for (const { id, standards } of checkedObjectives) {
      expect(`${id}: ${standards.join(' ')}`).toMatch(
        /^[a-z0-9-]+: ([K\d]\.[A-Z]{1,3}\.[\w.]+ ?)+$/u,
      );
    }
  });

  it('have ids that are used once over all courses', () => {
    const ids = builtInCourses().flatMap((course) => course.objectives.map((one) => one.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('hold two units of four oral objectives, with questions that are asked in Spanish', () => {
    expect(spanish?.units).toHaveLength(2);
    for (const unit of spanish?.units ?? []) {
      expect(spanish?.objectives.filter((one) => one.unit === unit.id)).toHaveLength(4);
    }
    for (const { interview } of spanish?.objectives ?? []) {
      // The question is the same in both languages; in English its meaning follows in brackets.
      for (const { en, es } of interview?.questions ?? [])
        expect(en.startsWith(`${es} (`)).toBe(true);
    }
    const types = new Set(spanish?.objectives.map((one) => one.rule.type));
    expect(types).toEqual(new Set(['demonstrations', 'rate', 'level']));
  });

  it('speak to the child: short sentences that begin with what they can do', () => {
    for (const { ican } of builtInCourses().flatMap((course) => course.objectives)) {
      expect(ican.en).toMatch(/^I (can|know|work|calculate) .{3,90}\.$/u);
      expect(ican.es).toMatch(/^(Puedo|Sé|Conozco|Trabajo|Calculo|Primero calculo) .{3,90}\.$/u);
    }
  });

  it('show worked examples whose arithmetic is right', () => {
    let sums = 0;
    for (const { example } of builtInCourses().flatMap((course) => course.objectives)) {
      for (const line of example.flatMap((one) => [one.en, one.es])) {
        for (const [, left = '', right] of line.matchAll(
          /(\d+(?: [+−×] \d+)+) = (\d+)(?! [+−×])/gu,
        )) {
          expect([line, valueOf(left)]).toEqual([line, Number(right)]);
          sums += 1;
        }
      }
    }
    expect(sums).toBeGreaterThan(100);
  });

  it('show worked divisions that multiply back, also those that leave something', () => {
    let quotients = 0;
    for (const { example } of builtInCourses().flatMap((course) => course.objectives)) {
      for (const line of example.flatMap((one) => [one.en, one.es])) {
        for (const [, n, d, q, after = ''] of line.matchAll(
          /(?<![\d.,])(\d+) ÷ (\d+) = (\d+)(?!\d|[.,]\d)([^.:]*)/gu,
        )) {
          const left = Number(n) - Number(q) * Number(d);
          const said = left === 0 ? 0 : Number(/\d+/u.exec(after)?.[0]);
          expect([line, said]).toEqual([line, left]);
          quotients += 1;
        }
      }
    }
    expect(quotients).toBeGreaterThan(20);
  });
});

function valueOf(side: string): number {
  const [first = '0', ...rest] = side.split(' ');
  let value = Number(first);
  for (let i = 0; i < rest.length; i += 2) {
    const n = Number(rest[i + 1]);
    value = rest[i] === '+' ? value + n : rest[i] === '−' ? value - n : value * n;
  }
  return value;
}
