import { pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import { holds, largestOf, readSet, type NumberSet } from '../number-set.ts';
import type { PowerToken, Sign, Token } from '../token.ts';
import { numberTraps } from '../traps.ts';
import { allValues, countValues, drawValues, type Variables } from '../variables.ts';
import { stepsOf, type Step, type Values } from './expression-steps.ts';
import { cut, depthOf, treeOf, type Node } from './expression-text.ts';
import {
  CONTRASTS,
  exactValue,
  wrongReadings,
  type Contrast,
  type WrongReading,
} from './expression-wrong.ts';
import { formula, line } from './worked-lines.ts';

/** One shape of the row, read once: how it is worked out, and how it is misread. */
interface Shape {
  readonly expr: string;
  readonly tokens: readonly string[];
  readonly depth: number;
  readonly tree: Node;
  readonly wrong: readonly WrongReading[];
  readonly sets: Variables<string>;
}

interface Params {
  readonly shapes: readonly Shape[];
  readonly factLimit: number | null;
  readonly result: NumberSet;
  readonly contrast: Contrast;
}

interface Case {
  readonly shape: Shape;
  readonly values: Values;
  readonly steps: readonly Step[];
  readonly result: number;
}

/** Larger numbers than children calculate with; wrong readings of them stay exact. */
const LARGEST = 1000;
/** Numbers of a shape that break a condition are drawn again, so that shapes with divisions do not become rare. */
const DRAWS = 60;

function parse(read: RecordReader): Params {
  const params: Omit<Params, 'shapes'> = {
    contrast: read.oneOf('contrast', CONTRASTS),
    factLimit: read.has('factLimit') ? read.integer('factLimit', 2, 100) : null,
    result: readSet(read, 'result'),
  };
  const forms = read.list('forms');
  const shapes = forms.flatMap((form) => {
    const shape = readShape(form);
    if (shape === null) return [];
    // As long as the fields are sound: what is left is a shape that no numbers fill.
    if (form.fault() === null && casesOf({ ...params, shapes: [] }, shape).next().done === true)
      form.fail('vars', 'no numbers fit all conditions');
    return [shape];
  });
  const names = shapes.map(({ expr }) => expr);
  if (forms.length === 0 || new Set(names).size < names.length)
    read.fail('forms', 'a list of different expressions is expected');
  return { ...params, shapes };
}

function readShape(form: RecordReader): Shape | null {
  const expr = form.text('expr');
  const tokens = cut(expr);
  const tree = tokens === null ? null : treeOf(tokens);
  const vars = form.within('vars');
  const letters = (tokens ?? []).filter((token) => /[a-d]/u.test(token));
  const sets = Object.fromEntries(letters.map((name) => [name, readNumbers(vars, name)]));
  const isSound =
    new Set(letters).size === letters.length && letters.length > 1 && depthOf(tokens ?? []) < 3;
  if (tokens === null || tree === null || !isSound) {
    form.fail('expr', 'different letters a to d with + - * / **2 **3 and brackets are expected');
    return null;
  }
  const wrong = wrongReadings(tokens, tree);
  return { expr, tokens, tree, wrong, sets, depth: depthOf(tokens) };
}

function readNumbers(vars: RecordReader, name: string): NumberSet {
  const set = readSet(vars, name);
  if (holds(set, 0) || largestOf(set) > LARGEST)
    vars.fail(name, `numbers from 1 to ${LARGEST} are expected`);
  return set;
}

function caseOf({ factLimit, result }: Params, shape: Shape, values: Values): Case | null {
  const steps = stepsOf(shape.tree, values, factLimit);
  const value = steps?.at(-1)?.value;
  if (steps === null || value === undefined || !holds(result, value)) return null;
  return { shape, values, steps, result: value };
}

const valuesFrom = (found: Partial<Values>): Values => found as Values; // every letter of the shape has a set

function* casesOf(params: Params, shape: Shape): Iterator<Case> & Iterable<Case> {
  for (const values of allValues(shape.sets)) {
    const one = caseOf(params, shape, valuesFrom(values));
    if (one !== null) yield one;
  }
}

function* cases(params: Params): Iterable<Case> {
  for (const shape of params.shapes) yield* casesOf(params, shape);
}

function draw(random: Random, params: Params): Case | null {
  const shape = pick(random, params.shapes);
  for (let i = 0; i < DRAWS; i += 1) {
    const one = caseOf(params, shape, valuesFrom(drawValues(random, shape.sets)));
    if (one !== null) return one;
  }
  return null;
}

const SIGNS: Readonly<Record<string, Sign>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

/** The expression as it is printed: of two nested pairs of brackets the outer one is square. */
function tokensOf({ shape, values }: Case): Token[] {
  const printed: Token[] = [];
  let depth = 0;
  for (const token of shape.tokens) {
    if (token === '(') {
      depth += 1;
      printed.push(depth < shape.depth ? '[' : '(');
    } else if (token === ')') {
      printed.push(depth < shape.depth ? ']' : ')');
      depth -= 1;
    } else if (token.startsWith('**')) {
      printed.push(raised(printed.pop(), Number(token.slice(2))));
    } else {
      printed.push(SIGNS[token] ?? values[token] ?? 0);
    }
  }
  return printed;
}

/** What was printed last with an exponent: a number, or the bracket that closes. */
function raised(last: Token | undefined, exponent: number): PowerToken {
  return { type: 'power', base: typeof last === 'number' ? last : ')', exponent };
}

function identityOf({ shape, values }: Case): string {
  return shape.expr.replace(/[a-d]/gu, (name) => String(values[name]));
}

function describe(one: Case, { contrast }: Params): CaseTraits {
  const { shape, values, result } = one;
  const identity = identityOf(one);
  const misread = shape.wrong.find(({ tag }) => tag === contrast);
  const value = misread === undefined ? null : exactValue(misread.tree, values);
  const isSame = misread === undefined || (value?.num === result && value.den === 1);
  return {
    identity,
    twin: identity,
    stratum: shape.expr,
    tags: [`form:${shape.expr}`, ...(isSame ? [] : ['order-matters'])],
    numbers: { result },
  };
}

/** What decides in this shape which sign comes first. */
function ruleOf({ shape, steps }: Case): WorkedPart {
  if (shape.depth > 1) return line('Work from the inside out.', 'Trabaja de adentro hacia afuera.');
  if (shape.depth > 0)
    return line('Work out the parentheses first.', 'Primero calcula lo que está entre paréntesis.');
  if (steps.some(({ type }) => type === 'power'))
    return line('Work out the power first.', 'Primero calcula la potencia.');
  const ranks = new Set(steps.map((step) => step.type === 'op' && '*/'.includes(step.op)));
  return ranks.size > 1
    ? line('Multiply and divide first.', 'Primero multiplica y divide.')
    : line('Work from left to right.', 'Trabaja de izquierda a derecha.');
}

function lineOf(step: Step): WorkedPart {
  const { value } = step;
  if (step.type === 'op') {
    const { op, x, y } = step;
    return formula(`{x} ${SIGNS[op] ?? ''} {y} = {value}`, { x, y, value });
  }
  const { base, exponent } = step;
  const power: PowerToken = { type: 'power', base, exponent };
  const product = Array.from({ length: exponent }, () => base).join(' × ');
  return formula(`{power} = ${product} = {value}`, { power, value });
}

/** Expressions with several operations. */
export const expression = defineFamily<Params, Case>({
  id: 'expression',
  version: 1,
  tags: ['order-matters', 'form:*'],
  numbers: ['result'],
  parse,
  size: ({ shapes }) => shapes.reduce((size, { sets }) => size + countValues(sets), 0),
  cases,
  draw,
  describe,
  build: (one) => ({
    prompt: [{ type: 'equation', tokens: [...tokensOf(one), '=', '_'] }],
    answer: { kind: 'integer', value: one.result },
    traps: numberTraps(
      one.result,
      one.shape.wrong.map(({ tag, tree }) => {
        const value = exactValue(tree, one.values);
        return [tag, value === null || value.den > 1 ? null : value.num] as const;
      }),
    ),
  }),
  worked: (one) => [ruleOf(one), ...one.steps.map(lineOf)],
});
