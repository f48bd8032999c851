import { describe, expect, it } from 'vitest';
import { languages } from '#domain/kernel/local-text.ts';
import { plainForm, plainGrade, type PlainItem } from '#domain/items/plain-form.ts';
import { checkedObjectives, type CheckedObjective } from '#test/support/objective-rows.ts';

function formOf(objective: CheckedObjective, language: 'en' | 'es', seed = '1') {
  const form = plainForm(objective, seed, language);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

function objective(id: string): CheckedObjective {
  const found = checkedObjectives.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no objective ${id}`);
  return found;
}

describe('a form as plain data', () => {
  it.each(checkedObjectives)('$id: every accepted answer is right, in both languages', (one) => {
    for (const language of languages) {
      const { items } = formOf(one, language);
      expect(items).toHaveLength(one.rule.of);
      const longest = Math.max(...items.map(({ accepted }) => accepted.length));
      for (let i = 0; i < longest; i += 1) {
        const answers = items.map(
          ({ accepted }) => accepted[Math.min(i, accepted.length - 1)] ?? '',
        );
        expect(plainGrade(one, '1', answers)).toMatchObject({
          ok: true,
          value: { correct: one.rule.of, met: true },
        });
      }
      for (const { prompt, options = [] } of items) {
        expect(prompt).not.toMatch(/undefined|NaN|\[object|[{}]|null/u);
        for (const { id, text } of options) expect(prompt).toContain(`(${id}) ${text}`);
      }
      expect(JSON.parse(JSON.stringify(items))).toEqual(items);
    }
  });
});

/** Works an answer out from the words alone, as somebody with paper would. */
const READERS: Readonly<Record<string, (prompt: string) => string>> = {
  'count-objects-20': (prompt) => /: (\d+)\]/u.exec(prompt)?.[1] ?? '',
  'ten-frame-read': (prompt) => String(/dot: (.*)\]/u.exec(prompt)?.[1]?.match(/#/gu)?.length ?? 0),
  'area-count-squares': (prompt) =>
    String(/filled: (.*)\]/u.exec(prompt)?.[1]?.match(/#/gu)?.length ?? 0),
  'count-mixed-coins': (prompt) =>
    String([...prompt.matchAll(/\((\d+)¢\)/gu)].reduce((sum, [, cents]) => sum + Number(cents), 0)),
  'time-minute': (prompt) => {
    const [, hour = '', minute = ''] =
      /hand: (?:at|between) (\d+).*minute (\d+)/u.exec(prompt) ?? [];
    return `${hour}:${minute.padStart(2, '0')}`;
  },
  'number-line-100': (prompt) => /arrow is at (\d+)/u.exec(prompt)?.[1] ?? '',
  'ruler-quarter-inch': (prompt) => / 0 to ([\d/ ]+)\]/u.exec(prompt)?.[1] ?? '',
  'read-measuring-scale': (prompt) => /(?:stands|is) at (\d+)/u.exec(prompt)?.[1] ?? '',
  'fraction-of-shape': (prompt) =>
    /of (\d+) equal parts, (\d+) shaded/u.exec(prompt)?.slice(1).toReversed().join('/') ?? '',
  'angle-measure': (prompt) => {
    const [p = 0, q = 0] = (/to (\d+), (\d+) on the inner/u.exec(prompt) ?? [])
      .slice(1)
      .map(Number);
    return String(Math.abs(p - q));
  },
  'angle-type': (prompt) => {
    const degrees = Number(/angle of (\d+)/u.exec(prompt)?.[1]);
    return degrees === 90 ? 'right' : degrees < 90 ? 'acute' : 'obtuse';
  },
  'volume-two-boxes': (prompt) => {
    const [w = 0, l = 0, h = 0, m = 0, g = 0] = (prompt.match(/\d+/gu) ?? []).map(Number);
    return String(w * (l * h + m * g));
  },
  'count-sides': (prompt) => String(prompt.match(/\(-?\d+, -?\d+\)/gu)?.length),
  'equal-shares': (prompt) => {
    const [, whole = '', n = ''] = /Which (\w+) is cut into (\d)/u.exec(prompt) ?? [];
    const fair = prompt.split('\n').filter((row) => {
      if (row.includes('crossing')) return n === '4' && row.includes('50%, 50%');
      const sizes = /sizes ([\d :]+)/u.exec(row)?.[1]?.trim().split(' : ') ?? [];
      const even = new Set(sizes).size === 1 && sizes.length === Number(n);
      // Of a circle two strips are halves, three and more are not equal.
      return even && (whole === 'rectangle' || row.includes('middle') || n === '2');
    });
    return fair.map((row) => row[1]).join();
  },
  'point-at-coordinates': (prompt) => {
    const [, place = ''] = /point is at (\(\d+, \d+\))/u.exec(prompt) ?? [];
    return new RegExp(`([A-Z]) \\${place.replace(')', '\\)')}`, 'u').exec(prompt)?.[1] ?? '';
  },
};

describe('a figure in words', () => {
  it.each(Object.keys(READERS))('%s: the answer can be worked out from them', (id) => {
    const worked = (item: PlainItem): string => READERS[id]?.(item.prompt) ?? '';
    const one = objective(id);
    for (const seed of ['1', '2', '3', '4', '5']) {
      const { items } = formOf(one, 'en', seed);
      expect(plainGrade(one, seed, items.map(worked))).toMatchObject({
        ok: true,
        value: { correct: one.rule.of },
      });
    }
  });
});

describe('answers that do not fit', () => {
  it('are refused where there are more than items, and blank where there are fewer', () => {
    const one = objective('gcf');
    const tooMany = Array.from({ length: 6 }, () => '1');
    expect(plainGrade(one, '1', tooMany)).toMatchObject({
      ok: false,
      error: { code: 'form.too-many-answers', detail: '6' },
    });
    expect(plainGrade(one, '1', [])).toMatchObject({ ok: true, value: { correct: 0, met: false } });
  });
});
