/** Scenes of two and three operations. Rows are neither added nor taken out nor moved: stories draw them by place. */
import type { UnitId } from '../units.ts';
import { NOUNS as n } from './nouns.ts';
import { GOODS as g } from './prices.ts';
import { noun, type Noun, type Words } from './sentence.ts';

/** Things that come in packs and are shared: what the four operations tell of. */
interface SupplyScene {
  readonly thing: Noun;
  readonly pack: Noun;
  /** The English word between them: pencils "in" each box. */
  readonly inside: string;
  readonly sharer: Noun;
}

function supply(thing: Noun, inside: string, pack: Noun, sharer: Noun): SupplyScene {
  return { thing, pack, inside, sharer };
}

export const SUPPLIES: readonly SupplyScene[] = [
  supply(n.pencil, 'in', n.box, n.table),
  supply(n.book, 'on', n.cart, n.class),
  supply(n.leaf, 'in', n.basket, n.group),
  supply(n.stone, 'in', n.bucket, n.team),
  supply(n.seed, 'in', n.envelope, n.group),
  supply(n.bead, 'in', n.bag, n.student),
  supply(n.sticker, 'on', n.page, n.student),
  supply(n.cup, 'on', n.tray, n.table),
  supply(n.button, 'in', n.jar, n.group),
  supply(n.card, 'in', n.pile, n.student),
  supply(n.sheet, 'in', n.folder, n.student),
  supply(n.block, 'in', n.bag, n.team),
  supply(n.ball, 'in', n.net, n.team),
  supply(n.crayon, 'in', n.tin, n.table),
];

/** Things whose cost is shared. */
interface SharedCostScene {
  readonly thing: Noun;
  readonly sharer: Noun;
}

export const SHARED_COSTS: readonly SharedCostScene[] = [
  { thing: g.ball, sharer: n.team },
  { thing: g.rope, sharer: n.team },
  { thing: g.paints, sharer: n.group },
  { thing: g.kite, sharer: n.group },
  { thing: g.drum, sharer: n.class },
  { thing: g.plant, sharer: n.class },
  { thing: g.poster, sharer: n.group },
  { thing: g.game, sharer: n.class },
  { thing: g.map, sharer: n.class },
  { thing: g.puppet, sharer: n.group },
  { thing: g.puzzle, sharer: n.class },
  { thing: n.hoop, sharer: n.team },
];

/** Two kinds of things, measured in the same unit. */
interface TwoKindsScene {
  readonly first: Noun;
  readonly second: Noun;
  readonly unit: UnitId;
}

function kinds(unit: UnitId, first: Noun, second: Noun): TwoKindsScene {
  return { first, second, unit };
}

const LOG = noun('log|logs', 'tronco|troncos', 'm');

export const TWO_KINDS: readonly TwoKindsScene[] = [
  kinds('L', n.bucket, n.bottle),
  kinds(
    'L',
    noun('jug|jugs', 'jarra|jarras', 'f'),
    noun('watering can|watering cans', 'regadera|regaderas', 'f'),
  ),
  kinds('L', noun('pot|pots', 'olla|ollas', 'f'), noun('pitcher|pitchers', 'jarro|jarros', 'm')),
  kinds(
    'L',
    noun('can of paint|cans of paint', 'lata de pintura|latas de pintura', 'f'),
    noun('bucket of paint|buckets of paint', 'balde de pintura|baldes de pintura', 'm'),
  ),
  kinds(
    'kg',
    noun('bag of sand|bags of sand', 'bolsa de arena|bolsas de arena', 'f'),
    noun('bag of soil|bags of soil', 'bolsa de tierra|bolsas de tierra', 'f'),
  ),
  kinds(
    'kg',
    noun('bag of gravel|bags of gravel', 'bolsa de grava|bolsas de grava', 'f'),
    noun('bag of clay|bags of clay', 'bolsa de arcilla|bolsas de arcilla', 'f'),
  ),
  kinds('kg', LOG, noun('branch|branches', 'rama|ramas', 'f')),
  kinds('kg', n.stone, n.brick),
  kinds('m', noun('rope|ropes', 'cuerda|cuerdas', 'f'), g.ribbon),
  kinds('m', noun('board|boards', 'tabla|tablas', 'f'), noun('pole|poles', 'palo|palos', 'm')),
  kinds(
    'm',
    noun('strip of paper|strips of paper', 'tira de papel|tiras de papel', 'f'),
    noun('piece of string|pieces of string', 'trozo de hilo|trozos de hilo', 'm'),
  ),
  kinds('m', noun('hose|hoses', 'manguera|mangueras', 'f'), noun('pipe|pipes', 'tubo|tubos', 'm')),
];

/** Something that comes in rolls, bags or bottles of the same content. */
interface RollScene {
  readonly roll: Noun;
  readonly stuff: Words;
  readonly unit: UnitId;
}

const ROLL = noun('roll|rolls', 'rollo|rollos', 'm');

export const ROLLS: readonly RollScene[] = [
  { roll: ROLL, stuff: ['ribbon', 'cinta'], unit: 'm' },
  { roll: ROLL, stuff: ['wire', 'alambre'], unit: 'm' },
  { roll: ROLL, stuff: ['paper', 'papel'], unit: 'm' },
  { roll: ROLL, stuff: ['cloth', 'tela'], unit: 'm' },
  { roll: noun('spool|spools', 'carrete|carretes', 'm'), stuff: ['thread', 'hilo'], unit: 'm' },
  { roll: noun('ball|balls', 'ovillo|ovillos', 'm'), stuff: ['yarn', 'lana'], unit: 'm' },
  { roll: n.bag, stuff: ['sand', 'arena'], unit: 'kg' },
  { roll: n.bag, stuff: ['soil', 'tierra'], unit: 'kg' },
  { roll: n.bag, stuff: ['gravel', 'grava'], unit: 'kg' },
  { roll: n.box, stuff: ['clay', 'arcilla'], unit: 'kg' },
  { roll: n.bucket, stuff: ['water', 'agua'], unit: 'L' },
  { roll: noun('can|cans', 'lata|latas', 'f'), stuff: ['paint', 'pintura'], unit: 'L' },
  { roll: n.bottle, stuff: ['glue', 'pegamento'], unit: 'L' },
];
