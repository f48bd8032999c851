import { pick } from '../../kernel/random.ts';
import { defineFamily, type WorkedPart } from '../family.ts';
import type { PromptPart } from '../item.ts';
import { drawNumber, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { numberTraps } from '../traps.ts';

type Phrase = 'words' | 'equation';

interface Params {
  readonly ask: 'double' | 'half';
  readonly a: NumberSet;
  readonly phrases: readonly Phrase[];
}

interface Case {
  readonly ask: 'double' | 'half';
  readonly a: number;
  readonly phrase: Phrase;
}

const answerOf = ({ ask, a }: Case): number => (ask === 'double' ? a * 2 : a / 2);

function sentence(en: string, es: string): PromptPart & { readonly type: 'text' } {
  return { type: 'text', text: { en, es } };
}

function promptOf({ ask, a, phrase }: Case): PromptPart {
  if (ask === 'double') {
    return phrase === 'words'
      ? sentence(`Double ${a} is __.`, `El doble de ${a} es __.`)
      : { type: 'equation', tokens: [a, '+', a, '=', '_'] };
  }
  return phrase === 'words'
    ? sentence(`Half of ${a} is __.`, `La mitad de ${a} es __.`)
    : sentence(
        `${a} is the same number twice. Which number? __`,
        `${a} es el mismo número dos veces. ¿Qué número? __`,
      );
}

function workedOf(one: Case): readonly WorkedPart[] {
  const half = one.ask === 'double' ? one.a : answerOf(one);
  const line = `${half} + ${half} = ${half * 2}`;
  return [sentence(line, line)];
}

/** Double a number, or half of an even one. */
export const doubleHalf = defineFamily<Params, Case>({
  id: 'double-half',
  version: 1,
  tags: ['phrase:*'],
  numbers: ['a', 'result'],
  parse: (read) => {
    const ask = read.oneOf('ask', ['double', 'half']);
    const a = readSet(read, 'a');
    if (ask === 'half' && numbersOf(a).some((n) => n % 2 !== 0))
      read.fail('a', 'half is asked of even numbers');
    return { ask, a, phrases: read.words('phrases', ['words', 'equation']) };
  },
  size: ({ a, phrases }) => sizeOf(a) * phrases.length,
  *cases({ ask, a, phrases }) {
    for (const n of numbersOf(a)) for (const phrase of phrases) yield { ask, a: n, phrase };
  },
  draw: (random, { ask, a, phrases }) => ({
    ask,
    a: drawNumber(random, a),
    phrase: pick(random, phrases),
  }),
  describe: (one) => ({
    identity: `${one.ask} ${one.a} ${one.phrase}`,
    twin: `${one.ask} ${one.a}`,
    stratum: one.phrase,
    tags: [`phrase:${one.phrase}`],
    numbers: { a: one.a, result: answerOf(one) },
  }),
  build: (one) => {
    const { ask, a } = one;
    const key = answerOf(one);
    return {
      prompt: [promptOf(one)],
      answer: { kind: 'integer', value: key },
      traps: numberTraps(key, [
        ['added-two', ask === 'double' ? a + 2 : a - 2],
        ['copied', a],
        ['doubled-instead', ask === 'half' ? a * 2 : null],
        ['off-by-one', key - 1],
        ['off-by-one', key + 1],
      ]),
    };
  },
  worked: workedOf,
});
