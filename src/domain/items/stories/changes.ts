/**
 * Scenes in which something is added or goes away. Version 1 of the stories draws them by place: sentences may be written
 * better, but rows are neither added nor taken out nor moved.
 */
import { NOUNS as n } from './nouns.ts';
import type { Noun, Words } from './sentence.ts';

/**
 * The things are `{a}` at first and `{c}` in the end; `{b}` is how many come or go. `asked` follows "How many things".
 * `most`: the largest number of things that the scene can hold.
 */
export interface ChangeScene {
  readonly thing: Noun;
  readonly place: Words;
  readonly event: Words;
  readonly asked: Words;
  readonly most: 20 | 100;
}

function row(thing: Noun, most: 20 | 100, place: Words, event: Words, asked: Words): ChangeScene {
  return { thing, most, place, event, asked };
}

export const JOINS: readonly ChangeScene[] = [
  row(
    n.book,
    100,
    ['on the shelf', 'en el estante'],
    ['{P} put {b+} there.', '{P} puso {b+} allí.'],
    ['did {P} put there', 'puso {P} allí'],
  ),
  row(
    n.bird,
    20,
    ['in the tree', 'en el árbol'],
    ['{b+} came.', '{b?llegó|llegaron} {b+}.'],
    ['came', 'llegaron'],
  ),
  row(
    n.leaf,
    100,
    ['in the basket', 'en la canasta'],
    ['{P} added {b+}.', '{P} agregó {b+}.'],
    ['did {P} add', 'agregó {P}'],
  ),
  row(
    n.stone,
    100,
    ['in the bucket', 'en el balde'],
    ['{P} dropped in {b+}.', '{P} echó {b+}.'],
    ['did {P} drop in', 'echó {P}'],
  ),
  row(
    n.seed,
    100,
    ['in the jar', 'en el frasco'],
    ['{P} put in {b+}.', '{P} metió {b+}.'],
    ['did {P} put in', 'metió {P}'],
  ),
  row(
    n.bead,
    100,
    ['on the string', 'en el hilo'],
    ['{P} threaded on {b+}.', '{P} ensartó {b+}.'],
    ['did {P} thread on', 'ensartó {P}'],
  ),
  row(
    n.stamp,
    100,
    ['in the album', 'en el álbum'],
    ['{P} glued in {b+}.', '{P} pegó {b+}.'],
    ['did {P} glue in', 'pegó {P}'],
  ),
  row(
    n.chair,
    100,
    ['in the hall', 'en el salón'],
    ['{P} brought {b+}.', '{P} trajo {b+}.'],
    ['did {P} bring', 'trajo {P}'],
  ),
  row(
    n.card,
    100,
    ['in the pile', 'en el montón'],
    ['{P} laid {b+} on top.', '{P} puso {b+} encima.'],
    ['did {P} lay on top', 'puso {P} encima'],
  ),
  row(
    n.button,
    100,
    ['in the tin', 'en la lata'],
    ['{P} put in {b+}.', '{P} guardó {b+}.'],
    ['did {P} put in', 'guardó {P}'],
  ),
  row(
    n.flower,
    20,
    ['in the vase', 'en el florero'],
    ['{P} put in {b+}.', '{P} puso {b+}.'],
    ['did {P} put in', 'puso {P}'],
  ),
  row(
    n.student,
    100,
    ['on the playground', 'en el patio'],
    ['{b+} came out to play.', '{b?salió|salieron} a jugar {b+}.'],
    ['came out to play', 'salieron a jugar'],
  ),
  row(
    n.block,
    20,
    ['in the tower', 'en la torre'],
    ['{P} stacked on {b+}.', '{P} colocó {b+}.'],
    ['did {P} stack on', 'colocó {P}'],
  ),
  row(
    n.star,
    100,
    ['on the poster', 'en el cartel'],
    ['{P} drew {b+}.', '{P} dibujó {b+}.'],
    ['did {P} draw', 'dibujó {P}'],
  ),
  row(
    n.tile,
    100,
    ['on the wall', 'en la pared'],
    ['{P} stuck on {b+}.', '{P} pegó {b+}.'],
    ['did {P} stick on', 'pegó {P}'],
  ),
  row(
    n.duck,
    20,
    ['on the pond', 'en el estanque'],
    ['{b+} swam over.', '{b?llegó|llegaron} nadando {b+}.'],
    ['swam over', 'llegaron nadando'],
  ),
];

