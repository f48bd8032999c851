import { pick } from '../../kernel/random.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import { identityOf, parseScale, type ScaleCase } from './read-scale-case.ts';
import { scaleItem } from './read-scale-item.ts';
import { scaleTraps } from './read-scale-traps.ts';
import { scaleWorked } from './read-scale-worked.ts';

function tagsOf(one: ScaleCase): string[] {
  switch (one.kind) {
    case 'number-line':
      return (one.n * one.tick * 2) % one.label === 0 ? ['midpoint'] : [];
    case 'fraction-line':
      return [
        ...(one.n > one.den ? ['beyond-1'] : []),
        ...(one.n === 1 ? ['unit'] : []),
        ...(one.n * 2 === one.den ? ['half'] : []),
      ];
    case 'ruler':
      return one.start > 0 ? ['starts-off-zero'] : [];
    case 'ruler-two':
      return [];
    case 'ruler-fraction':
      return [
        ...((one.n * 2) % one.parts === 0 ? ['half'] : []),
        ...(one.n < one.parts ? ['below-1'] : []),
      ];
    case 'dial':
      return [`step:${one.label / one.parts}`, `scale:${scaleOf(one)}`];
  }
}

/** Lengths are told apart by what is measured, whatever the place on the ruler. */
function twinOf(one: ScaleCase): string {
  return one.kind === 'ruler' ? String(one.n) : identityOf(one);
}

function numbersIn(one: ScaleCase): Readonly<Record<string, number>> {
  switch (one.kind) {
    case 'number-line':
      return { n: one.n, result: one.n * one.tick };
    case 'fraction-line':
      return { n: one.n, d: one.den };
    case 'ruler':
      return { n: one.n, s: one.start, result: one.n };
    case 'ruler-two':
      return { a: one.a, b: one.b, result: one.a - one.b };
    case 'ruler-fraction':
      return { n: one.n, d: one.parts };
    case 'dial':
      return { n: one.n, result: (one.n * one.label) / one.parts };
  }
}

/** Which scale of the list: there may be two with one step. */
function scaleOf({ unit, label, parts }: Extract<ScaleCase, { kind: 'dial' }>): string {
  return `${unit} ${label}/${parts}`;
}

function stratumOf(one: ScaleCase, tags: readonly string[]): string {
  return one.kind === 'dial' ? scaleOf(one) : tags.join(' ');
}

function describe(one: ScaleCase): CaseTraits {
  const tags = tagsOf(one);
  return {
    identity: identityOf(one),
    twin: twinOf(one),
    stratum: stratumOf(one, tags),
    tags,
    numbers: numbersIn(one),
  };
}

/** A number line, a ruler or a measuring scale, and what it shows. */
export const readScale = defineFamily<readonly ScaleCase[], ScaleCase>({
  id: 'read-scale',
  version: 1,
  tags: ['midpoint', 'beyond-1', 'unit', 'starts-off-zero', 'half', 'below-1', 'step:*', 'scale:*'],
  numbers: ['n', 'd', 's', 'a', 'b', 'result'],
  parse: parseScale,
  size: (all) => all.length,
  cases: (all) => all,
  draw: (random, all) => pick(random, all),
  describe,
  build: (one) => ({ ...scaleItem(one), traps: scaleTraps(one) }),
  worked: scaleWorked,
});
