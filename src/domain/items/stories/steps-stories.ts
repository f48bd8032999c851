/** Stories of two and three operations, told from their scenes. Amounts in hundredths stay as `{u}`, `{v}`, `{c}` and `{m}`. */
import { unreachable } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { unitWord, type UnitId } from '../units.ts';
import { ROLLS, SHARED_COSTS, SUPPLIES, TWO_KINDS } from './more-steps.ts';
import { LARGE_PRICES } from './prices.ts';
import { counted, local, sceneAt, type Story } from './scene.ts';
import { manyOf, sameWords, tell, type Slot, type Slots, type Words } from './sentence.ts';
import { TWO_STEPS } from './two-steps.ts';

export const TWO_STEP_FORMS = ['a+b-c', 'a-b+c', 'a-b-c'] as const;
export const SUPPLY_FORMS = ['a*b+c', 'a*b-c', 'c-a*b', 'a*b/c', 'c/b+a', '(c-a)/b'] as const;
export const HUNDREDTHS_FORMS = ['c-(a*u+v)', '(a*u-v)/b', 'a*u+b*v', '(a+b)*u-v'] as const;
type TwoStepForm = (typeof TWO_STEP_FORMS)[number];
type SupplyForm = (typeof SUPPLY_FORMS)[number];
type HundredthsForm = (typeof HUNDREDTHS_FORMS)[number];
export type StepForm = TwoStepForm | SupplyForm | HundredthsForm;

export interface Told {
  readonly form: StepForm;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly scene: number;
  readonly names: readonly [string, string];
}

/** With the unit of `{m}` where amounts are measures (null: dollars, or no amounts). */
interface StepsStory extends Story {
  readonly measure: UnitId | null;
}

const DOLLARS: LocalText = { en: 'dollars', es: 'dólares' };

/** The scenes of a form, by the name of their list and how many there are. */
export function scenesOf(form: StepForm): { readonly list: string; readonly count: number } {
  switch (form) {
    case 'a+b-c':
    case 'a-b+c':
    case 'a-b-c':
      return { list: 'two-steps', count: TWO_STEPS.length };
    case 'a*b+c':
    case 'a*b-c':
    case 'c-a*b':
    case 'a*b/c':
    case 'c/b+a':
    case '(c-a)/b':
      return { list: 'supplies', count: SUPPLIES.length };
    case 'c-(a*u+v)':
      return { list: 'prices', count: LARGE_PRICES.length };
    case '(a*u-v)/b':
      return { list: 'shared-costs', count: SHARED_COSTS.length };
    case 'a*u+b*v':
      return { list: 'two-kinds', count: TWO_KINDS.length };
    case '(a+b)*u-v':
      return { list: 'rolls', count: ROLLS.length };
    default:
      return unreachable(form);
  }
}

/** Tells a story. */
export function tellSteps(told: Told): StepsStory {
  const { form } = told;
  switch (form) {
    case 'a+b-c':
    case 'a-b+c':
    case 'a-b-c':
      return tellTwoSteps(told, form);
    case 'a*b+c':
    case 'a*b-c':
    case 'c-a*b':
    case 'a*b/c':
    case 'c/b+a':
    case '(c-a)/b':
      return tellSupplies(told, form);
    case 'c-(a*u+v)':
      return tellPurchase(told);
    case '(a*u-v)/b':
      return tellSharedCost(told);
    case 'a*u+b*v':
      return tellTwoKinds(told);
    case '(a+b)*u-v':
      return tellRolls(told);
    default:
      return unreachable(form);
  }
}

const namesIn = ([P, Q]: readonly [string, string]): Slots => ({
  P: sameWords(P),
  Q: sameWords(Q),
});

/** The same sentence about another number. */
const about = ([en, es]: Words, name: string): Words => [
  en.replaceAll('{x', `{${name}`),
  es.replaceAll('{x', `{${name}`),
];
const then = ([en, es]: Words): Words => [`then ${en}`, `después ${es}`];

function tellTwoSteps({ a, b, c, scene, names }: Told, form: TwoStepForm): StepsStory {
  const { thing, place, comes, goes, later } = sceneAt(TWO_STEPS, scene);
  const [first, second] = {
    'a+b-c': [comes, goes],
    'a-b+c': [goes, comes],
    'a-b-c': [goes, later],
  }[form] as [Words, Words]; // two events for every form
  const text = tell(
    [
      ['there {a?was|were} {a} {place}.', 'había {a} {place}.'],
      about(first, 'b'),
      then(about(second, 'c')),
      ['how many {a*} are {place} now?', '¿{a~cuántos|cuántas} {a*} hay ahora {place}?'],
    ],
    {
      a: counted(a, thing),
      b: counted(b, thing),
      c: counted(c, thing),
      place: local(place),
      ...namesIn(names),
    },
  );
  return { text, unit: manyOf(thing), measure: null };
}

/** `{p}` packs of `{t}`; `{x}` things; `{s}` sharers; `{y}` things for each. */
const PACKS: Words = [
  'there {p?is|are} {p} with {t} {inside} each {p.}.',
  'hay {p} con {t} en cada {p.}.',
];
const THERE_ARE: Words = ['there {x?is|are} {x}.', 'hay {x}.'];
const LEFT: Words = ['how many {t*} are left?', '¿{t~cuántos|cuántas} {t*} quedan?'];
const GETS: Words = [
  'how many {t*} does each {s.} get?',
  '¿{t~cuántos|cuántas} {t*} recibe cada {s.}?',
];

