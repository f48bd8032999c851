import { unreachable } from '../../kernel/assert.ts';
import { pick } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import { numbersOf, readSet } from '../number-set.ts';
import { MOST_VARIANTS, SHAPES, type ShapeName } from './shape-catalog.ts';
import { buildFind, FOUND, workedFind, type FindCase } from './shape-find.ts';
import {
  belonging,
  buildGroups,
  GROUPED,
  GROUPS,
  isAsked,
  workedGroups,
  type GroupsCase,
} from './shape-groups.ts';
import {
  buildShares,
  MOST_SHARE_VARIANTS,
  SHARES,
  WHOLES,
  workedShares,
  type SharesCase,
} from './shape-shares.ts';
import { buildSides, MOST_SIDE_VARIANTS, workedSides, type SidesCase } from './shape-sides.ts';
import { buildSymmetry, linesOf, workedSymmetry, type SymmetryCase } from './shape-symmetry.ts';

const ASKS = ['find', 'sides', 'equal-shares', 'symmetry', 'groups'] as const;

type Case = FindCase | SidesCase | SharesCase | SymmetryCase | GroupsCase;

const NAMES = Object.keys(SHAPES) as readonly ShapeName[]; // the keys of a literal
const OPTIONS = 4;

/** All cases of the parameters: there are never more than a few hundred. */
function parse(read: RecordReader): readonly Case[] {
  const ask = read.oneOf('ask', ASKS);
  switch (ask) {
    case 'find': {
      read.integer('options', OPTIONS, OPTIONS);
      const variants = variantsOf(read, MOST_VARIANTS);
      const shapes = read.words('shapes', FOUND);
      return shapes.flatMap((shape) => variants.map((variant) => ({ ask, shape, variant })));
    }
    case 'sides': {
      const sides = numbersOf(readSet(read, 'sides'));
      if (sides.some((n) => n < 3 || n > 8)) read.fail('sides', 'from three to eight sides');
      const variants = variantsOf(read, MOST_SIDE_VARIANTS);
      return sides.flatMap((n) => variants.map((variant) => ({ ask, n, variant })));
    }
    case 'equal-shares':
      return sharesCases(read);
    case 'symmetry':
      return symmetryCases(read);
    case 'groups': {
      const variants = variantsOf(read, MOST_VARIANTS);
      const groups = read.words('groups', GROUPS);
      const pairs = read
        .words('shapes', GROUPED)
        .flatMap((shape) => groups.map((group) => ({ ask, shape, group })));
      const asked = pairs.filter(({ shape, group }) => isAsked(shape, group));
      return asked.flatMap((one) => variants.map((variant) => ({ ...one, variant })));
    }
    default:
      return unreachable(ask);
  }
}

function variantsOf(read: RecordReader, most: number): readonly number[] {
  return Array.from({ length: read.integer('variants', 1, most) }, (_, i) => i + 1);
}

function sharesCases(read: RecordReader): readonly Case[] {
  read.integer('options', OPTIONS, OPTIONS);
  const variants = variantsOf(read, MOST_SHARE_VARIANTS);
  const shares = read.integers('shares');
  if (shares.some((n) => !SHARES.some((known) => known === n)))
    read.fail('shares', '2, 3 or 4 shares are drawn');
  const wholes = read.words('wholes', WHOLES);
  return shares.flatMap((n) =>
    wholes.flatMap((whole) =>
      variants.map((variant) => ({ ask: 'equal-shares' as const, n, whole, variant })),
    ),
  );
}

/** The catalog says how many lines a shape has; what is drawn has to have as many. */
function symmetryCases(read: RecordReader): readonly Case[] {
  const variants = variantsOf(read, MOST_VARIANTS);
  const entries = read.list('catalog');
  if (entries.length === 0) read.fail('catalog', 'at least one shape');
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const shape = entry.oneOf('name', NAMES);
    const lines = entry.integer('lines', 0, 8);
    if (seen.has(shape)) entry.fail('name', 'every shape once');
    seen.add(shape);
    const found = linesOf(SHAPES[shape].outlines);
    if (found !== lines) entry.fail('lines', `the drawn shape has ${found}`);
    return variants.map((variant) => ({ ask: 'symmetry' as const, shape, lines, variant }));
  });
}

function identityOf(one: Case): string {
  switch (one.ask) {
    case 'find':
      return `find ${one.shape}/${one.variant}`;
    case 'sides':
      return `sides ${one.n}/${one.variant}`;
    case 'equal-shares':
      return `shares ${one.n} ${one.whole}/${one.variant}`;
    case 'symmetry':
      return `symmetry ${one.shape}/${one.variant}`;
    case 'groups':
      return `${one.shape} in ${one.group}/${one.variant}`;
    default:
      return unreachable(one);
  }
}

function describe(one: Case): CaseTraits {
  const identity = identityOf(one);
  switch (one.ask) {
    case 'find': {
      const tags = [`shape:${one.shape}`];
      return { identity, twin: identity, stratum: one.shape, tags, numbers: {} };
    }
    case 'sides':
      return { identity, twin: identity, stratum: String(one.n), tags: [], numbers: { n: one.n } };
    case 'equal-shares': {
      const { n, whole } = one;
      const tags = [`shares:${n}`, `whole:${whole}`];
      return { identity, twin: identity, stratum: `${n} ${whole}`, tags, numbers: { n } };
    }
    case 'symmetry': {
      const { shape, lines } = one;
      const tags = [`shape:${shape}`, `lines:${lines}`];
      return { identity, twin: shape, stratum: '', tags, numbers: { lines } };
    }
    case 'groups': {
      const found = belonging(one);
      return {
        identity,
        twin: `${one.shape}/${one.variant}`,
        stratum: found,
        tags: [`shape:${one.shape}`, ...(found === 'no' ? ['no'] : ['yes', found])],
        numbers: {},
      };
    }
    default:
      return unreachable(one);
  }
}

/** Named shapes, their sides, equal shares, lines of symmetry, groups of quadrilaterals. */
export const shapeFacts = defineFamily<readonly Case[], Case>({
  id: 'shape-facts',
  version: 1,
  tags: ['shape:*', 'shares:*', 'whole:*', 'lines:*', 'yes', 'no', 'included', 'own-name'],
  numbers: ['n', 'lines'],
  parse,
  size: (cases) => cases.length,
  cases: (cases) => cases,
  draw: (random, cases) => pick(random, cases),
  describe,
  build: (one) => {
    const identity = identityOf(one);
    switch (one.ask) {
      case 'find':
        return buildFind(identity, one);
      case 'sides':
        return buildSides(identity, one);
      case 'equal-shares':
        return buildShares(identity, one);
      case 'symmetry':
        return buildSymmetry(one);
      case 'groups':
        return buildGroups(one);
      default:
        return unreachable(one);
    }
  },
  worked: (one) => {
    switch (one.ask) {
      case 'find':
        return workedFind(one);
      case 'sides':
        return workedSides(one);
      case 'equal-shares':
        return workedShares(one);
      case 'symmetry':
        return workedSymmetry(one);
      case 'groups':
        return workedGroups(one);
      default:
        return unreachable(one);
    }
  },
});
