import { unreachable } from '../../kernel/assert.ts';
import type { NumberSet } from '../number-set.ts';
import type { StepForm } from '../stories/steps-stories.ts';

export type Letter = 'a' | 'b' | 'c' | 'u' | 'v';
/** u and v are hundredths; c is in whole units. */
export type Numbers = Readonly<Record<Letter, number>>;

export interface Params {
  readonly forms: readonly StepForm[];
  readonly sets: Readonly<Partial<Record<Letter, NumberSet>>>;
  /** No value on the way is larger. */
  readonly max: number;
  readonly minResult: number;
  /** Answers are hundredths, shown as decimals. */
  readonly hundredths: boolean;
}

export interface StepsCase {
  readonly form: StepForm;
  readonly numbers: Numbers;
  readonly scene: number;
}

/** A count, or an amount in hundredths. */
export interface Amount {
  readonly n: number;
  readonly hundredths: boolean;
}

/** One calculation of a solution. */
export interface Step {
  readonly x: Amount;
  readonly op: '+' | '−' | '×' | '÷';
  readonly y: Amount;
  readonly z: Amount;
}

const count = (n: number): Amount => ({ n, hundredths: false });
const amount = (n: number): Amount => ({ n, hundredths: true });

function step(x: Amount, op: Step['op'], y: Amount): Step {
  const n = { '+': x.n + y.n, '−': x.n - y.n, '×': x.n * y.n, '÷': x.n / y.n }[op];
  return { x, op, y, z: { n, hundredths: x.hundredths || y.hundredths } };
}

/** The calculations that solve a story, one after the other; the last one gives the answer. */
export function stepsOf(form: StepForm, numbers: Numbers): readonly [Step, ...Step[]] {
  const [a, b, c] = [count(numbers.a), count(numbers.b), count(numbers.c)];
  const [u, v] = [amount(numbers.u), amount(numbers.v)];
  /** A first calculation, and what is done with its result. */
  const two = (first: Step, next: (z: Amount) => Step): readonly [Step, Step] => [
    first,
    next(first.z),
  ];
  const times = step(a, '×', b);
  switch (form) {
    case 'a+b-c':
      return two(step(a, '+', b), (z) => step(z, '−', c));
    case 'a-b+c':
      return two(step(a, '−', b), (z) => step(z, '+', c));
    case 'a-b-c':
      return two(step(a, '−', b), (z) => step(z, '−', c));
    case 'a*b+c':
      return two(times, (z) => step(z, '+', c));
    case 'a*b-c':
      return two(times, (z) => step(z, '−', c));
    case 'c-a*b':
      return two(times, (z) => step(c, '−', z));
    case 'a*b/c':
      return two(times, (z) => step(z, '÷', c));
    case 'c/b+a':
      return two(step(c, '÷', b), (z) => step(z, '+', a));
    case '(c-a)/b':
      return two(step(c, '−', a), (z) => step(z, '÷', b));
    case 'c-(a*u+v)': {
      const [cost, sum] = two(step(a, '×', u), (z) => step(z, '+', v));
      return [cost, sum, step(amount(100 * numbers.c), '−', sum.z)];
    }
    case '(a*u-v)/b': {
      const [cost, rest] = two(step(a, '×', u), (z) => step(z, '−', v));
      return [cost, rest, step(rest.z, '÷', b)];
    }
    case 'a*u+b*v': {
      const [first, second] = [step(a, '×', u), step(b, '×', v)];
      return [first, second, step(first.z, '+', second.z)];
    }
    case '(a+b)*u-v': {
      const [rolls, all] = two(step(a, '+', b), (z) => step(z, '×', u));
      return [rolls, all, step(all.z, '−', v)];
    }
    default:
      return unreachable(form);
  }
}

/** The answer, in hundredths where amounts are. */
export function resultOf({ form, numbers }: Omit<StepsCase, 'scene'>): number {
  return stepsOf(form, numbers).at(-1)?.z.n ?? 0;
}

/** Whether every value on the way is whole, at least 1 and not too large, and the form's own limits hold. */
export function isAllowed(params: Params, form: StepForm, numbers: Numbers): boolean {
  const steps = stepsOf(form, numbers);
  const whole = steps.every(({ z: { n } }) => Number.isInteger(n) && n >= 1 && n <= params.max);
  const result = steps.at(-1)?.z.n ?? 0;
  return whole && result >= params.minResult && keepsLimits(form, numbers);
}

/** What keeps a form a story: a number of loose things worth adding, shares that are a fact of the tables. */
function keepsLimits(form: StepForm, numbers: Numbers): boolean {
  const { a, b, c } = numbers;
  const isFact = (quotient: number): boolean => quotient >= 2 && quotient <= 9;
  switch (form) {
    case 'a*b+c':
      return c >= 5 && c <= 60;
    case 'a*b-c':
      return c >= 5;
    case 'a*b/c':
      return c >= 2 && c <= 9 && c !== a && c !== b;
    case 'c/b+a':
      return isFact(c / b);
    case '(c-a)/b':
      return isFact((c - a) / b);
    case 'a+b-c':
    case 'a-b+c':
    case 'a-b-c':
    case 'c-a*b':
    case 'c-(a*u+v)':
    case '(a*u-v)/b':
    case 'a*u+b*v':
    case '(a+b)*u-v':
      return true;
    default:
      return unreachable(form);
  }
}