export const LEAVES: readonly ChangeScene[] = [
  row(
    n.bird,
    20,
    ['in the tree', 'en el árbol'],
    ['{b} flew away.', '{b?se fue|se fueron} volando {b}.'],
    ['flew away', 'se fueron volando'],
  ),
  row(
    n.leaf,
    100,
    ['on the path', 'en el camino'],
    ['The wind blew {b} away.', 'El viento se llevó {b}.'],
    ['did the wind blow away', 'se llevó el viento'],
  ),
  row(
    n.book,
    100,
    ['on the shelf', 'en el estante'],
    ['{P} took {b}.', '{P} sacó {b}.'],
    ['did {P} take', 'sacó {P}'],
  ),
  row(
    n.pencil,
    100,
    ['in the box', 'en la caja'],
    ['{P} took out {b}.', '{P} sacó {b}.'],
    ['did {P} take out', 'sacó {P}'],
  ),
  row(
    n.chair,
    100,
    ['in the hall', 'en el salón'],
    ['{P} carried {b} away.', '{P} se llevó {b}.'],
    ['did {P} carry away', 'se llevó {P}'],
  ),
  row(
    n.seed,
    100,
    ['in the jar', 'en el frasco'],
    ['{P} planted {b} in the garden.', '{P} sembró {b} en el jardín.'],
    ['did {P} plant', 'sembró {P}'],
  ),
  row(
    n.stone,
    100,
    ['in the bucket', 'en el balde'],
    ['{P} used {b} to mark a path.', '{P} usó {b} para marcar un camino.'],
    ['did {P} use', 'usó {P}'],
  ),
  row(
    n.sheet,
    100,
    ['in the drawer', 'en el cajón'],
    ['The class used {b} for drawing.', 'La clase usó {b} para dibujar.'],
    ['did the class use', 'usó la clase'],
  ),
  row(
    n.cup,
    20,
    ['on the tray', 'en la bandeja'],
    ['{P} handed out {b}.', '{P} repartió {b}.'],
    ['did {P} hand out', 'repartió {P}'],
  ),
  row(
    n.duck,
    20,
    ['on the pond', 'en el estanque'],
    ['{b} swam away.', '{b?se fue|se fueron} nadando {b}.'],
    ['swam away', 'se fueron nadando'],
  ),
  row(
    n.snail,
    20,
    ['on the wall', 'en el muro'],
    ['{b} crawled away.', '{b?se fue|se fueron} despacio {b}.'],
    ['crawled away', 'se fueron'],
  ),
  row(
    n.card,
    100,
    ['in the pile', 'en el montón'],
    ['{P} took {b} off the top.', '{P} tomó {b} de encima.'],
    ['did {P} take', 'tomó {P}'],
  ),
  row(
    n.bead,
    100,
    ['in the bowl', 'en el tazón'],
    ['{P} used {b} for a chain.', '{P} usó {b} para un collar.'],
    ['did {P} use', 'usó {P}'],
  ),
  row(
    n.brick,
    100,
    ['in the stack', 'en la pila'],
    ['{P} used {b} for a wall.', '{P} usó {b} para un muro.'],
    ['did {P} use', 'usó {P}'],
  ),
  row(
    n.button,
    100,
    ['in the jar', 'en el frasco'],
    ['{P} took out {b} for a puppet.', '{P} sacó {b} para un títere.'],
    ['did {P} take out', 'sacó {P}'],
  ),
  row(
    n.student,
    100,
    ['in the library', 'en la biblioteca'],
    ['{b} went back to class.', '{b?volvió|volvieron} a clase {b}.'],
    ['went back to class', 'volvieron a clase'],
  ),
];
