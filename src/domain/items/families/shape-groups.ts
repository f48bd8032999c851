import type { LocalText } from '../../kernel/local-text.ts';
import type { WorkedPart } from '../family.ts';
import type { Item } from '../item.ts';
import { inVariant, SHAPES } from './shape-catalog.ts';
import { line } from './worked-lines.ts';

export const GROUPS = ['square', 'rectangle', 'rhombus', 'parallelogram', 'quadrilateral'] as const;
type Group = (typeof GROUPS)[number];

/** Each shape with all groups that it belongs to (inclusive definitions). */
const MEMBER = {
  square: ['square', 'rectangle', 'rhombus', 'parallelogram', 'quadrilateral'],
  rectangle: ['rectangle', 'parallelogram', 'quadrilateral'],
  rhombus: ['rhombus', 'parallelogram', 'quadrilateral'],
  parallelogram: ['parallelogram', 'quadrilateral'],
  trapezoid: ['quadrilateral'],
  'irregular quadrilateral': ['quadrilateral'],
  triangle: [],
  pentagon: [],
} as const satisfies Readonly<Record<string, readonly Group[]>>;
type Grouped = keyof typeof MEMBER;
export const GROUPED = Object.keys(MEMBER) as readonly Grouped[]; // the keys of a literal

export interface GroupsCase {
  readonly ask: 'groups';
  readonly shape: Grouped;
  readonly group: Group;
  readonly variant: number;
}

/** Shapes without four sides are only asked about quadrilaterals. */
export function isAsked(shape: Grouped, group: Group): boolean {
  return (shape !== 'triangle' && shape !== 'pentagon') || group === 'quadrilateral';
}

/** `own-name`: a square as a square; `included`: a square as a rectangle. */
export function belonging({ shape, group }: GroupsCase): 'own-name' | 'included' | 'no' {
  if (shape === group) return 'own-name';
  const groups: readonly Group[] = MEMBER[shape];
  return groups.includes(group) ? 'included' : 'no';
}

const NAMES: Readonly<Record<Group, LocalText>> = {
  square: { en: 'a square', es: 'un cuadrado' },
  rectangle: { en: 'a rectangle', es: 'un rectángulo' },
  rhombus: { en: 'a rhombus', es: 'un rombo' },
  parallelogram: { en: 'a parallelogram', es: 'un paralelogramo' },
  quadrilateral: { en: 'a quadrilateral', es: 'un cuadrilátero' },
};

/** What makes a shape one of the group. */
const RULES: Readonly<Record<Group, LocalText>> = {
  square: {
    en: 'A square has four equal sides and four right angles.',
    es: 'Un cuadrado tiene cuatro lados iguales y cuatro ángulos rectos.',
  },
  rectangle: {
    en: 'A rectangle has four right angles.',
    es: 'Un rectángulo tiene cuatro ángulos rectos.',
  },
  rhombus: { en: 'A rhombus has four equal sides.', es: 'Un rombo tiene cuatro lados iguales.' },
  parallelogram: {
    en: 'A parallelogram has two pairs of parallel sides.',
    es: 'Un paralelogramo tiene dos pares de lados paralelos.',
  },
  quadrilateral: {
    en: 'A quadrilateral has four straight sides.',
    es: 'Un cuadrilátero tiene cuatro lados rectos.',
  },
};

/** Sides and angles as they are seen. */
const SEEN: Readonly<Record<Grouped, LocalText>> = {
  square: {
    en: 'A shape with four equal sides and four right angles',
    es: 'Figura con cuatro lados iguales y cuatro ángulos rectos',
  },
  rectangle: {
    en: 'A shape with two long and two short sides and four right angles',
    es: 'Figura con dos lados largos, dos cortos y cuatro ángulos rectos',
  },
  rhombus: {
    en: 'A shape with four equal sides and no right angle',
    es: 'Figura con cuatro lados iguales y ningún ángulo recto',
  },
  parallelogram: {
    en: 'A slanted shape with two long and two short sides, opposite sides parallel, no right angle',
    es: 'Figura inclinada con dos lados largos y dos cortos, los opuestos paralelos, y ningún ángulo recto',
  },
  trapezoid: {
    en: 'A shape with four sides, just two of them parallel, no right angle',
    es: 'Figura con cuatro lados, solo dos de ellos paralelos, y ningún ángulo recto',
  },
  'irregular quadrilateral': {
    en: 'A shape with four different sides, none of them parallel, no right angle',
    es: 'Figura con cuatro lados distintos, ninguno paralelo a otro, y ningún ángulo recto',
  },
  triangle: { en: 'A shape with three straight sides', es: 'Figura con tres lados rectos' },
  pentagon: { en: 'A shape with five straight sides', es: 'Figura con cinco lados rectos' },
};

export function buildGroups(one: GroupsCase): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { shape, group, variant } = one;
  const found = belonging(one);
  return {
    prompt: [
      {
        type: 'figure',
        figure: { type: 'shape', outlines: inVariant(SHAPES[shape].outlines, variant) },
        spoken: SEEN[shape],
      },
      {
        type: 'text',
        text: {
          en: `Is this shape ${NAMES[group].en}?`,
          es: `¿Esta figura es ${NAMES[group].es}?`,
        },
      },
    ],
    answer: {
      kind: 'choice',
      value: found === 'no' ? 'no' : 'yes',
      options: [
        { id: 'yes', text: { en: 'Yes', es: 'Sí' } },
        { id: 'no', text: { en: 'No', es: 'No' } },
      ],
    },
    traps: found === 'included' ? [{ tag: 'square-is-not-a-rectangle', value: 'no' }] : [],
  };
}

export function workedGroups(one: GroupsCase): readonly WorkedPart[] {
  const { group } = one;
  return [
    { type: 'text', text: RULES[group] },
    belonging(one) === 'no'
      ? line('This shape does not.', 'Esta figura no.')
      : line('So does this shape: yes.', 'Esta figura también: sí.'),
  ];
}
