import { assert, unreachable } from '../kernel/assert.ts';
import type { LocalText } from '../kernel/local-text.ts';
import { differenceSteps, productSteps, sumOfSeveral, sumSteps } from './explain-facts.ts';
import { additionSteps, multiplicationSteps, subtractionSteps } from './explain-columns.ts';
import { accepted } from './graders.ts';
import type { EqualGroupsFigure } from './figures/equal-groups.ts';
import type { BondPart, ColumnsPart, Item, PromptPart } from './item.ts';
import type { Token } from './token.ts';

/** The worked answer of a plain item: families whose items say more have their own (`FamilyDefinition.worked`). */
export interface Explanation {
  /** The sentence with its blank filled: `filled` is the place of the answer in `tokens`, null where nothing was blank. */
  readonly tokens: readonly Token[];
  readonly filled: number | null;
  /** Short lines that lead to the answer. */
  readonly steps: readonly LocalText[];
}

/** How to come to the answer of an item, from what the item shows. */
export function explainItem(item: Item): Explanation {
  const value = Number(accepted(item.answer));
  for (const part of item.prompt) {
    const explanation = explainPart(part, value, item);
    if (explanation !== null) return explanation;
  }
  return { tokens: item.answer.kind === 'integer' ? [value] : [], filled: null, steps: [] };
}

function explainPart(part: PromptPart, value: number, item: Item): Explanation | null {
  switch (part.type) {
    case 'text':
    case 'division':
    case 'sequence':
      return null;
    case 'equation':
      return part.tokens.includes('_') ? fill(part.tokens, value) : explainTruth(part.tokens, item);
    case 'columns':
      return explainColumns(part, value);
    case 'bond':
      return explainBond(part, value);
    case 'figure':
      return part.figure.type === 'equal-groups' ? explainGroups(part.figure) : null;
    default:
      return unreachable(part);
  }
}

function fill(tokens: readonly Token[], value: number): Explanation {
  const filled = tokens.indexOf('_');
  const done = tokens.map((token, i) => (i === filled ? value : token));
  return { tokens: done, filled, steps: checkOf(done, filled) };
}

/** The result of a fact: how to come to it. */
function factSteps(tokens: readonly Token[]): readonly LocalText[] {
  const numbers = tokens.slice(0, -2).filter((token) => typeof token === 'number');
  const signs = new Set(tokens.filter((token) => typeof token === 'string' && token !== '='));
  const [a = 0, b = 0] = numbers;
  const [sign] = signs;
  if (signs.size !== 1 || tokens.length !== numbers.length * 2 + 1) return [];
  if (sign === '+') return numbers.length === 2 ? sumSteps(a, b) : sumOfSeveral(numbers);
  if (numbers.length !== 2) return [];
  if (sign === '−') return differenceSteps(a, b);
  return sign === '×' ? productSteps(a, b) : [];
}

/** A missing part is checked by the opposite calculation. */
function checkOf(tokens: readonly Token[], filled: number): readonly LocalText[] {
  const [a, op, b, , total] = tokens;
  if (filled === tokens.length - 1) return factSteps(tokens);
  if (tokens.length !== 5) return [];
  assert(
    typeof a === 'number' && typeof b === 'number' && typeof total === 'number',
    'a sentence of three numbers',
  );
  const known = filled === 0 ? b : a;
  const asked = filled === 0 ? a : b;
  if (op === '+') return [same(`${total} − ${known} = ${asked}`)];
  if (op === '×') return [same(`${total} ÷ ${known} = ${asked}`)];
  return [same(filled === 0 ? `${total} + ${b} = ${a}` : `${a} − ${total} = ${b}`)];
}

/** A line without words is the same in every language. */
function same(line: string): LocalText {
  return { en: line, es: line };
}

function sumOf(side: readonly Token[]): number {
  return side.reduce<number>((sum, token) => sum + (typeof token === 'number' ? token : 0), 0);
}

/** Is it true? Both sides are worked out and compared. */
function explainTruth(tokens: readonly Token[], item: Item): Explanation {
  const middle = tokens.indexOf('=');
  const [left, right] = [tokens.slice(0, middle), tokens.slice(middle + 1)];
  const [leftSum, rightSum] = [sumOf(left), sumOf(right)];
  const worked = [left, right]
    .filter((side) => side.length > 1)
    .map((side) =>
      same(
        `${side.map((token) => (typeof token === 'object' ? '' : token)).join(' ')} = ${sumOf(side)}`,
      ),
    );
  const isTrue = accepted(item.answer) === 'true';
  const end: LocalText = isTrue
    ? { en: `Both sides are ${leftSum}.`, es: `Los dos lados son ${leftSum}.` }
    : {
        en: `${leftSum} and ${rightSum} are not the same.`,
        es: `${leftSum} y ${rightSum} no son iguales.`,
      };
  return { tokens, filled: null, steps: [...worked, end] };
}

function explainColumns({ op, upper, lower }: ColumnsPart, value: number): Explanation {
  const tokens: Token[] = [upper, op, lower, '=', value];
  return { tokens, filled: 4, steps: stepsOf(op, upper, lower) };
}

function stepsOf(op: ColumnsPart['op'], upper: number, lower: number): LocalText[] {
  switch (op) {
    case '+':
      return additionSteps(upper, lower);
    case '−':
      return subtractionSteps(upper, lower);
    case '×':
      return multiplicationSteps(upper, lower);
    default:
      return unreachable(op);
  }
}

function explainBond({ whole, parts }: BondPart, value: number): Explanation {
  const all = [...parts, whole];
  const place = all.indexOf('_');
  const [p = 0, q = 0, w = 0] = all.map((n) => (n === '_' ? value : n));
  const [known, asked] = place === 0 ? [q, p] : [p, q];
  const steps = place === 2 ? sumSteps(p, q) : differenceSteps(w, known);
  assert(place === 2 || w - known === asked, 'the parts make the whole');
  return { tokens: [p, '+', q, '=', w], filled: [0, 2, 4][place] ?? null, steps };
}

/** Repeated addition, for as many groups as a line holds. */
const LONGEST_SUM = 6;

function explainGroups({ groups, each }: EqualGroupsFigure): Explanation {
  const product = groups * each;
  const sum = `${Array.from({ length: groups }, () => each).join(' + ')} = ${product}`;
  return {
    tokens: [groups, '×', each, '=', product],
    filled: 4,
    steps: [
      { en: `${groups} times ${each}`, es: `${groups} veces ${each}` },
      ...(groups <= LONGEST_SUM ? [same(sum)] : []),
    ],
  };
}
