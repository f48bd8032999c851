/** Scenes of measuring. Rows are neither added nor taken out nor moved: stories draw them by place. */
import { noun, type Noun, type Words } from './sentence.ts';

/** A rectangle: what goes around it, and what covers it. */
interface RectangleScene {
  readonly thing: Noun;
  readonly unit: 'm' | 'cm';
  readonly edge: Words;
  readonly cover: Words;
}

function rectangle(unit: 'm' | 'cm', thing: Noun, edge: Words, cover: Words): RectangleScene {
  return { thing, unit, edge, cover };
}

export const RECTANGLES: readonly RectangleScene[] = [
  rectangle('m', noun('garden bed', 'jardín', 'm'), ['fence', 'cerca'], ['net', 'red']),
  rectangle('m', noun('sandbox', 'arenero', 'm'), ['rope', 'cuerda'], ['canvas', 'lona']),
  rectangle('m', noun('stage', 'escenario', 'm'), ['ribbon', 'cinta'], ['carpet', 'alfombra']),
  rectangle('m', noun('pond', 'estanque', 'm'), ['fence', 'cerca'], ['net', 'red']),
  rectangle(
    'm',
    noun('play corner', 'rincón de juegos', 'm'),
    ['tape', 'cinta adhesiva'],
    ['rubber matting', 'piso de goma'],
  ),
  rectangle(
    'm',
    noun('mural', 'mural', 'm'),
    ['paper border', 'borde de papel'],
    ['paper', 'papel'],
  ),
  rectangle(
    'cm',
    noun('poster', 'cartel', 'm'),
    ['tape', 'cinta adhesiva'],
    ['plastic', 'plástico'],
  ),
  rectangle('cm', noun('picture', 'dibujo', 'm'), ['wood', 'madera'], ['glass', 'vidrio']),
  rectangle(
    'cm',
    noun('small flag', 'bandera pequeña', 'f'),
    ['cord', 'cordón'],
    ['cloth', 'tela'],
  ),
  rectangle('cm', noun('tray', 'bandeja', 'f'), ['rubber', 'goma'], ['felt', 'fieltro']),
  rectangle('cm', noun('card', 'tarjeta', 'f'), ['thread', 'hilo'], ['foil', 'papel brillante']),
  rectangle('cm', noun('box lid', 'tapa de caja', 'f'), ['ribbon', 'cinta'], ['paper', 'papel']),
  rectangle(
    'cm',
    noun('bookmark', 'marcador de libros', 'm'),
    ['yarn', 'lana'],
    ['fabric', 'tela'],
  ),
];

export type QuantityKind = 'short' | 'long' | 'weight' | 'volume' | 'time';

/** `{n}` in the larger and `{s}` in the smaller unit, of which `{U*}` are asked: both together, or the second taken from the first. */
export interface ConversionScene {
  readonly kind: QuantityKind;
  readonly total: readonly Words[];
  readonly difference: readonly Words[];
}

const IN_ALL: Words = ['how many {U*} is that in all?', '¿{U~cuántos|cuántas} {U*} son en total?'];
const LEFT: Words = ['how many {U*} are left?', '¿{U~cuántos|cuántas} {U*} quedan?'];

function row(kind: QuantityKind, total: Words, difference: Words): ConversionScene {
  return { kind, total: [total, IN_ALL], difference: [difference, LEFT] };
}

