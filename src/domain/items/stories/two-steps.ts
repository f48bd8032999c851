/** Scenes in which something comes and something goes. Rows are neither added nor taken out nor moved: stories draw them by place. */
import { NOUNS as n } from './nouns.ts';
import type { Noun, Words } from './sentence.ts';

/** Something comes and something goes, twice: `{x}` is how many; `later` is a second way to go. */
interface TwoStepScene {
  readonly thing: Noun;
  readonly place: Words;
  readonly comes: Words;
  readonly goes: Words;
  readonly later: Words;
}

function steps(thing: Noun, place: Words, comes: Words, goes: Words, later: Words): TwoStepScene {
  return { thing, place, comes, goes, later };
}

export const TWO_STEPS: readonly TwoStepScene[] = [
  steps(
    n.student,
    ['in the hall', 'en el salón'],
    ['{x+} came in.', '{x?entró|entraron} {x+}.'],
    ['{x} went outside.', '{x?salió|salieron} al patio {x}.'],
    ['{x} went to the library.', '{x?fue|fueron} a la biblioteca {x}.'],
  ),
  steps(
    n.book,
    ['on the shelf', 'en el estante'],
    ['{P} brought {x+}.', '{P} trajo {x+}.'],
    ['{Q} took {x}.', '{Q} sacó {x}.'],
    ['{P} moved {x} to another shelf.', '{P} pasó {x} a otro estante.'],
  ),
  steps(
    n.leaf,
    ['on the path', 'en el camino'],
    ['{x+} fell from a tree.', '{x?cayó|cayeron} de un árbol {x+}.'],
    ['the wind blew {x} away.', 'el viento se llevó {x}.'],
    ['{P} picked up {x}.', '{P} recogió {x}.'],
  ),
  steps(
    n.chair,
    ['in the hall', 'en el salón'],
    ['{P} brought {x+}.', '{P} trajo {x+}.'],
    ['{Q} carried {x} away.', '{Q} se llevó {x}.'],
    ['{P} put {x} in the next room.', '{P} puso {x} en el cuarto de al lado.'],
  ),
  steps(
    n.bead,
    ['in the bowl', 'en el tazón'],
    ['{P} added {x+}.', '{P} agregó {x+}.'],
    ['{Q} used {x} for a chain.', '{Q} usó {x} para un collar.'],
    ['{P} used {x} for a bracelet.', '{P} usó {x} para una pulsera.'],
  ),
  steps(
    n.seed,
    ['in the jar', 'en el frasco'],
    ['{P} put in {x+}.', '{P} metió {x+}.'],
    ['{Q} planted {x} by the fence.', '{Q} sembró {x} junto a la cerca.'],
    ['{P} planted {x} in the garden.', '{P} sembró {x} en el jardín.'],
  ),
  steps(
    n.card,
    ['in the pile', 'en el montón'],
    ['{P} laid {x+} on top.', '{P} puso {x+} encima.'],
    ['{Q} took {x} off the top.', '{Q} tomó {x} de encima.'],
    ['{P} took {x} for a game.', '{P} tomó {x} para un juego.'],
  ),
  steps(
    n.sheet,
    ['in the drawer', 'en el cajón'],
    ['{P} put in {x+}.', '{P} metió {x+}.'],
    ['the art group used {x}.', 'el grupo de arte usó {x}.'],
    ['the science group used {x}.', 'el grupo de ciencias usó {x}.'],
  ),
  steps(
    n.brick,
    ['in the stack', 'en la pila'],
    ['{P} brought {x+}.', '{P} trajo {x+}.'],
    ['{Q} used {x} for a wall.', '{Q} usó {x} para un muro.'],
    ['{P} used {x} for some steps.', '{P} usó {x} para unos escalones.'],
  ),
  steps(
    n.stone,
    ['in the bucket', 'en el balde'],
    ['{P} dropped in {x+}.', '{P} echó {x+}.'],
    ['{Q} used {x} to mark a path.', '{Q} usó {x} para marcar un camino.'],
    ['{P} used {x} to make a circle.', '{P} usó {x} para hacer un círculo.'],
  ),
  steps(
    n.sticker,
    ['in the envelope', 'en el sobre'],
    ['{P} put in {x+}.', '{P} metió {x+}.'],
    ['{Q} used {x} for a poster.', '{Q} usó {x} para un cartel.'],
    ['{P} used {x} for some folders.', '{P} usó {x} para unas carpetas.'],
  ),
  steps(
    n.ball,
    ['in the gym closet', 'en el armario del gimnasio'],
    ['{P} put in {x+}.', '{P} metió {x+}.'],
    ['one team took {x}.', 'un equipo sacó {x}.'],
    ['another team took {x}.', 'otro equipo sacó {x}.'],
  ),
];
