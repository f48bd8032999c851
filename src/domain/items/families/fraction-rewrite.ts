import { unreachable } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { AnswerSpec, PromptPart } from '../item.ts';
import { largestOf, readSet, type NumberSet } from '../number-set.ts';
import type { Token } from '../token.ts';
import { allValues, countValues, drawValues, hasCase } from '../variables.ts';
import { fractionToken } from './fraction-lines.ts';
import {
  ASKS,
  caseOf,
  UNKNOWNS,
  type Ask,
  type Case,
  type Name,
  type Params,
} from './fraction-rewrite-case.ts';
import { rewriteTraps, workedRewrite } from './fraction-rewrite-review.ts';

/** Larger numbers than children calculate with; products of them stay exact. */
const LARGEST = 1000;

function parse(read: RecordReader): Params {
  const ask = read.oneOf('ask', Object.keys(ASKS) as Ask[]); // the keys of a literal
  const { names, forms } = ASKS[ask];
  const sets: Partial<Record<Name, NumberSet>> = {};
  for (const name of names) {
    const set = readSet(read, name);
    if (largestOf(set) > LARGEST) read.fail(name, `numbers up to ${LARGEST} are expected`);
    sets[name] = set;
  }
  if (ask === 'missing') {
    const unknown = read.words('unknown', UNKNOWNS);
    sets.u = { type: 'list', list: unknown.map((one) => UNKNOWNS.indexOf(one)) };
  }
  const params: Params = {
    ask,
    sets,
    maxDen: read.has('maxDen') ? read.integer('maxDen', 2, 10_000) : Number.POSITIVE_INFINITY,
    form: forms.length > 0 ? read.oneOf('form', forms) : 'any',
  };
  const some = hasCase(countValues(sets), cases(params), (random) =>
    caseOf(params, drawValues(random, sets)),
  );
  if (!some) read.fail(names[0], 'no numbers fit all conditions');
  return params;
}

function* cases(params: Params): Iterable<Case> {
  for (const values of allValues(params.sets)) {
    const one = caseOf(params, values);
    if (one !== null) yield one;
  }
}

function describe(one: Case): CaseTraits {
  switch (one.ask) {
    case 'whole': {
      const { d, w } = one;
      const identity = `${d * w}/${d}=_`;
      const tags = [...(d === 1 ? ['over-1'] : []), ...(w === 1 ? ['equals-1'] : [])];
      return { identity, twin: identity, stratum: String(d), tags, numbers: { d, w } };
    }
    case 'missing': {
      const { n, d, k, unknown } = one;
      const larger = unknown === 'numerator' ? `_/${d * k}` : `${n * k}/_`;
      return {
        identity: `${n}/${d}=${larger}`,
        twin: `${n}/${d}`,
        stratum: unknown,
        tags: [`unknown:${unknown}`, ...(n === 1 ? ['unit'] : [])],
        numbers: { d, k },
      };
    }
    case 'simplify': {
      const { n, d, k } = one;
      // 4 and 6 are products themselves: by small factors it takes two steps.
      const tags = [...(k === 2 || k === 3 || k === 5 ? [] : ['two-steps'])];
      return {
        identity: `${n * k}/${d * k} simplest`,
        twin: `${n}/${d}`,
        stratum: tags.join(''),
        tags: n === 1 ? [...tags, 'unit'] : tags,
        numbers: { d, k },
      };
    }
    case 'to-mixed':
    case 'to-improper': {
      const { w, n, d } = one;
      const identity =
        one.ask === 'to-mixed' ? `${w * d + n}/${d} mixed` : `${w} ${n}/${d} improper`;
      return {
        identity,
        twin: identity,
        stratum: String(d),
        tags: ['above-1', ...(n === 1 ? ['unit'] : [])],
        numbers: { d, w },
      };
    }
    case 'division': {
      const { a, b } = one;
      const side = a > b ? 'above-1' : 'below-1';
      const tags = [side, ...(a === 1 ? ['unit'] : [])];
      return { identity: `${a}:${b}`, twin: `${a}:${b}`, stratum: side, tags, numbers: { a, b } };
    }
    default:
      return unreachable(one);
  }
}

const QUESTIONS: Readonly<Record<Ask, LocalText>> = {
  whole: {
    en: 'Write the fraction as a whole number.',
    es: 'Escribe la fracción como número entero.',
  },
  missing: { en: 'Find the missing number.', es: 'Halla el número que falta.' },
  simplify: {
    en: 'Write the fraction in simplest form.',
    es: 'Escribe la fracción en su forma más simple.',
  },
  'to-mixed': {
    en: 'Write the fraction as a mixed number.',
    es: 'Escribe la fracción como número mixto.',
  },
  'to-improper': {
    en: 'Write the mixed number as an improper fraction.',
    es: 'Escribe el número mixto como fracción impropia.',
  },
  division: {
    en: 'Write the division as a fraction.',
    es: 'Escribe la división como fracción.',
  },
};

function tokensOf(one: Case): Token[] {
  switch (one.ask) {
    case 'whole':
      return [fractionToken(one.d * one.w, one.d), '=', '_'];
    case 'missing': {
      const { n, d, k, unknown } = one;
      const larger: Token =
        unknown === 'numerator'
          ? { type: 'fraction', num: '_', den: d * k }
          : { type: 'fraction', num: n * k, den: '_' };
      return [fractionToken(n, d), '=', larger];
    }
    case 'simplify':
      return [fractionToken(one.n * one.k, one.d * one.k), '=', '_'];
    case 'to-mixed':
      return [fractionToken(one.w * one.d + one.n, one.d), '=', '_'];
    case 'to-improper':
      return [fractionToken(one.n, one.d, one.w), '=', '_'];
    case 'division':
      return [one.a, '÷', one.b, '=', '_'];
    default:
      return unreachable(one);
  }
}

function answerOf(one: Case, { form, ask }: Params): AnswerSpec {
  const whole = ask === 'to-mixed' || ask === 'division';
  switch (one.ask) {
    case 'whole':
      return { kind: 'integer', value: one.w };
    case 'missing':
      return { kind: 'integer', value: one.k * (one.unknown === 'numerator' ? one.n : one.d) };
    case 'simplify':
      return { kind: 'fraction', num: one.n, den: one.d, form, whole };
    case 'to-mixed':
    case 'to-improper':
      return { kind: 'fraction', num: one.w * one.d + one.n, den: one.d, form, whole };
    case 'division':
      return { kind: 'fraction', num: one.a, den: one.b, form, whole };
    default:
      return unreachable(one);
  }
}

/** A fraction in another form: whole, equivalent, simplest, mixed, improper, from a division. */
export const fractionRewrite = defineFamily<Params, Case>({
  id: 'fraction-rewrite',
  version: 1,
  tags: ['over-1', 'equals-1', 'unknown:*', 'unit', 'two-steps', 'above-1', 'below-1'],
  numbers: ['d', 'w', 'k', 'a', 'b'],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw: (random, params) => caseOf(params, drawValues(random, params.sets)),
  describe,
  build: (one, params) => ({
    prompt: promptOf(one),
    answer: answerOf(one, params),
    traps: rewriteTraps(one),
  }),
  worked: workedRewrite,
});

function promptOf(one: Case): PromptPart[] {
  return [
    { type: 'text', text: QUESTIONS[one.ask] },
    { type: 'equation', tokens: tokensOf(one) },
  ];
}
