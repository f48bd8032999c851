/** Stories of fractions: their scenes and how they are told. Rows are neither added nor taken out nor moved. */
import { unitSign, unitWord, type UnitId } from '../units.ts';
import { NOUNS as n } from './nouns.ts';
import { local, sceneAt, type Story } from './scene.ts';
import { manyOf, sameWords, tell, type Noun, type Words } from './sentence.ts';

/** Something that is brought together, or taken from a place. */
interface AmountScene {
  readonly unit: UnitId;
  readonly stuff: Words;
  readonly place: Words;
  readonly brought: Words;
  readonly used: Words;
}

function amount(
  unit: UnitId,
  stuff: Words,
  place: Words,
  brought: Words,
  used: Words,
): AmountScene {
  return { unit, stuff, place, brought, used };
}

const USED: Words = ['used', 'usó'];

const AMOUNTS: readonly AmountScene[] = [
  amount('L', ['water', 'agua'], ['in the bucket', 'en el balde'], ['poured in', 'echó'], USED),
  amount('L', ['paint', 'pintura'], ['in the can', 'en la lata'], ['mixed in', 'mezcló'], USED),
  amount(
    'L',
    ['glue', 'pegamento'],
    ['in the bottle', 'en la botella'],
    ['brought', 'trajo'],
    USED,
  ),
  amount(
    'L',
    ['rainwater', 'agua de lluvia'],
    ['in the barrel', 'en el barril'],
    ['collected', 'juntó'],
    ['poured out', 'sacó'],
  ),
  amount(
    'kg',
    ['sand', 'arena'],
    ['in the bag', 'en la bolsa'],
    ['carried', 'cargó'],
    ['poured out', 'sacó'],
  ),
  amount(
    'kg',
    ['soil', 'tierra'],
    ['in the wheelbarrow', 'en la carretilla'],
    ['dug up', 'recogió'],
    USED,
  ),
  amount('kg', ['clay', 'arcilla'], ['in the box', 'en la caja'], ['kneaded', 'amasó'], USED),
  amount(
    'kg',
    ['old paper', 'papel usado'],
    ['in the box', 'en la caja'],
    ['collected', 'juntó'],
    ['took out', 'sacó'],
  ),
  amount(
    'kg',
    ['gravel', 'grava'],
    ['in the bucket', 'en el balde'],
    ['spread', 'esparció'],
    ['took out', 'sacó'],
  ),
  amount('m', ['ribbon', 'cinta'], ['on the roll', 'en el rollo'], ['cut', 'cortó'], USED),
  amount(
    'm',
    ['rope', 'cuerda'],
    ['on the hook', 'en el gancho'],
    ['brought', 'trajo'],
    ['cut off', 'cortó'],
  ),
  amount(
    'm',
    ['cloth', 'tela'],
    ['on the table', 'en la mesa'],
    ['sewed', 'cosió'],
    ['cut off', 'cortó'],
  ),
  amount(
    'm',
    ['wire', 'alambre'],
    ['on the spool', 'en el carrete'],
    ['bent', 'dobló'],
    ['cut off', 'cortó'],
  ),
];

/** Things of which a part is something. */
interface PartScene {
  readonly thing: Noun;
  readonly place: Words;
  readonly state: Words;
}

function part(thing: Noun, place: Words, state: Words): PartScene {
  return { thing, place, state };
}

const PARTS: readonly PartScene[] = [
  part(n.chair, ['in the hall', 'del salón'], ['are taken', 'están ocupadas']),
  part(n.book, ['on the shelf', 'del estante'], ['are about animals', 'son de animales']),
  part(n.bead, ['on the string', 'del hilo'], ['are blue', 'son azules']),
  part(n.tile, ['on the wall', 'de la pared'], ['are painted', 'están pintados']),
  part(n.leaf, ['in the basket', 'de la canasta'], ['are yellow', 'son amarillas']),
  part(n.student, ['on the playground', 'del patio'], ['are running', 'están corriendo']),
  part(n.page, ['in the notebook', 'del cuaderno'], ['are full', 'están llenas']),
  part(n.card, ['on the table', 'de la mesa'], ['lie face up', 'están boca arriba']),
  part(n.button, ['in the jar', 'del frasco'], ['are round', 'son redondos']),
  part(
    n.window,
    ['on the front of the school', 'del frente de la escuela'],
    ['are open', 'están abiertas'],
  ),
  part(n.seed, ['in the trays', 'de las bandejas'], ['have sprouted', 'han brotado']),
  part(n.stone, ['in the bucket', 'del balde'], ['are flat', 'son planas']),
  part(n.flower, ['in the garden', 'del jardín'], ['are white', 'son blancas']),
  part(n.crayon, ['in the tin', 'de la lata'], ['are broken', 'están rotos']),
];

/** How many scenes there are. */
export const AMOUNT_SCENES = AMOUNTS.length;
export const PART_SCENES = PARTS.length;

/** The unit of the amounts of a scene. */
export function amountUnit(scene: number): UnitId {
  return sceneAt(AMOUNTS, scene).unit;
}

/** `{x}` and `{y}` of a unit `{m}`, together or the second taken from the first. */
export function tellAmounts(op: 1 | -1, scene: number, [P, Q]: readonly [string, string]): Story {
  const { unit, stuff, place, brought, used } = sceneAt(AMOUNTS, scene);
  const together: readonly Words[] = [
    [
      '{P} {brought} {x} {m} of {stuff}, and {Q} {brought} {y} {m}.',
      '{P} {brought} {x} {m} de {stuff} y {Q} {brought} {y} {m}.',
    ],
    ['how many {many} of {stuff} is that in all?', '¿cuántos {many} de {stuff} son en total?'],
  ];
  const taken: readonly Words[] = [
    ['there was {x} {m} of {stuff} {place}.', 'había {x} {m} de {stuff} {place}.'],
    ['{P} {used} {y} {m}.', '{P} {used} {y} {m}.'],
    ['how many {many} of {stuff} are left?', '¿cuántos {many} de {stuff} quedan?'],
  ];
  const text = tell(op === 1 ? together : taken, {
    stuff: local(stuff),
    place: local(place),
    brought: local(brought),
    used: local(used),
    many: unitWord(unit),
    P: sameWords(P),
    Q: sameWords(Q),
  });
  return { text, unit: unitSign(unit) };
}

/** `{f}` of so many things. */
export function tellPart(whole: number, scene: number): Story {
  const { thing, place, state } = sceneAt(PARTS, scene);
  const text = tell(
    [
      ['{f} of the {t} {place} {state}.', '{f} de {t~los|las} {t} {place} {state}.'],
      ['how many {t*} {state}?', '¿{t~cuántos|cuántas} {t*} {state}?'],
    ],
    { t: { n: whole, noun: thing }, place: local(place), state: local(state) },
  );
  return { text, unit: manyOf(thing) };
}