const SUPPLY_SENTENCES: Readonly<Record<SupplyForm, readonly Words[]>> = {
  'a*b+c': [
    PACKS,
    ['{P} brings {x+}.', '{P} trae {x+}.'],
    ['how many {t*} are there now in all?', '¿{t~cuántos|cuántas} {t*} hay ahora en total?'],
  ],
  'a*b-c': [PACKS, ['{P} takes {x}.', '{P} toma {x}.'], LEFT],
  'c-a*b': [
    THERE_ARE,
    ['{s} {s?gets|get} {t} each.', '{s} {s?recibe|reciben} {t} cada {s~uno|una}.'],
    LEFT,
  ],
  'a*b/c': [
    PACKS,
    [
      'all the {t*} are shared equally among {s}.',
      '{t~todos los|todas las} {t*} se reparten en partes iguales entre {s}.',
    ],
    GETS,
  ],
  'c/b+a': [
    [
      '{x} {x?is|are} shared equally among {s}.',
      'se {x?reparte|reparten} {x} en partes iguales entre {s}.',
    ],
    ['then each {s.} gets {t+}.', 'después cada {s.} recibe {t+}.'],
    ['how many {t*} does each {s.} have now?', '¿{t~cuántos|cuántas} {t*} tiene ahora cada {s.}?'],
  ],
  '(c-a)/b': [
    THERE_ARE,
    ['{P} sets aside {t}.', '{P} aparta {t}.'],
    ['the rest are shared equally among {s}.', 'el resto se reparte en partes iguales entre {s}.'],
    GETS,
  ],
};

function tellSupplies({ a, b, c, scene, names }: Told, form: SupplyForm): StepsStory {
  const { thing, pack, inside, sharer } = sceneAt(SUPPLIES, scene);
  const things = (n: number): Slot => counted(n, thing);
  const sharers = (n: number): Slot => counted(n, sharer);
  const packs = counted(a, pack);
  const slots: Readonly<Record<SupplyForm, Slots>> = {
    'a*b+c': { p: packs, t: things(b), x: things(c) },
    'a*b-c': { p: packs, t: things(b), x: things(c) },
    'c-a*b': { x: things(c), s: sharers(a), t: things(b) },
    'a*b/c': { p: packs, t: things(b), s: sharers(c) },
    'c/b+a': { x: things(c), s: sharers(b), t: things(a) },
    '(c-a)/b': { x: things(c), t: things(a), s: sharers(b) },
  };
  const text = tell(SUPPLY_SENTENCES[form], {
    ...slots[form],
    inside: sameWords(inside),
    ...namesIn(names),
  });
  return { text, unit: manyOf(thing), measure: null };
}

function tellPurchase({ a, scene, names }: Told): StepsStory {
  const { first, second, where } = sceneAt(LARGE_PRICES, scene);
  const text = tell(
    [
      [
        '{where} a {a.} costs {u} and a {s.} costs {v}.',
        '{where} {a~un|una} {a.} cuesta {u} y {s~un|una} {s.} cuesta {v}.',
      ],
      [
        '{P} takes {a} and one {s.}, and pays with {c} in play money.',
        '{P} lleva {a} y {s~un|una} {s.}, y paga con {c} en dinero de juguete.',
      ],
      ['how much change does {P} get?', '¿cuánto cambio recibe {P}?'],
    ],
    { a: counted(a, first), s: counted(1, second), where: local(where), ...namesIn(names) },
  );
  return { text, unit: DOLLARS, measure: null };
}

function tellSharedCost({ a, b, scene }: Told): StepsStory {
  const { thing, sharer } = sceneAt(SHARED_COSTS, scene);
  const text = tell(
    [
      [
        '{s} {s?shares|share} the cost of {t} for the school.',
        '{s} {s?comparte|comparten} el costo de {t} para la escuela.',
      ],
      ['each {t.} costs {u}.', 'cada {t.} cuesta {u}.'],
      ['{v} is taken off the total.', 'al total se le descuentan {v}.'],
      ['how much does each {s.} pay?', '¿cuánto paga cada {s.}?'],
    ],
    { s: counted(b, sharer), t: counted(a, thing) },
  );
  return { text, unit: DOLLARS, measure: null };
}

function tellTwoKinds({ a, b, scene }: Told): StepsStory {
  const { first, second, unit } = sceneAt(TWO_KINDS, scene);
  const text = tell(
    [
      [
        'there {a?is|are} {a} of {u} {m} each and {b} of {v} {m} each.',
        'hay {a} de {u} {m} cada {a~uno|una} y {b} de {v} {m} cada {b~uno|una}.',
      ],
      ['how many {many} is that in all?', '¿cuántos {many} son en total?'],
    ],
    { a: counted(a, first), b: counted(b, second), many: unitWord(unit) },
  );
  return { text, unit: unitWord(unit), measure: unit };
}

function tellRolls({ a, b, scene, names }: Told): StepsStory {
  const { roll, stuff, unit } = sceneAt(ROLLS, scene);
  const text = tell(
    [
      ['each {a.} has {u} {m} of {stuff}.', 'cada {a.} tiene {u} {m} de {stuff}.'],
      ['{P} brings {a} and {Q} brings {b}.', '{P} trae {a} y {Q} trae {b}.'],
      ['the class uses {v} {m}.', 'la clase usa {v} {m}.'],
      ['how many {many} of {stuff} are left?', '¿cuántos {many} de {stuff} quedan?'],
    ],
    {
      a: counted(a, roll),
      b: counted(b, roll),
      stuff: local(stuff),
      many: unitWord(unit),
      ...namesIn(names),
    },
  );
  return { text, unit: unitWord(unit), measure: unit };
}
