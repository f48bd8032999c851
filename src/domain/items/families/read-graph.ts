import { gcd } from '../../kernel/numbers.ts';
import { pick } from '../../kernel/random.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { FractionToken } from '../token.ts';
import { identityOf, parseGraph, type GraphCase } from './read-graph-case.ts';
import { askedRows, graphItem } from './read-graph-item.ts';
import { formula, line } from './worked-lines.ts';

function describe(one: GraphCase): CaseTraits {
  const identity = identityOf(one);
  switch (one.graph) {
    case 'picture':
      return {
        identity,
        twin: String(one.a),
        stratum: String(one.a),
        tags: [],
        numbers: { a: one.a, result: one.a * one.scale },
      };
    case 'bar':
      return {
        identity,
        twin: `${one.a}-${one.b}`,
        stratum: String(one.a - one.b),
        tags: [],
        numbers: { a: one.a, result: (one.a - one.b) * one.scale },
      };
    case 'line-plot': {
      const tags = plotTags(one);
      const numbers = { a: one.high, result: one.high - one.low };
      return { identity, twin: identity, stratum: tags.join(' '), tags, numbers };
    }
  }
}

function plotTags({ low, high, parts }: Extract<GraphCase, { graph: 'line-plot' }>): string[] {
  const isMixed = (n: number): boolean => n > parts && n % parts !== 0;
  return [
    ...(isMixed(low) && isMixed(high) ? ['both-mixed'] : []),
    ...(gcd(high - low, parts) > 1 ? ['reducible'] : []),
  ];
}

function workedOf(one: GraphCase): readonly WorkedPart[] {
  if (one.graph === 'line-plot') return plotWorked(one);
  const [first, second] = askedRows(one);
  if (first === undefined) return [];
  const a = one.a * one.scale;
  const en = `The graph shows ${a} ${first.category.many.en}.`;
  const es = `La gráfica muestra ${a} ${first.category.many.es}.`;
  if (one.graph === 'picture' || second === undefined) return [line(en, es)];
  const b = one.b * one.scale;
  return [
    line(
      `The graph shows ${a} ${first.category.many.en} and ${b} ${second.category.many.en}.`,
      `La gráfica muestra ${a} ${first.category.many.es} y ${b} ${second.category.many.es}.`,
    ),
    formula(`${a} − ${b} = ${a - b}`),
  ];
}

function plotWorked({ low, high, parts }: Extract<GraphCase, { graph: 'line-plot' }>) {
  const token = (num: number): FractionToken => ({ type: 'fraction', num, den: parts });
  const values = { low: token(low), high: token(high), rest: token(high - low) };
  return [
    line(
      'The shortest is {low} and the longest is {high}.',
      'La más corta mide {low} y la más larga {high}.',
      values,
    ),
    formula('{high} − {low} = {rest}', values),
  ];
}

/** A picture graph, a bar graph or a line plot, and what it tells. */
export const readGraph = defineFamily<readonly GraphCase[], GraphCase>({
  id: 'read-graph',
  version: 1,
  tags: ['both-mixed', 'reducible'],
  numbers: ['a', 'result'],
  parse: parseGraph,
  size: (all) => all.length,
  cases: (all) => all,
  draw: (random, all) => pick(random, all),
  describe,
  build: graphItem,
  worked: workedOf,
});
