/** Things of the shop that a class plays. Rows are neither added nor taken out nor moved: stories draw them by place. */
import { noun, type Noun, type Words } from './sentence.ts';

/** A first thing that costs `{a}` and a second that costs `{b}`; `where` opens the story. */
interface PriceScene {
  readonly first: Noun;
  readonly second: Noun;
  readonly where: Words;
}

/** Things to buy, by the word in the middle of a sentence. */
export const GOODS = {
  backpack: noun('backpack|backpacks', 'mochila|mochilas', 'f'),
  badge: noun('badge|badges', 'insignia|insignias', 'f'),
  ball: noun('ball|balls', 'pelota|pelotas', 'f'),
  bell: noun('bell|bells', 'campana|campanas', 'f'),
  blanket: noun('blanket|blankets', 'manta|mantas', 'f'),
  book: noun('book|books', 'libro|libros', 'm'),
  bookmark: noun('bookmark|bookmarks', 'marcador de libros|marcadores de libros', 'm'),
  brush: noun('paintbrush|paintbrushes', 'pincel|pinceles', 'm'),
  button: noun('button|buttons', 'botón|botones', 'm'),
  cap: noun('cap|caps', 'gorra|gorras', 'f'),
  card: noun('card|cards', 'tarjeta|tarjetas', 'f'),
  chalk: noun('piece of chalk|pieces of chalk', 'tiza|tizas', 'f'),
  clock: noun('clock|clocks', 'reloj|relojes', 'm'),
  compass: noun('compass|compasses', 'brújula|brújulas', 'f'),
  crayon: noun('crayon|crayons', 'crayón|crayones', 'm'),
  drum: noun('drum|drums', 'tambor|tambores', 'm'),
  envelope: noun('envelope|envelopes', 'sobre|sobres', 'm'),
  eraser: noun('eraser|erasers', 'borrador|borradores', 'm'),
  flute: noun('flute|flutes', 'flauta|flautas', 'f'),
  game: noun('board game|board games', 'juego de mesa|juegos de mesa', 'm'),
  globe: noun('globe|globes', 'globo terráqueo|globos terráqueos', 'm'),
  glove: noun('pair of gloves|pairs of gloves', 'par de guantes|pares de guantes', 'm'),
  glue: noun('glue stick|glue sticks', 'barra de pegamento|barras de pegamento', 'f'),
  kite: noun('kite|kites', 'cometa|cometas', 'f'),
  lamp: noun('lamp|lamps', 'lámpara|lámparas', 'f'),
  map: noun('map|maps', 'mapa|mapas', 'm'),
  marker: noun('marker|markers', 'plumón|plumones', 'm'),
  mask: noun('mask|masks', 'máscara|máscaras', 'f'),
  mirror: noun('mirror|mirrors', 'espejo|espejos', 'm'),
  notebook: noun('notebook|notebooks', 'cuaderno|cuadernos', 'm'),
  paints: noun('paint set|paint sets', 'juego de pinturas|juegos de pinturas', 'm'),
  pencil: noun('pencil|pencils', 'lápiz|lápices', 'm'),
  pillow: noun('cushion|cushions', 'cojín|cojines', 'm'),
  plant: noun('plant|plants', 'planta|plantas', 'f'),
  pot: noun('flower pot|flower pots', 'maceta|macetas', 'f'),
  poster: noun('poster|posters', 'cartel|carteles', 'm'),
  puppet: noun('puppet|puppets', 'títere|títeres', 'm'),
  puzzle: noun('puzzle|puzzles', 'rompecabezas|rompecabezas', 'm'),
  ribbon: noun('ribbon|ribbons', 'cinta|cintas', 'f'),
  rope: noun('jump rope|jump ropes', 'cuerda de saltar|cuerdas de saltar', 'f'),
  ruler: noun('ruler|rulers', 'regla|reglas', 'f'),
  scarf: noun('scarf|scarves', 'bufanda|bufandas', 'f'),
  scissors: noun('pair of scissors|pairs of scissors', 'par de tijeras|pares de tijeras', 'm'),
  shell: noun('shell|shells', 'concha|conchas', 'f'),
  stamp: noun('stamp|stamps', 'estampilla|estampillas', 'f'),
  sticker: noun('sticker|stickers', 'calcomanía|calcomanías', 'f'),
  stone: noun('painted stone|painted stones', 'piedra pintada|piedras pintadas', 'f'),
  stool: noun('stool|stools', 'banco|bancos', 'm'),
  tent: noun('tent|tents', 'carpa|carpas', 'f'),
  top: noun('spinning top|spinning tops', 'trompo|trompos', 'm'),
  vase: noun('vase|vases', 'florero|floreros', 'm'),
} as const;

const g = GOODS;
export const CLASS_SHOP: Words = ['in the class shop,', 'en la tienda de la clase,'];
export const FAIR: Words = ['at the school fair,', 'en la feria de la escuela,'];
const CRAFTS: Words = ['at the craft table,', 'en la mesa de manualidades,'];
export const PLAY_SHOP: Words = [
  'in the pretend shop of the class,',
  'en la tienda de juego de la clase,',
];

/** For amounts up to a dollar. */
export const SMALL_PRICES: readonly PriceScene[] = [
  { first: g.pencil, second: g.eraser, where: CLASS_SHOP },
  { first: g.ribbon, second: g.button, where: CRAFTS },
  { first: g.sticker, second: g.card, where: FAIR },
  { first: g.crayon, second: g.chalk, where: PLAY_SHOP },
  { first: g.envelope, second: g.stamp, where: CLASS_SHOP },
  { first: g.bookmark, second: g.badge, where: FAIR },
  { first: g.top, second: g.shell, where: PLAY_SHOP },
  { first: g.stone, second: g.ribbon, where: CRAFTS },
  { first: g.marker, second: g.ruler, where: CLASS_SHOP },
  { first: g.brush, second: g.crayon, where: PLAY_SHOP },
  { first: g.bell, second: g.sticker, where: FAIR },
  { first: g.glue, second: g.pencil, where: CRAFTS },
];

/** For amounts of some dollars. */
export const LARGE_PRICES: readonly PriceScene[] = [
  { first: g.ball, second: g.rope, where: PLAY_SHOP },
  { first: g.book, second: g.map, where: CLASS_SHOP },
  { first: g.kite, second: g.puzzle, where: FAIR },
  { first: g.drum, second: g.flute, where: PLAY_SHOP },
  { first: g.paints, second: g.notebook, where: CLASS_SHOP },
  { first: g.cap, second: g.scarf, where: FAIR },
  { first: g.lamp, second: g.clock, where: PLAY_SHOP },
  { first: g.game, second: g.puppet, where: CLASS_SHOP },
  { first: g.backpack, second: g.scissors, where: CLASS_SHOP },
  { first: g.pot, second: g.plant, where: FAIR },
  { first: g.mask, second: g.poster, where: CRAFTS },
  { first: g.pillow, second: g.blanket, where: PLAY_SHOP },
];
