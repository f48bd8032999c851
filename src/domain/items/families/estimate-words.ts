/** What an estimation says, and how it is worked out. */
import type { LocalText } from '../../kernel/local-text.ts';
import type { WorkedPart } from '../family.ts';
import type { PromptPart } from '../item.ts';
import type { Sign } from '../token.ts';
import { calculate, type Case } from './estimate-case.ts';
import { formula, line } from './worked-lines.ts';

type Op = '+' | '-' | '*';

const SIGNS: Readonly<Record<Op, Sign>> = { '+': '+', '-': '−', '*': '×' };
/** In identities, which travel in events, only plain characters stand. */
export const PLAIN_SIGNS: Readonly<Record<Op, string>> = { '+': '+', '-': '-', '*': 'x' };

const THEN: Readonly<Record<Op, LocalText>> = {
  '+': { en: 'then add', es: 'después suma' },
  '-': { en: 'then subtract', es: 'después resta' },
  '*': { en: 'then multiply', es: 'después multiplica' },
};

export function promptOf(one: Case): readonly PromptPart[] {
  if (one.op === '/')
    return [
      line('Which number is closest to the answer?', '¿Qué número está más cerca del resultado?'),
      { type: 'equation', tokens: [one.n, '÷', one.d] },
    ];
  const { op, to, a, b, both } = one;
  const [ten, decena] = to === 10 ? ['ten', 'decena'] : ['hundred', 'centena'];
  const [what, que] = both ? ['each number', 'cada número'] : [`${a}`, `${a}`];
  const then = THEN[op];
  return [
    line(
      `Round ${what} to the nearest ${ten}, ${then.en}.`,
      `Redondea ${que} a la ${decena} más cercana y ${then.es}.`,
    ),
    { type: 'equation', tokens: [a, SIGNS[op], b] },
  ];
}

/** How to come to the answer: each number's neighbor first, then the easy calculation. */
export function workedEstimate(one: Case): readonly WorkedPart[] {
  if (one.op === '/') {
    const { n, d, options } = one;
    const product = options.key * d;
    return [
      formula(`${d} × ${options.key} = ${product}`),
      product === n
        ? line(`That is ${n}.`, `Eso es ${n}.`)
        : line(`${product} is close to ${n}.`, `${product} está cerca de ${n}.`),
    ];
  }
  const { op, a, b, nearA, nearB, both } = one;
  const nearer = (n: number, near: number): WorkedPart =>
    line(`${n} is nearer to ${near}.`, `${n} está más cerca de ${near}.`);
  return [
    nearer(a, nearA),
    ...(both ? [nearer(b, nearB)] : []),
    formula(`${nearA} ${SIGNS[op]} ${nearB} = ${calculate(op, nearA, nearB)}`),
  ];
}
