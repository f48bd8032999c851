/** Stories of a price that a percent changes. Rows are neither added nor taken out nor moved: stories draw them by place. */
import type { LocalText } from '../../kernel/local-text.ts';
import { CLASS_SHOP, FAIR, GOODS as g, PLAY_SHOP } from './prices.ts';
import { sceneAt } from './scene.ts';
import { tell, type Noun, type Words } from './sentence.ts';

export const PERCENT_KINDS = ['discount', 'tip', 'tax'] as const;
export type PercentKind = (typeof PERCENT_KINDS)[number];

const DISCOUNTED: readonly Noun[] = [
  g.book,
  g.lamp,
  g.backpack,
  g.kite,
  g.drum,
  g.blanket,
  g.puzzle,
  g.cap,
  g.globe,
  g.tent,
  g.paints,
  g.clock,
];

const SHOPS = [CLASS_SHOP, FAIR, PLAY_SHOP];

/** Work that people may thank for with a tip. */
const SERVICES: readonly Words[] = [
  ['a haircut', 'un corte de pelo'],
  ['a bicycle repair', 'la reparación de una bicicleta'],
  ['cleaning the windows', 'la limpieza de unas ventanas'],
  ['tuning a piano', 'la afinación de un piano'],
  ['a guided walk in the museum', 'una visita guiada al museo'],
  ['drawing a portrait', 'el dibujo de un retrato'],
  ['the delivery of a table', 'la entrega de una mesa'],
  ['mowing a lawn', 'el corte del césped'],
  ['a shoe repair', 'el arreglo de unos zapatos'],
  ['a music lesson', 'una clase de música'],
  ['a puppet show', 'una función de títeres'],
  ['sewing a costume', 'la costura de un disfraz'],
];

const TAXED: readonly Noun[] = [
  g.lamp,
  g.stool,
  g.mirror,
  g.game,
  g.scarf,
  g.compass,
  g.pillow,
  g.ball,
  g.vase,
  g.flute,
  g.glove,
  g.map,
  g.mask,
];

const COUNTS: Readonly<Record<PercentKind, number>> = {
  discount: DISCOUNTED.length,
  tip: SERVICES.length,
  tax: TAXED.length,
};

/** How many scenes a kind has. */
export function scenesOf(kind: PercentKind): number {
  return COUNTS[kind];
}

const PAID: Words = ['how much is paid in all?', '¿cuánto se paga en total?'];
const STORIES: Readonly<Record<PercentKind, readonly Words[]>> = {
  discount: [
    ['{where} a {t.} costs {w}.', '{where} {t~un|una} {t.} cuesta {w}.'],
    ['today it costs {p} less.', 'hoy cuesta un {p} menos.'],
    ['how much does it cost today?', '¿cuánto cuesta hoy?'],
  ],
  tip: [
    [
      'a tip is extra money to thank somebody for good work.',
      'una propina es dinero extra para agradecer un buen trabajo.',
    ],
    ['{s} costs {w}. A tip of {p} is added.', '{s} cuesta {w}. Se agrega una propina del {p}.'],
    PAID,
  ],
  tax: [
    [
      'sales tax is money that is added to a price for the city or the state.',
      'el impuesto sobre las ventas es dinero que se suma al precio y que recibe la ciudad o el estado.',
    ],
    [
      'a {t.} costs {w} before a sales tax of {p}.',
      '{t~un|una} {t.} cuesta {w} antes de un impuesto sobre las ventas del {p}.',
    ],
    PAID,
  ],
};

/** A price `{w}` that `{p}` changes. */
export function tellPercent(kind: PercentKind, scene: number): LocalText {
  if (kind === 'tip') {
    const [en, es] = sceneAt(SERVICES, scene);
    return tell(STORIES.tip, { s: { en, es } });
  }
  const noun = sceneAt(kind === 'discount' ? DISCOUNTED : TAXED, scene);
  const [en, es] = sceneAt(SHOPS, scene % SHOPS.length);
  return tell(STORIES[kind], { t: { n: 1, noun }, where: { en, es } });
}