export const CONVERSIONS: readonly ConversionScene[] = [
  row(
    'short',
    [
      '{P} has {n} of rope, and {Q} has {s} of rope.',
      '{P} tiene {n} de cuerda y {Q} tiene {s} de cuerda.',
    ],
    ['{P} has {n} of rope and cuts off {s}.', '{P} tiene {n} de cuerda y corta {s}.'],
  ),
  row(
    'short',
    ['one ribbon is {n} long, and another is {s} long.', 'una cinta mide {n} y otra mide {s}.'],
    [
      'a ribbon is {n} long. {P} uses {s} for a poster.',
      'una cinta mide {n}. {P} usa {s} para un cartel.',
    ],
  ),
  row(
    'short',
    ['a tree is {n} tall and then grows {s}.', 'un árbol mide {n} y después crece {s}.'],
    ['a board is {n} long. {P} saws off {s}.', 'una tabla mide {n}. {P} corta {s} con la sierra.'],
  ),
  row(
    'short',
    [
      '{P} uses {n} of wire for a fence and {s} of wire for a hook.',
      '{P} usa {n} de alambre para una cerca y {s} de alambre para un gancho.',
    ],
    [
      'a roll has {n} of wire. {P} bends {s} of it into a hook.',
      'un rollo tiene {n} de alambre. {P} dobla {s} para hacer un gancho.',
    ],
  ),
  row(
    'long',
    [
      'one part of a trail is {n} long, and the other part is {s} long.',
      'una parte de un sendero mide {n} y la otra parte mide {s}.',
    ],
    ['a trail is {n} long. {P} has walked {s} of it.', 'un sendero mide {n}. {P} ha caminado {s}.'],
  ),
  row(
    'long',
    [
      'a new road is {n} long, and a new path is {s} long.',
      'una calle nueva mide {n} y un camino nuevo mide {s}.',
    ],
    [
      'a road is {n} long. The first {s} have been swept.',
      'una calle mide {n}. Los primeros {s} ya están barridos.',
    ],
  ),
  row(
    'long',
    ['{P} runs {n} this week, and {Q} runs {s}.', '{P} corre {n} esta semana y {Q} corre {s}.'],
    ['a race is {n} long. {P} has run {s} of it.', 'una carrera es de {n}. {P} ha corrido {s}.'],
  ),
  row(
    'long',
    [
      'one class cleans {n} of a beach, and another class cleans {s}.',
      'una clase limpia {n} de una playa y otra clase limpia {s}.',
    ],
    [
      'a beach is {n} long. A class has cleaned {s} of it.',
      'una playa mide {n}. Una clase ha limpiado {s}.',
    ],
  ),
  row(
    'weight',
    [
      '{P} has {n} of clay, and {Q} has {s} of clay.',
      '{P} tiene {n} de arcilla y {Q} tiene {s} de arcilla.',
    ],
    [
      '{P} has {n} of clay and uses {s} for a bowl.',
      '{P} tiene {n} de arcilla y usa {s} para un tazón.',
    ],
  ),
  row(
    'weight',
    [
      'a bag has {n} of sand in it, and a cup has {s} of sand in it.',
      'en una bolsa hay {n} de arena y en un vaso hay {s} de arena.',
    ],
    [
      'a bag has {n} of sand in it. {P} takes out {s}.',
      'en una bolsa hay {n} de arena. {P} saca {s}.',
    ],
  ),
  row(
    'weight',
    [
      'one class collects {n} of old paper, and another class collects {s}.',
      'una clase junta {n} de papel usado y otra clase junta {s}.',
    ],
    [
      'a class has collected {n} of old paper. The class uses {s} for masks.',
      'una clase ha juntado {n} de papel usado. La clase usa {s} para hacer máscaras.',
    ],
  ),
  row(
    'weight',
    [
      'a pot has {n} of soil in it. {P} adds {s}.',
      'en una maceta hay {n} de tierra. {P} agrega {s}.',
    ],
    [
      'a bag has {n} of soil in it. {P} puts {s} in a pot.',
      'en una bolsa hay {n} de tierra. {P} pone {s} en una maceta.',
    ],
  ),
  row(
    'volume',
    [
      'a bucket has {n} of water in it. {P} pours in {s}.',
      'en un balde hay {n} de agua. {P} echa {s}.',
    ],
    [
      'a bucket has {n} of water in it. {P} pours out {s}.',
      'en un balde hay {n} de agua. {P} saca {s}.',
    ],
  ),
  row(
    'volume',
    [
      '{P} mixes {n} of blue paint with {s} of white paint.',
      '{P} mezcla {n} de pintura azul con {s} de pintura blanca.',
    ],
    [
      'a can has {n} of paint in it. {P} uses {s} for a mural.',
      'en una lata hay {n} de pintura. {P} usa {s} para un mural.',
    ],
  ),
  row(
    'volume',
    ['a can has {n} of soap in it. {P} adds {s}.', 'en un bidón hay {n} de jabón. {P} agrega {s}.'],
    [
      'a can has {n} of soap in it. The class uses {s}.',
      'en un bidón hay {n} de jabón. La clase usa {s}.',
    ],
  ),
  row(
    'volume',
    [
      '{P} collects {n} of rainwater, and {Q} collects {s}.',
      '{P} junta {n} de agua de lluvia y {Q} junta {s}.',
    ],
    [
      'a barrel has {n} of rainwater in it. {P} gives {s} to the plants.',
      'en un barril hay {n} de agua de lluvia. {P} echa {s} a las plantas.',
    ],
  ),
  row(
    'time',
    [
      'in one week the class works in the garden for {n} and paints for {s}.',
      'en una semana la clase trabaja {n} en el jardín y pinta {s}.',
    ],
    [
      'the art room is open for {n}. {s} have passed.',
      'el taller de arte abre durante {n}. Ya pasaron {s}.',
    ],
  ),
  row(
    'time',
    [
      '{P} practices the flute for {n} this week and {s} today.',
      '{P} practica la flauta {n} esta semana y {s} hoy.',
    ],
    [
      'a group has {n} to practice a play. {s} have passed.',
      'un grupo tiene {n} para ensayar una obra. Ya pasaron {s}.',
    ],
  ),
  row(
    'time',
    ['{P} reads for {n} this month, and {Q} reads for {s}.', '{P} lee {n} este mes y {Q} lee {s}.'],
    [
      'the library is open for {n}. {s} have passed.',
      'la biblioteca abre durante {n}. Ya pasaron {s}.',
    ],
  ),
  row(
    'time',
    [
      'a class builds a model for {n} and paints it for {s}.',
      'una clase construye una maqueta durante {n} y la pinta durante {s}.',
    ],
    ['a sports day lasts {n}. {s} have passed.', 'un día de deportes dura {n}. Ya pasaron {s}.'],
  ),
];
