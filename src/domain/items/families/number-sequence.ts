import { unreachable } from '../../kernel/assert.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { pick, type Random } from '../../kernel/random.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import { drawNumber, holds, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { numberTraps } from '../traps.ts';
import {
  answerOf,
  crosses,
  promptOf,
  runOf,
  trapEntries,
  workedOf,
  type Case,
} from './number-sequence-words.ts';

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
