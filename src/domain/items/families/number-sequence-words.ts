/** What an item of a number sequence says, what goes wrong with it, and how it is worked out. */
import { assert, unreachable } from '../../kernel/assert.ts';
import type { WorkedPart } from '../family.ts';
import type { PromptPart } from '../item.ts';

/** One item: the few numbers that decide it. */
export type Case =
  | { readonly prompt: 'after' | 'before'; readonly n: number }
  | {
      readonly prompt: 'run';
      readonly start: number;
      readonly step: number;
      readonly length: number;
      readonly gap: number;
    }
  | { readonly prompt: 'offset'; readonly n: number; readonly offset: number }
  | {
      readonly prompt: 'rule';
      readonly start: number;
      readonly step: number;
      readonly term: number;
    };

export function answerOf(one: Case): number {
  switch (one.prompt) {
    case 'after':
      return one.n + 1;
    case 'before':
      return one.n - 1;
    case 'run':
      return one.start + one.gap * one.step;
    case 'offset':
      return one.n + one.offset;
    case 'rule':
      return one.start + one.step * (one.term - 1);
    default:
      return unreachable(one);
  }
}

/** Whether two numbers lie on different sides of a multiple of `unit`: 79 and 80 do for ten. */
export const crosses = (a: number, b: number, unit: number): boolean =>
  Math.floor(a / unit) !== Math.floor(b / unit);

export function runOf({ start, step, length }: Extract<Case, { prompt: 'run' }>): number[] {
  return Array.from({ length }, (_, i) => start + i * step);
}

const text = (en: string, es: string): PromptPart & { readonly type: 'text' } => ({
  type: 'text',
  text: { en, es },
});

export function promptOf(one: Case): readonly PromptPart[] {
  switch (one.prompt) {
    case 'after':
      return [
        text(
          `What number comes right after ${one.n}?`,
          `¿Qué número va justo después del ${one.n}?`,
        ),
      ];
    case 'before':
      return [
        text(
          `What number comes right before ${one.n}?`,
          `¿Qué número va justo antes del ${one.n}?`,
        ),
      ];
    case 'run':
      return [
        text('Fill in the missing number.', 'Escribe el número que falta.'),
        { type: 'sequence', numbers: runOf(one).map((n, i) => (i === one.gap ? '_' : n)) },
      ];
    case 'offset': {
      const { n, offset } = one;
      const size = Math.abs(offset);
      return [
        offset > 0
          ? text(`What number is ${size} more than ${n}?`, `¿Qué número es ${size} más que ${n}?`)
          : text(
              `What number is ${size} less than ${n}?`,
              `¿Qué número es ${size} menos que ${n}?`,
            ),
      ];
    }
    case 'rule': {
      const { start, step, term } = one;
      return [
        text(
          `A pattern starts at ${start}. The rule is: add ${step}. What is number ${term} of the pattern?`,
          `Un patrón empieza en ${start}. La regla es: sumar ${step}. ¿Cuál es el número ${term} del patrón?`,
        ),
      ];
    }
    default:
      return unreachable(one);
  }
}

export function trapEntries(one: Case): readonly (readonly [string, number | null])[] {
  const key = answerOf(one);
  const slips = [-100, -10, 10, 100].map((by) => ['decade-slip', key + by] as const);
  switch (one.prompt) {
    case 'after':
    case 'before':
      return [
        ['wrong-direction', 2 * one.n - key],
        ['repeats-neighbour', one.n],
        ...slips.filter(([, value]) => crosses(one.n, key, 10) && Math.abs(value - key) === 10),
      ];
    case 'run': {
      const before = key - one.step;
      return [
        ['repeats-neighbour', one.gap > 0 ? before : null],
        ['repeats-neighbour', one.gap < one.length - 1 ? key + one.step : null],
        ['counts-by-ones', one.step > 1 ? before + 1 : null],
        ...slips,
      ];
    }
    case 'offset':
      return [['wrong-direction', one.n - one.offset], ['repeats-neighbour', one.n], ...slips];
    case 'rule':
      return [
        ['one-step-too-far', key + one.step],
        ['one-step-short', key - one.step],
      ];
    default:
      return unreachable(one);
  }
}

export function workedOf(one: Case): readonly WorkedPart[] {
  const key = answerOf(one);
  switch (one.prompt) {
    case 'after':
      return [text(`Count on from ${one.n}: ${key}.`, `Cuenta desde el ${one.n}: ${key}.`)];
    case 'before':
      return [
        text(`Count back from ${one.n}: ${key}.`, `Cuenta hacia atrás desde el ${one.n}: ${key}.`),
      ];
    case 'run': {
      const run = runOf(one);
      const from = one.gap > 0 ? run[one.gap - 1] : run[one.gap + 1];
      assert(from !== undefined, 'a run has more than one number');
      const sign = one.gap > 0 ? '+' : '−';
      return [
        text(
          `The numbers go up by ${one.step}.`,
          `Los números aumentan de ${one.step} en ${one.step}.`,
        ),
        text(`${from} ${sign} ${one.step} = ${key}`, `${from} ${sign} ${one.step} = ${key}`),
      ];
    }
    case 'offset': {
      const line = `${one.n} ${one.offset > 0 ? '+' : '−'} ${Math.abs(one.offset)} = ${key}`;
      return [text(line, line)];
    }
    case 'rule': {
      const run = Array.from({ length: one.term }, (_, i) => one.start + i * one.step).join(', ');
      return [text(run, run)];
    }
    default:
      return unreachable(one);
  }
}
