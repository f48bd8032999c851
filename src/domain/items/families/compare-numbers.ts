import type { LocalText } from '../../kernel/local-text.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import { keyOf, namesOf, sidesOf, signOf, type CompareCase } from './compare-numbers-case.ts';
import { compareCases, compareSize, drawCompare } from './compare-numbers-cases.ts';
import { parseCompare, type CompareParams } from './compare-numbers-params.ts';
import { signTraps } from './compare-numbers-traps.ts';
import { compareWorked } from './compare-numbers-worked.ts';

const QUESTION: LocalText = { en: 'Which sign is right?', es: '¿Qué signo es el correcto?' };
const NAMES: Readonly<Record<'<' | '=' | '>', string>> = {
  '<': 'less',
  '=': 'equal',
  '>': 'greater',
};

function tagsOf(one: CompareCase): string[] {
  const key = keyOf(one);
  const tags = [NAMES[key]];
  switch (one.show) {
    case 'plain': {
      const { a, b, mode } = one;
      if (key !== '=' && Math.floor(a / 10) === Math.floor(b / 10)) tags.push('same-tens');
      if (key !== '=' && Math.floor(a / 100) === Math.floor(b / 100)) tags.push('same-hundreds');
      const ones = signOf(a % 10, b % 10);
      if (key !== '=' && ones !== '=' && ones !== key) tags.push('ones-mislead');
      if (mode !== null) tags.push(`mode:${mode}`);
      return tags;
    }
    case 'money':
      return tags;
    case 'decimal': {
      const { a, b, scaleA, scaleB } = one;
      if (scaleA !== scaleB) tags.push('different-length');
      if (key !== '=' && key !== signOf(scaleA, scaleB) && scaleA !== scaleB)
        tags.push('longer-smaller');
      const tenths = [Math.floor((a * 10) / scaleA), Math.floor((b * 10) / scaleB)];
      if (key !== '=' && tenths[0] === tenths[1]) tags.push('same-tenths');
      return tags;
    }
    case 'measure':
      return [...tags, `factor:${one.pair.factor}`];
  }
}

function describe(one: CompareCase): CaseTraits {
  const names = namesOf(one);
  const tags = tagsOf(one);
  return {
    identity: names.join(':'),
    twin: twinOf(one, names),
    stratum: tags.join(' '),
    tags,
    numbers: { a: one.a, b: one.b, j: one.show === 'measure' ? tenthsOf(one) : 0 },
  };
}

/** Two amounts of money are one pair however they are written. */
function twinOf(one: CompareCase, names: readonly string[]): string {
  if (one.show === 'money') return `${Math.min(one.a, one.b)}:${Math.max(one.a, one.b)}`;
  return names.toSorted().join(':');
}

function tenthsOf({ a, b, pair }: Extract<CompareCase, { show: 'measure' }>): number {
  return Math.abs(((b - a * pair.factor) * 10) / pair.factor);
}

/** The sign between two numbers, amounts or measures. */
export const compareNumbers = defineFamily<CompareParams, CompareCase>({
  id: 'compare-numbers',
  version: 1,
  tags: [
    'equal',
    'less',
    'greater',
    'same-tens',
    'same-hundreds',
    'ones-mislead',
    'different-length',
    'longer-smaller',
    'same-tenths',
    'factor:*',
    'mode:*',
  ],
  numbers: ['a', 'b', 'j'],
  parse: parseCompare,
  size: compareSize,
  cases: compareCases,
  draw: drawCompare,
  describe,
  build: (one) => {
    const [left, right] = sidesOf(one);
    return {
      prompt: [
        { type: 'text', text: QUESTION },
        { type: 'equation', tokens: [left, '_', right] },
      ],
      answer: { kind: 'sign', value: keyOf(one) },
      traps: signTraps(one),
    };
  },
  worked: compareWorked,
});
