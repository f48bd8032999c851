/** Scenes of two parts and of two amounts. Rows are neither added nor taken out nor moved: stories draw them by place. */
import { NOUNS as n } from './nouns.ts';
import { noun, type Noun, type Words } from './sentence.ts';

/** `{a}` of the first kind and `{b}` of the second lie together; `whole` is the word for both. */
interface PartsScene {
  readonly first: Noun;
  readonly second: Noun;
  readonly whole: Noun;
  readonly place: Words;
  readonly most: 20 | 100;
}

function row(first: Noun, second: Noun, whole: Noun, most: 20 | 100, place: Words): PartsScene {
  return { first, second, whole, most, place };
}

export const PARTS: readonly PartsScene[] = [
  row(
    noun('red bead|red beads', 'cuenta roja|cuentas rojas', 'f'),
    noun('blue bead|blue beads', 'cuenta azul|cuentas azules', 'f'),
    n.bead,
    100,
    ['in the box', 'en la caja'],
  ),
  row(
    noun('green leaf|green leaves', 'hoja verde|hojas verdes', 'f'),
    noun('brown leaf|brown leaves', 'hoja seca|hojas secas', 'f'),
    n.leaf,
    100,
    ['on the table', 'en la mesa'],
  ),
  row(
    noun('big stone|big stones', 'piedra grande|piedras grandes', 'f'),
    noun('small stone|small stones', 'piedra pequeña|piedras pequeñas', 'f'),
    n.stone,
    100,
    ['in the bucket', 'en el balde'],
  ),
  row(
    noun('long pencil|long pencils', 'lápiz largo|lápices largos', 'm'),
    noun('short pencil|short pencils', 'lápiz corto|lápices cortos', 'm'),
    n.pencil,
    100,
    ['in the jar', 'en el frasco'],
  ),
  row(
    noun('storybook|storybooks', 'libro de cuentos|libros de cuentos', 'm'),
    noun('animal book|animal books', 'libro de animales|libros de animales', 'm'),
    n.book,
    100,
    ['on the shelf', 'en el estante'],
  ),
  row(
    noun('yellow flower|yellow flowers', 'flor amarilla|flores amarillas', 'f'),
    noun('white flower|white flowers', 'flor blanca|flores blancas', 'f'),
    n.flower,
    100,
    ['in the garden', 'en el jardín'],
  ),
  row(
    noun('round button|round buttons', 'botón redondo|botones redondos', 'm'),
    noun('square button|square buttons', 'botón cuadrado|botones cuadrados', 'm'),
    n.button,
    100,
    ['in the tin', 'en la lata'],
  ),
  row(
    noun('wooden chair|wooden chairs', 'silla de madera|sillas de madera', 'f'),
    noun('plastic chair|plastic chairs', 'silla de plástico|sillas de plástico', 'f'),
    n.chair,
    100,
    ['in the hall', 'en el salón'],
  ),
  row(
    noun('red block|red blocks', 'bloque rojo|bloques rojos', 'm'),
    noun('green block|green blocks', 'bloque verde|bloques verdes', 'm'),
    n.block,
    100,
    ['in the basket', 'en la canasta'],
  ),
  row(
    noun('black bird|black birds', 'pájaro negro|pájaros negros', 'm'),
    noun('gray bird|gray birds', 'pájaro gris|pájaros grises', 'm'),
    n.bird,
    20,
    ['in the tree', 'en el árbol'],
  ),
  row(
    noun('flat seed|flat seeds', 'semilla plana|semillas planas', 'f'),
    noun('round seed|round seeds', 'semilla redonda|semillas redondas', 'f'),
    n.seed,
    100,
    ['in the bowl', 'en el tazón'],
  ),
  row(
    noun('star sticker|star stickers', 'calcomanía de estrella|calcomanías de estrella', 'f'),
    noun('moon sticker|moon stickers', 'calcomanía de luna|calcomanías de luna', 'f'),
    n.sticker,
    100,
    ['on the poster', 'en el cartel'],
  ),
  row(
    noun('ant|ants', 'hormiga|hormigas', 'f'),
    noun('ladybug|ladybugs', 'mariquita|mariquitas', 'f'),
    n.insect,
    20,
    ['on the log', 'en el tronco'],
  ),
  row(
    noun('white tile|white tiles', 'azulejo blanco|azulejos blancos', 'm'),
    noun('blue tile|blue tiles', 'azulejo azul|azulejos azules', 'm'),
    n.tile,
    100,
    ['on the wall', 'en la pared'],
  ),
  row(
    noun('striped shell|striped shells', 'concha rayada|conchas rayadas', 'f'),
    noun('plain shell|plain shells', 'concha lisa|conchas lisas', 'f'),
    n.shell,
    100,
    ['in the sand', 'en la arena'],
  ),
];

/** Two children do the same: what was done (past), and the English verb of the question. */
export interface AmountScene {
  readonly thing: Noun;
  readonly did: Words;
  readonly verb: string;
  readonly most: 20 | 100;
}

function amount(thing: Noun, most: 20 | 100, verb: string, did: Words): AmountScene {
  return { thing, most, verb, did };
}

export const AMOUNTS: readonly AmountScene[] = [
  amount(n.shell, 100, 'find', ['found', 'encontró']),
  amount(n.leaf, 100, 'collect', ['collected', 'juntó']),
  amount(n.page, 100, 'read', ['read', 'leyó']),
  amount(n.star, 100, 'draw', ['drew', 'dibujó']),
  amount(n.flower, 20, 'plant', ['planted', 'plantó']),
  amount(n.block, 100, 'stack', ['stacked', 'apiló']),
  amount(n.bead, 100, 'thread', ['threaded', 'ensartó']),
  amount(n.card, 100, 'sort', ['sorted', 'ordenó']),
  amount(n.stone, 100, 'paint', ['painted', 'pintó']),
  amount(n.bird, 100, 'count', ['counted', 'contó']),
  amount(n.button, 20, 'sew on', ['sewed on', 'cosió']),
  amount(n.boat, 100, 'fold', ['folded', 'dobló']),
  amount(n.jump, 100, 'make', ['made', 'dio']),
  amount(n.word, 100, 'write', ['wrote', 'escribió']),
];
