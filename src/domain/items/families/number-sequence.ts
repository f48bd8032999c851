import { assert, unreachable } from '../../kernel/assert.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { pick, type Random } from '../../kernel/random.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { PromptPart } from '../item.ts';
import { drawNumber, holds, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { numberTraps } from '../traps.ts';

type Params =
  | { readonly prompt: 'after' | 'before'; readonly n: NumberSet }
  | {
      readonly prompt: 'run';
      readonly start: NumberSet;
      readonly step: number;
      readonly length: number;
      readonly gaps: readonly number[];
      readonly max: number;
    }
  | {
      readonly prompt: 'offset';
      readonly n: NumberSet;
      readonly offsets: readonly number[];
      readonly result: NumberSet | null;
    }
  | {
      readonly prompt: 'rule';
      readonly start: NumberSet;
      readonly stepBy: NumberSet;
      readonly term: NumberSet;
    };

type Case =
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

function parse(read: RecordReader): Params {
  const prompt = read.oneOf('prompt', ['after', 'before', 'run', 'offset', 'rule']);
  switch (prompt) {
    case 'after':
    case 'before':
      return { prompt, n: readSet(read, 'n') };
    case 'run': {
      const length = read.integer('length', 3, 8);
      const gaps = read.integers('gaps');
      if (gaps.some((gap) => gap < 0 || gap >= length)) read.fail('gaps', 'a gap lies in the run');
      return {
        prompt,
        start: readSet(read, 'start'),
        step: read.integer('step', 1, 100),
        length,
        gaps,
        max: read.integer('max', 1, 10_000),
      };
    }
    case 'offset':
      return {
        prompt,
        n: readSet(read, 'n'),
        offsets: read.integers('offsets'),
        result: read.has('result') ? readSet(read, 'result') : null,
      };
    case 'rule':
      return {
        prompt,
        start: readSet(read, 'start'),
        stepBy: readSet(read, 'stepBy'),
        term: readSet(read, 'term'),
      };
    default:
      return unreachable(prompt);
  }
}

/** Where the objective names no result, every one is allowed that is not negative. */
function allows(result: NumberSet | null, n: number): boolean {
  return result === null ? n >= 0 : holds(result, n);
}

function sizeOfParams(params: Params): number {
  switch (params.prompt) {
    case 'after':
    case 'before':
      return sizeOf(params.n);
    case 'run':
      return sizeOf(params.start) * params.gaps.length;
    case 'offset':
      return sizeOf(params.n) * params.offsets.length;
    case 'rule':
      return sizeOf(params.start) * sizeOf(params.stepBy) * sizeOf(params.term);
    default:
      return unreachable(params);
  }
}

function* cases(params: Params): Iterable<Case> {
  switch (params.prompt) {
    case 'after':
    case 'before':
      for (const n of numbersOf(params.n)) yield { prompt: params.prompt, n };
      return;
    case 'run': {
      const { step, length, max } = params;
      for (const start of numbersOf(params.start))
        for (const gap of params.gaps)
          if (start + step * (length - 1) <= max) yield { prompt: 'run', start, step, length, gap };
      return;
    }
    case 'offset':
      for (const n of numbersOf(params.n))
        for (const offset of params.offsets)
          if (allows(params.result, n + offset)) yield { prompt: 'offset', n, offset };
      return;
    case 'rule':
      for (const start of numbersOf(params.start))
        for (const step of numbersOf(params.stepBy))
          for (const term of numbersOf(params.term)) yield { prompt: 'rule', start, step, term };
      return;
    default:
      unreachable(params);
  }
}

function draw(random: Random, params: Params): Case | null {
  switch (params.prompt) {
    case 'after':
    case 'before':
      return { prompt: params.prompt, n: drawNumber(random, params.n) };
    case 'run': {
      const { step, length, max } = params;
      const start = drawNumber(random, params.start);
      const gap = pick(random, params.gaps);
      return start + step * (length - 1) <= max
        ? { prompt: 'run', start, step, length, gap }
        : null;
    }
    case 'offset': {
      const n = drawNumber(random, params.n);
      const offset = pick(random, params.offsets);
      return allows(params.result, n + offset) ? { prompt: 'offset', n, offset } : null;
    }
    case 'rule':
      return {
        prompt: 'rule',
        start: drawNumber(random, params.start),
        step: drawNumber(random, params.stepBy),
        term: drawNumber(random, params.term),
      };
    default:
      return unreachable(params);
  }
}

function answerOf(one: Case): number {
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
const crosses = (a: number, b: number, unit: number): boolean =>
  Math.floor(a / unit) !== Math.floor(b / unit);

function runOf({ start, step, length }: Extract<Case, { prompt: 'run' }>): number[] {
  return Array.from({ length }, (_, i) => start + i * step);
}

function tagsOf(one: Case): string[] {
  const result = answerOf(one);
  switch (one.prompt) {
    case 'after':
    case 'before':
      return crosses(one.n, result, 10) ? ['crosses-ten'] : [];
    case 'run': {
      const run = runOf(one);
      const [first = 0, last = 0] = [run[0], run.at(-1)];
      return [
        ...(crosses(first, last, 10) ? ['crosses-ten'] : []),
        ...(crosses(first, last, 100) ? ['crosses-hundred'] : []),
        ...(last > 100 ? ['above-100'] : []),
      ];
    }
    case 'offset': {
      const size = Math.abs(one.offset);
      return [
        one.offset > 0 ? 'more' : 'less',
        ...(crosses(one.n, result, size * 10) ? ['crosses'] : []),
        ...(one.n % 10 === 0 ? ['multiple-of-10'] : []),
      ];
    }
    case 'rule':
      return [];
    default:
      return unreachable(one);
  }
}

function describe(one: Case): CaseTraits {
  const result = answerOf(one);
  const common = { tags: tagsOf(one) };
  switch (one.prompt) {
    case 'after':
    case 'before': {
      const identity = `${one.prompt} ${one.n}`;
      return { identity, twin: identity, stratum: '', ...common, numbers: { n: one.n, result } };
    }
    case 'run': {
      const { start, step, gap } = one;
      return {
        identity: `run ${start} by ${step} gap ${gap}`,
        twin: `run ${start}`,
        stratum: String(gap),
        ...common,
        numbers: { start, gap, result, step },
      };
    }
    case 'offset': {
      const { n, offset } = one;
      return {
        identity: `${n}${offset > 0 ? '+' : ''}${offset}`,
        twin: String(n),
        stratum: String(offset),
        ...common,
        numbers: { n, result },
      };
    }
    case 'rule': {
      const { start, step, term } = one;
      return {
        identity: `rule ${start}+${step} term ${term}`,
        twin: `rule ${start}+${step}`,
        stratum: String(term),
        ...common,
        numbers: { start, step, term, result },
      };
    }
    default:
      return unreachable(one);
  }
}

const text = (en: string, es: string): PromptPart & { readonly type: 'text' } => ({
  type: 'text',
  text: { en, es },
});

function promptOf(one: Case): readonly PromptPart[] {
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

function trapEntries(one: Case): readonly (readonly [string, number | null])[] {
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

function workedOf(one: Case): readonly WorkedPart[] {
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

/** The next number, the one before, a gap in a run, a fixed step more or less, a later term of a rule. */
export const numberSequence = defineFamily<Params, Case>({
  id: 'number-sequence',
  version: 1,
  tags: [
    'crosses-ten',
    'crosses-hundred',
    'above-100',
    'more',
    'less',
    'crosses',
    'multiple-of-10',
  ],
  numbers: ['n', 'start', 'gap', 'result', 'step', 'term'],
  parse,
  size: sizeOfParams,
  cases,
  draw,
  describe,
  build: (one) => ({
    prompt: promptOf(one),
    answer: { kind: 'integer', value: answerOf(one) },
    traps: numberTraps(answerOf(one), trapEntries(one)),
  }),
  worked: workedOf,
});
