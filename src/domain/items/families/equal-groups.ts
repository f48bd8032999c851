import { assert } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { pick } from '../../kernel/random.ts';
import { defineFamily } from '../family.ts';
import { drawNumber, holds, numbersOf, sizeOf, readSet, type NumberSet } from '../number-set.ts';
import { numberTraps } from '../traps.ts';
import { sceneObjects, type SceneObject } from './scenes.ts';

type Layout = 'groups' | 'array';

interface Params {
  readonly groups: NumberSet;
  readonly each: NumberSet;
  readonly product: NumberSet;
  readonly layouts: readonly Layout[];
}

interface Case {
  readonly layout: Layout;
  readonly groups: number;
  readonly each: number;
}

/** The same picture always shows the same things, and neighbours in the table show different ones. */
function objectOf({ layout, groups, each }: Case): SceneObject {
  const place = (groups * 5 + each * 3 + (layout === 'array' ? 7 : 0)) % sceneObjects.length;
  const object = sceneObjects[place];
  assert(object !== undefined, 'the place lies inside the list of things');
  return object;
}

function questionOf({ many, gender }: SceneObject): LocalText {
  return {
    en: `How many ${many.en} are there in all?`,
    es: `¿${gender === 'm' ? 'Cuántos' : 'Cuántas'} ${many.es} hay en total?`,
  };
}

/** What a screen reader says instead of the picture. It names groups and size: the product is what is asked. */
function spokenOf({ layout, groups, each }: Case, { many }: SceneObject): LocalText {
  const [en, es] = layout === 'groups' ? ['rings', 'grupos'] : ['rows', 'filas'];
  return {
    en: `${groups} ${en} with ${each} ${many.en} each`,
    es: `${groups} ${es} con ${each} ${many.es} en cada ${layout === 'groups' ? 'grupo' : 'fila'}`,
  };
}

/** The product shown by a picture: rings with the same number of things, or an array. */
export const equalGroups = defineFamily<Params, Case>({
  id: 'equal-groups',
  version: 1,
  tags: ['layout:*'],
  numbers: ['a', 'b', 'product'],
  parse: (read) => ({
    groups: readSet(read, 'groups'),
    each: readSet(read, 'each'),
    product: readSet(read, 'product'),
    layouts: read.words('layouts', ['groups', 'array']),
  }),
  size: (params) => sizeOf(params.groups) * sizeOf(params.each) * params.layouts.length,
  *cases(params) {
    for (const layout of params.layouts) {
      for (const groups of numbersOf(params.groups)) {
        for (const each of numbersOf(params.each)) {
          if (holds(params.product, groups * each)) yield { layout, groups, each };
        }
      }
    }
  },
  draw: (random, params) => {
    const layout = pick(random, params.layouts);
    const groups = drawNumber(random, params.groups);
    const each = drawNumber(random, params.each);
    return holds(params.product, groups * each) ? { layout, groups, each } : null;
  },
  describe: ({ layout, groups, each }) => ({
    identity: `${layout} ${groups}x${each}`,
    twin: `${Math.min(groups, each)}x${Math.max(groups, each)}`,
    stratum: layout,
    tags: [`layout:${layout}`],
    numbers: { a: groups, b: each, product: groups * each },
  }),
  build: (one) => {
    const { layout, groups, each } = one;
    const object = objectOf(one);
    const product = groups * each;
    return {
      prompt: [
        {
          type: 'figure',
          figure: {
            type: 'equal-groups',
            layout,
            groups,
            each,
            object: { id: object.id, many: object.many },
          },
          spoken: spokenOf(one, object),
        },
        { type: 'text', text: questionOf(object) },
      ],
      answer: { kind: 'integer', value: product },
      traps: numberTraps(product, [
        ['added', groups + each],
        ['counted-one-group', each],
        ['counted-groups', groups],
        ['off-by-one', product - 1],
        ['off-by-one', product + 1],
        ['off-by-one-row', product - each],
        ['off-by-one-row', product + each],
      ]),
    };
  },
});
