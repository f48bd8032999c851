/** Scenes of equal groups. Rows are neither added nor taken out nor moved: stories draw them by place. */
import { NOUNS as n } from './nouns.ts';
import { noun, type Noun, type Words } from './sentence.ts';

/** Things in or on groups of them. */
interface GroupScene {
  readonly group: Noun;
  readonly thing: Noun;
  /** The English word between them: pencils "in" each box. */
  readonly inside: string;
}

function row(group: Noun, inside: string, thing: Noun): GroupScene {
  return { group, thing, inside };
}

/** What children put there themselves. */
export const PACKINGS: readonly GroupScene[] = [
  row(n.box, 'in', n.pencil),
  row(n.shelf, 'on', n.book),
  row(n.basket, 'in', n.leaf),
  row(n.bowl, 'in', n.stone),
  row(n.pot, 'in', n.seed),
  row(n.string, 'on', n.bead),
  row(n.page, 'on', n.stamp),
  row(n.tray, 'on', n.cup),
  row(n.jar, 'in', n.button),
  row(n.pile, 'in', n.card),
  row(n.vase, 'in', n.flower),
  row(n.table, 'at', n.chair),
  row(n.folder, 'in', n.sheet),
];

/** What is found so. */
export const GROUPS: readonly GroupScene[] = [
  ...PACKINGS,
  row(n.tree, 'in', n.bird),
  row(n.flag, 'on', n.star),
];

/** Things in rows at a place. */
interface ArrayScene {
  readonly thing: Noun;
  readonly place: Words;
}

export const ARRAYS: readonly ArrayScene[] = [
  { thing: n.chair, place: ['in the hall', 'en el salón'] },
  { thing: n.tile, place: ['on the wall', 'en la pared'] },
  { thing: n.plant, place: ['in the garden', 'en el jardín'] },
  { thing: n.stamp, place: ['on the sheet', 'en la hoja'] },
  { thing: n.desk, place: ['in the classroom', 'en el aula'] },
  { thing: n.cup, place: ['on the tray', 'en la bandeja'] },
  { thing: n.window, place: ['on the front of the school', 'en el frente de la escuela'] },
  { thing: n.star, place: ['on the poster', 'en el cartel'] },
  { thing: n.card, place: ['on the table', 'en la mesa'] },
  { thing: n.tree, place: ['in the park', 'en el parque'] },
  { thing: n.square, place: ['on the game board', 'en el tablero'] },
  { thing: n.brick, place: ['in the small wall', 'en el muro pequeño'] },
  { thing: n.student, place: ['on the stage', 'en el escenario'] },
];

/** Things that are packed, so many to a container. */
interface PackingScene {
  readonly thing: Noun;
  readonly container: Noun;
  readonly into: Words;
}

function pack(thing: Noun, container: Noun, into: Words = ['in', 'en']): PackingScene {
  return { thing, container, into };
}

export const REMAINDERS: readonly PackingScene[] = [
  pack(n.pencil, n.box),
  pack(n.cup, n.tray, ['on', 'en']),
  pack(n.block, n.bag),
  pack(n.ball, n.net),
  pack(n.sheet, n.folder),
  pack(n.sticker, n.page, ['on', 'en']),
  pack(n.book, n.shelf, ['on', 'en']),
  pack(n.button, n.jar),
  pack(n.seed, n.pot),
  pack(n.card, n.envelope),
  pack(n.flower, n.vase),
  pack(n.stone, n.bucket),
  pack(n.crayon, n.tin),
  pack(n.brick, noun('wheelbarrow|wheelbarrows', 'carretilla|carretillas', 'f')),
];
