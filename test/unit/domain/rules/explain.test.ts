import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '#domain/kernel/local-text.ts';
import { evaluate } from '#domain/rules/evaluate.ts';
import type { EvidenceBody } from '#domain/rules/evidence.ts';
import { explain, explainForChild, explainProgress } from '#domain/rules/explain.ts';
import type { Rule } from '#domain/rules/rule.ts';
import {
  anyRule,
  consistentlyRule,
  daily,
  day,
  demonstrationsRule,
  levelRule,
  named,
  partsRule,
  rateRule,
  scoreRule,
} from './arbitraries.ts';

const language = fc.constantFrom<Language>('en', 'es');
const meets = (rule: Rule, ...bodies: EvidenceBody[]): boolean =>
  evaluate(rule, daily(...bodies), day).met;

/** The numbers in a text, in order; "once" and "twice" are numbers too. */
function numbersIn(text: string): number[] {
  return [
    ...text
      .replace(/\bonce\b|\buna vez\b/g, '1')
      .replace(/\btwice\b/g, '2')
      .matchAll(/\d+(?:[.,]\d+)?/g),
  ].map(([number]) => Number(number.replace(',', '.')));
}

/** The time in a text: "1.5 minutes", "1 minute and 30 seconds"; undefined where none is said. */
function minutesIn(text: string): number | undefined {
  const [minutes, seconds] = [/([\d.,]+) minut/u, /(\d+) se[cg]/u].map((unit) =>
    Number(unit.exec(text)?.[1]?.replace(',', '.') ?? Number.NaN),
  );
  const said = [minutes, (seconds ?? Number.NaN) / 60].filter((one) => !Number.isNaN(one));
  return said.length === 0 ? undefined : said.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

describe('the rule that is shown is the rule that is evaluated', () => {
  test('score: the number right, the number of items and the minutes', () => {
    fc.assert(
      fc.property(scoreRule, language, (rule, lang) => {
        for (const text of [explain(rule, lang), explainForChild(rule, lang, 1)]) {
          const [need, of = 0] = numbersIn(text);
          const minutes = minutesIn(text);
          for (let correct = 0; correct <= of; correct += 1) {
            const check = (activeMs: number): boolean =>
              meets(rule, { type: 'score', correct, of, activeMs, timeFactor: 1 });
            expect(check(0)).toBe(correct >= (need ?? Number.NaN));
            const limit = minutes === undefined ? null : minutes * 60_000;
            // No limit said: an hour is as good as nothing. A limit said: it still counts, a millisecond more does not.
            expect([check(limit ?? 3_600_000), check((limit ?? 0) + 1)]).toEqual([
              check(0),
              limit === null && check(0),
            ]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('demonstrations: how often, and what must differ', () => {
    const words = {
      day: /days|días/,
      thing: /things|cosas/,
      occasion: /occasions|ocasiones/,
      none: /^\D+\d*\D*$/,
    };
    fc.assert(
      fc.property(demonstrationsRule, language, (rule, lang) => {
        for (const text of [explain(rule, lang), explainForChild(rule, lang, 1)]) {
          const [times = 0] = numbersIn(text);
          const show = (n: number): boolean =>
            meets(
              rule,
              ...Array.from({ length: n }, (_, i): EvidenceBody => ({
                type: 'mark',
                met: true,
                thing: `t${i}`,
                occasion: `o${i}`,
              })),
            );
          expect([show(times - 1), show(times)]).toEqual([false, true]);
          expect(text).toMatch(times > 1 ? words[rule.distinct] : /once|una vez/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('consistently: how many days', () => {
    fc.assert(
      fc.property(consistentlyRule, language, (rule, lang) => {
        for (const text of [explain(rule, lang), explainForChild(rule, lang, 1)]) {
          const [days = 0] = numbersIn(text);
          const see = (n: number): boolean =>
            meets(
              rule,
              ...Array.from({ length: n }, (): EvidenceBody => ({ type: 'observed', seen: true })),
            );
          expect([see(days - 1), see(days)]).toEqual([false, true]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('rate: the percentage, more or at least, and the opportunities', () => {
    fc.assert(
      fc.property(rateRule, language, (rule, lang) => {
        const text = explain(rule, lang);
        const [percent = 0, least = 0] = numbersIn(text);
        const more = /^(More than|Más del)/.test(text);
        for (const of of [least - 1, least, least + 7]) {
          for (let hits = 0; hits <= of; hits += 1) {
            const [left, right] = [BigInt(hits) * 100n, BigInt(percent) * BigInt(of)];
            const enough = of >= least && (more ? left > right : left >= right);
            expect(meets(rule, { type: 'rate', hits, of })).toBe(enough);
          }
        }
        const [hits = 0, of = 0] = numbersIn(explainForChild(rule, lang, 1));
        expect(meets(rule, { type: 'rate', hits, of })).toBe(true);
        expect(meets(rule, { type: 'rate', hits: hits - 1, of })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('level: the level, the top of the scale and how many criteria', () => {
    fc.assert(
      fc.property(levelRule, language, (rule, lang) => {
        const said = numbersIn(explain(rule, lang));
        const [level = 0, levels] = said;
        const count = said.at(-1) ?? 0;
        const all = said.length === 2 ? 1 : count;
        const need = said.length === 4 ? (said[2] ?? 0) : all;
        expect([levels, all]).toEqual([rule.levels, rule.criteria.length]);
        for (let reached = 0; reached <= all; reached += 1) {
          const given = Array.from({ length: all }, (_, i) => (i < reached ? level : level - 1));
          expect(meets(rule, { type: 'levels', levels: given })).toBe(reached >= need);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('parts and any: how many, and each of them in full', () => {
    fc.assert(
      fc.property(fc.oneof(partsRule, anyRule), language, (rule, lang) => {
        const inner = rule.type === 'parts' ? rule.parts.map((part) => part.rule) : rule.rules;
        const text = explain(rule, lang);
        for (const one of inner)
          expect(text.toLowerCase()).toContain(explain(one, lang).toLowerCase());
        const count = inner.length > 1 ? numbersIn(text)[0] : 1;
        const { need, parts } = evaluate(rule, [], day);
        expect([count, parts?.length]).toEqual([inner.length, inner.length]);
        expect(rule.type === 'parts' ? need : count).toBe(count);
      }),
      { numRuns: 200 },
    );
  });
});

describe('plain words', () => {
  const said = (rule: Rule): string[] => [
    explain(rule, 'en'),
    explain(rule, 'es'),
    explainForChild(rule, 'en', 1),
    explainForChild(rule, 'es', 1),
  ];

  test('a timed check', () => {
    expect(said({ type: 'score', correct: 9, of: 10, minutes: 3 })).toEqual([
      '9 of 10 right, within 3 minutes',
      '9 de 10 correctas, en un máximo de 3 minutos',
      '9 of 10 right, in 3 minutes',
      '9 de 10 correctas, en 3 minutos',
    ]);
  });

  test('a child hears the own time, and none where there is none', () => {
    const rule: Rule = { type: 'score', correct: 9, of: 10, minutes: 3 };
    const heard = (factor: number) =>
      (['en', 'es'] as const).map((language) => explainForChild(rule, language, factor));
    expect(heard(2)).toEqual(['9 of 10 right, in 6 minutes', '9 de 10 correctas, en 6 minutos']);
    expect(heard(1.25)).toEqual([
      '9 of 10 right, in 3 minutes and 45 seconds',
      '9 de 10 correctas, en 3 minutos y 45 segundos',
    ]);
    expect(heard(0)).toEqual(['9 of 10 right', '9 de 10 correctas']);
  });

  test('one minute and one time are singular', () => {
    expect(explain({ type: 'score', correct: 1, of: 1, minutes: 1 }, 'en')).toBe(
      '1 of 1 right, within 1 minute',
    );
    expect(explain({ type: 'score', correct: 1, of: 1, minutes: 1 }, 'es')).toBe(
      '1 de 1 correcta, en un máximo de 1 minuto',
    );
    expect(said({ type: 'demonstrations', times: 1, distinct: 'day' })).toEqual([
      'Shown once',
      'Demostrado una vez',
      'Show it once',
      'Muéstralo una vez',
    ]);
  });

  test('a rate, which a child reads as a number', () => {
    expect(said({ type: 'rate', percent: 90, compare: 'more' })).toEqual([
      'More than 90% of the time, out of at least 20 opportunities in one assessment',
      'Más del 90 % de las veces, con al menos 20 oportunidades en una misma evaluación',
      'At least 19 of 20 right',
      'Al menos 19 de 20 correctas',
    ]);
  });

  test('a behaviour with parts', () => {
    const rule: Rule = {
      type: 'parts',
      parts: [
        {
          id: 'a',
          name: named('describes it'),
          rule: { type: 'demonstrations', times: 1, distinct: 'none' },
        },
        { id: 'b', name: named('does it'), rule: { type: 'consistently', days: 3 } },
      ],
    };
    expect(explain(rule, 'en')).toBe(
      'All of these 2: describes it (shown once); does it (seen on 3 observed days in a row, without the opposite)',
    );
  });

  test('progress: how far, in the unit of the rule', () => {
    const progress = (rule: Rule, ...bodies: EvidenceBody[]): string[] => {
      const evaluation = evaluate(rule, daily(...bodies), day);
      return [explainProgress(rule, evaluation, 'en'), explainProgress(rule, evaluation, 'es')];
    };
    const met: EvidenceBody = { type: 'mark', met: true };
    expect(progress({ type: 'demonstrations', times: 3, distinct: 'day' }, met, met)).toEqual([
      '2 of 3 times',
      '2 de 3 veces',
    ]);
    const check: Rule = { type: 'score', correct: 9, of: 10, minutes: 3 };
    const score = (correct: number, activeMs: number): EvidenceBody => ({
      type: 'score',
      correct,
      of: 10,
      activeMs,
      timeFactor: 1,
    });
    expect(progress(check, score(8, 0))).toEqual([
      '8 right, 9 needed',
      '8 correctas, se necesitan 9',
    ]);
    expect(progress(check, score(10, 200_000))).toEqual([
      '10 right, 9 needed, took longer',
      '10 correctas, se necesitan 9, tardó más',
    ]);
    expect(
      progress(
        { type: 'rate', percent: 90, compare: 'more' },
        { type: 'rate', hits: 19, of: 19 },
      )[0],
    ).toBe('19 right, at least 20 opportunities needed');
  });
});
