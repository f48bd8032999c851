import type { LocalText } from '../../kernel/local-text.ts';
import { pick, type Random } from '../../kernel/random.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { ChoiceAnswer, Trap } from '../item.ts';
import type { PlainToken } from '../token.ts';
import { drawNumber, numbersOf, sizeOf, readSet, type NumberSet } from '../number-set.ts';
import type { RecordReader } from '../../kernel/read-record.ts';

const FORMS = ['a+b=c', 'c=a+b', 'a+b=c+d'] as const;
type Form = (typeof FORMS)[number];

interface Params {
  readonly forms: readonly Form[];
  readonly a: NumberSet;
  readonly b: NumberSet;
  readonly c: NumberSet;
  /** Right side minus left side; 0 is true. The trap is not among them. */
  readonly offsets: readonly number[];
  /** Whether a+b = (a+b)+c, "the answer comes next", is among the sentences. */
  readonly trap: boolean;
  readonly maxSum: number;
}

/** What stands beside a + b: one number (`d` is 0), or two of them. */
interface Case {
  readonly form: Form;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly offset: number;
  readonly trap: boolean;
}

/** Larger differences than this are the trap, not a false sentence that is nearly true. */
const LARGEST_OFFSET = 2;

function parse(read: RecordReader): Params {
  const offsets = read.integers('offsets');
  const trap = read.has('trap') ? read.integer('trap', LARGEST_OFFSET + 1, 99) : null;
  if (offsets.some((offset) => Math.abs(offset) > LARGEST_OFFSET && offset !== trap)) {
    read.fail('offsets', `differences are at most ${LARGEST_OFFSET}, or the trap`);
  }
  return {
    forms: read.words('forms', FORMS),
    a: readSet(read, 'a'),
    b: readSet(read, 'b'),
    c: readSet(read, 'c'),
    offsets: offsets.filter((offset) => offset !== trap),
    trap: trap !== null && offsets.includes(trap),
    maxSum: read.integer('maxSum', 1, 1000),
  };
}

/** A sentence with one number beside a + b, or null where that number would be below 1. */
function single(form: Form, a: number, b: number, offset: number): Case | null {
  const c = a + b + offset;
  return c >= 1 ? { form, a, b, c, d: 0, offset, trap: false } : null;
}

function pair(params: Params, a: number, b: number, c: number, offset: number): Case | null {
  const d = a + b - c + offset;
  if (d < 1 || d > params.maxSum || c === a || c === b) return null;
  // 4 + 3 = 7 + 1 is the trap, and stands among its sentences already.
  if (params.trap && c === a + b) return null;
  return { form: 'a+b=c+d', a, b, c, d, offset, trap: false };
}

function trapped(a: number, b: number, c: number): Case {
  return { form: 'a+b=c+d', a, b, c: a + b, d: c, offset: c, trap: true };
}

function* cases(params: Params): Iterable<Case> {
  for (const a of numbersOf(params.a)) {
    for (const b of numbersOf(params.b)) {
      if (a + b > params.maxSum) continue;
      for (const form of params.forms) yield* casesOf(params, form, a, b);
    }
  }
}

function* casesOf(params: Params, form: Form, a: number, b: number): Iterable<Case> {
  const thirds = form === 'a+b=c+d' ? numbersOf(params.c) : [0];
  for (const c of thirds) {
    for (const offset of params.offsets) {
      const one = form === 'a+b=c+d' ? pair(params, a, b, c, offset) : single(form, a, b, offset);
      if (one !== null) yield one;
    }
    if (form === 'a+b=c+d' && params.trap) yield trapped(a, b, c);
  }
}

function draw(random: Random, params: Params): Case | null {
  const form = pick(random, params.forms);
  const a = drawNumber(random, params.a);
  const b = drawNumber(random, params.b);
  const c = drawNumber(random, params.c);
  const kinds = form === 'a+b=c+d' && params.trap ? [...params.offsets, null] : params.offsets;
  const offset = pick(random, kinds);
  if (a + b > params.maxSum) return null;
  if (offset === null) return trapped(a, b, c);
  return form === 'a+b=c+d' ? pair(params, a, b, c, offset) : single(form, a, b, offset);
}

function tokensOf({ form, a, b, c, d }: Case): PlainToken[] {
  if (form === 'a+b=c') return [a, '+', b, '=', c];
  return form === 'c=a+b' ? [c, '=', a, '+', b] : [a, '+', b, '=', c, '+', d];
}

function describe(one: Case): CaseTraits {
  const { form, a, b, offset, trap } = one;
  const truth = offset === 0 ? 'true' : 'false';
  return {
    identity: tokensOf(one).join(''),
    twin: `${Math.min(a, b)}+${Math.max(a, b)} ${form}`,
    stratum: `${form} ${trap ? 'trap' : truth}`,
    tags: [truth, `form:${form}`, ...(trap ? ['sum-trap'] : [])],
    numbers: { result: a + b },
  };
}

const QUESTION: LocalText = { en: 'Is it true?', es: '¿Es verdad?' };
const OPTIONS: ChoiceAnswer['options'] = [
  { id: 'true', text: { en: 'True', es: 'Verdad' } },
  { id: 'false', text: { en: 'Not true', es: 'No es verdad' } },
];

function trapsOf({ form, offset, trap }: Case): Trap[] {
  if (trap) return [{ tag: 'answer-comes-next', value: 'true' }];
  if (offset === 0)
    return form === 'c=a+b' ? [{ tag: 'sum-must-stand-right', value: 'false' }] : [];
  return Math.abs(offset) === 1 ? [{ tag: 'off-by-one', value: 'true' }] : [];
}

/** Is an addition equation true? */
export const trueEquation = defineFamily<Params, Case>({
  id: 'true-equation',
  version: 1,
  tags: ['true', 'false', 'form:*', 'sum-trap'],
  numbers: ['result'],
  parse,
  size: (params) =>
    sizeOf(params.a) *
    sizeOf(params.b) *
    (2 * params.offsets.length + sizeOf(params.c) * (params.offsets.length + 1)),
  cases,
  draw,
  describe,
  build: (one) => ({
    prompt: [
      { type: 'text', text: QUESTION },
      { type: 'equation', tokens: tokensOf(one) },
    ],
    answer: { kind: 'choice', value: one.offset === 0 ? 'true' : 'false', options: OPTIONS },
    traps: trapsOf(one),
  }),
});
