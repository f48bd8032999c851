import { intBetween, pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { AnswerSpec } from '../item.ts';
import { drawNumber, holds, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { namesOf } from '../stories/names.ts';
import {
  HUNDREDTHS_FORMS,
  scenesOf,
  SUPPLY_FORMS,
  tellSteps,
  TWO_STEP_FORMS,
  type StepForm,
} from '../stories/steps-stories.ts';
import type { Token } from '../token.ts';
import { allValues } from '../variables.ts';
import {
  isAllowed,
  resultOf,
  stepsOf,
  type Amount,
  type Letter,
  type Numbers,
  type Params,
  type StepsCase,
} from './story-steps-case.ts';
import { storyStepsTraps } from './story-steps-traps.ts';
import { formula } from './worked-lines.ts';

const LETTERS: readonly Letter[] = ['a', 'b', 'c', 'u', 'v'];
const WHOLE_FORMS = [...TWO_STEP_FORMS, ...SUPPLY_FORMS];
/** Draws of one form, at most, before another form is drawn. */
const TRIES = 200;

function parse(read: RecordReader): Params {
  const hundredths = read.has('scale') && read.integer('scale', 100, 100) === 100;
  const forms: readonly StepForm[] = hundredths
    ? read.words('forms', HUNDREDTHS_FORMS)
    : read.words('forms', WHOLE_FORMS);
  const sets: Partial<Record<Letter, NumberSet>> = {};
  for (const letter of hundredths ? LETTERS : (['a', 'b', 'c'] as const)) {
    const set = readSet(read, letter);
    if (holds(set, 0)) read.fail(letter, 'a story counts at least 1');
    sets[letter] = set;
  }
  const situations = read.integer('situations', 1, 99);
  if (forms.some((form) => scenesOf(form).count < situations))
    read.fail('situations', 'there are fewer scenes');
  const params: Params = {
    forms,
    sets,
    max: read.has('max') ? read.integer('max', 1, 1_000_000) : Number.POSITIVE_INFINITY,
    minResult: read.has('minResult') ? read.integer('minResult', 1, 1_000_000) : 1,
    hundredths,
  };
  for (const form of forms)
    if (firstNumbers(params, form) === null) read.fail('forms', `no numbers fit ${form}`);
  return params;
}

/** The sets of a form: letters that it does not use stay at their first value. */
function setsOf({ sets }: Params, form: StepForm): Partial<Record<Letter, NumberSet>> {
  const own: Partial<Record<Letter, NumberSet>> = {};
  for (const letter of LETTERS) {
    const set = sets[letter];
    if (set === undefined) continue;
    const [first = 1] = set.type === 'list' ? set.list : [set.min];
    own[letter] = form.includes(letter) ? set : { type: 'list', list: [first] };
  }
  return own;
}

const withAll = ({ a = 1, b = 1, c = 1, u = 1, v = 1 }: Partial<Numbers>): Numbers => ({
  a,
  b,
  c,
  u,
  v,
});

function* numbersOfForm(params: Params, form: StepForm): Iterable<Numbers> {
  for (const values of allValues(setsOf(params, form))) {
    const numbers = withAll(values);
    if (isAllowed(params, form, numbers)) yield numbers;
  }
}

/** Some numbers that fit a form, or null where there are none. */
function firstNumbers(params: Params, form: StepForm): Numbers | null {
  for (const numbers of numbersOfForm(params, form)) return numbers;
  return null;
}

function* cases(params: Params): Iterable<StepsCase> {
  for (const form of params.forms) {
    for (const numbers of numbersOfForm(params, form)) {
      for (let scene = 0; scene < scenesOf(form).count; scene += 1) yield { form, numbers, scene };
    }
  }
}

function draw(random: Random, params: Params): StepsCase | null {
  const form = pick(random, params.forms);
  const sets = setsOf(params, form);
  const one = (letter: Letter): number => {
    const set = sets[letter];
    return set === undefined ? 1 : drawNumber(random, set);
  };
  for (let i = 0; i < TRIES; i += 1) {
    const numbers = { a: one('a'), b: one('b'), c: one('c'), u: one('u'), v: one('v') };
    if (isAllowed(params, form, numbers))
      return { form, numbers, scene: intBetween(random, 0, scenesOf(form).count - 1) };
  }
  return null;
}

/** The form with its numbers: "4*6+9"; u and v in hundredths. */
const filled = ({ form, numbers }: StepsCase): string =>
  form.replaceAll(/[abcuv]/gu, (letter) => String(numbers[letter as Letter])); // the letters of the pattern

const identityOf = (one: StepsCase): string => `${filled(one)} s${one.scene}`;

function describe(one: StepsCase): CaseTraits {
  const { form, scene } = one;
  return {
    identity: identityOf(one),
    twin: filled(one),
    stratum: form,
    scene: `${scenesOf(form).list} ${scene}`,
    tags: [`form:${form}`, ...(form.includes('/') ? ['division'] : [])],
    numbers: { result: resultOf(one) },
  };
}

const isPaid = (form: StepForm): boolean => form === 'c-(a*u+v)' || form === '(a*u-v)/b';

function tokenOf({ n, hundredths }: Amount, form: StepForm): Token {
  if (!hundredths) return n;
  return isPaid(form)
    ? { type: 'money', cents: n, notation: 'dollars', currency: 'USD' }
    : { type: 'decimal', digits: n, scale: 100 };
}

/** Every calculation on a line of its own. */
function workedOf({ form, numbers }: StepsCase): readonly WorkedPart[] {
  return stepsOf(form, numbers).map(({ x, op, y, z }) =>
    formula(`{x} ${op} {y} = {z}`, {
      x: tokenOf(x, form),
      y: tokenOf(y, form),
      z: tokenOf(z, form),
    }),
  );
}

/** Stories with two or three operations. */
export const storySteps = defineFamily<Params, StepsCase>({
  id: 'story-steps',
  version: 1,
  tags: ['form:*', 'division'],
  numbers: ['result'],
  parse,
  size: (params) =>
    params.forms.reduce((sum, form) => {
      const sets = Object.values(setsOf(params, form));
      return sum + sets.reduce((size, set) => size * sizeOf(set), scenesOf(form).count);
    }, 0),
  cases,
  draw,
  describe,
  build: (one, params) => {
    const { form, numbers, scene } = one;
    const names = namesOf(identityOf(one));
    const { text, unit, measure } = tellSteps({ ...numbers, form, scene, names });
    const amountToken = (n: number): Token => tokenOf({ n, hundredths: true }, form);
    const values: Record<string, Token> = {
      u: amountToken(numbers.u),
      v: amountToken(numbers.v),
      c: amountToken(100 * numbers.c),
      ...(measure === null ? {} : { m: { type: 'unit', unit: measure } as const }),
    };
    const key = resultOf(one);
    const answer: AnswerSpec = params.hundredths
      ? { kind: 'decimal', digits: key, scale: 100, unit }
      : { kind: 'integer', value: key, unit };
    return {
      prompt: [{ type: 'text', text, ...(params.hundredths ? { values } : {}) }],
      answer,
      traps: storyStepsTraps(one, params.hundredths),
    };
  },
  worked: workedOf,
});
