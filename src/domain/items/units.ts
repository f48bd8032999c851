import type { LocalText } from '../kernel/local-text.ts';

/** How a unit is printed, and how a voice says many of it. */
interface Unit {
  readonly sign: LocalText;
  readonly many: LocalText;
}

const same = (sign: string): LocalText => ({ en: sign, es: sign });
const unit = (sign: LocalText, en: string, es: string): Unit => ({ sign, many: { en, es } });

/** Units of measure that prompts and answers print. Ids travel in parameters of courses. */
const UNITS = {
  mm: unit(same('mm'), 'millimeters', 'milímetros'),
  cm: unit(same('cm'), 'centimeters', 'centímetros'),
  m: unit(same('m'), 'meters', 'metros'),
  km: unit(same('km'), 'kilometers', 'kilómetros'),
  g: unit(same('g'), 'grams', 'gramos'),
  kg: unit(same('kg'), 'kilograms', 'kilogramos'),
  mL: unit(same('mL'), 'milliliters', 'mililitros'),
  L: unit(same('L'), 'liters', 'litros'),
  in: unit({ en: 'in', es: 'pulg' }, 'inches', 'pulgadas'),
  ft: unit({ en: 'ft', es: 'pies' }, 'feet', 'pies'),
  yd: unit({ en: 'yd', es: 'yd' }, 'yards', 'yardas'),
  oz: unit({ en: 'oz', es: 'oz' }, 'ounces', 'onzas'),
  lb: unit({ en: 'lb', es: 'lb' }, 'pounds', 'libras'),
  ton: unit({ en: 'tons', es: 'toneladas cortas' }, 'tons', 'toneladas cortas'),
  floz: unit({ en: 'fl oz', es: 'oz líq.' }, 'fluid ounces', 'onzas líquidas'),
  cup: unit({ en: 'cups', es: 'tazas' }, 'cups', 'tazas'),
  pt: unit({ en: 'pt', es: 'pintas' }, 'pints', 'pintas'),
  qt: unit({ en: 'qt', es: 'cuartos' }, 'quarts', 'cuartos'),
  gal: unit({ en: 'gal', es: 'gal' }, 'gallons', 'galones'),
  s: unit(same('s'), 'seconds', 'segundos'),
  min: unit(same('min'), 'minutes', 'minutos'),
  h: unit(same('h'), 'hours', 'horas'),
  day: unit({ en: 'days', es: 'días' }, 'days', 'días'),
  week: unit({ en: 'weeks', es: 'semanas' }, 'weeks', 'semanas'),
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitId = keyof typeof UNITS;

/** All ids, for parameters to be read against. */
export const UNIT_IDS = Object.keys(UNITS) as readonly UnitId[]; // the keys of a literal

/** What is printed: "cm". */
export function unitSign(id: UnitId): LocalText {
  return UNITS[id].sign;
}

/** What a voice says of so many (left out: of many): "1 inch", "2 inches". */
export function unitWord(id: UnitId, count = 2): LocalText {
  const { en, es } = UNITS[id].many;
  return count === 1 ? { en: ONE_IN_ENGLISH[en] ?? withoutS(en), es: withoutS(es) } : { en, es };
}

const ONE_IN_ENGLISH: Readonly<Record<string, string>> = { feet: 'foot', inches: 'inch' };

/** Every word loses its s: "onzas líquidas" is "onza líquida". */
function withoutS(words: string): string {
  return words.replaceAll(/s(?= |$)/gu, '');
}

/** What is printed of the unit's square or cube: "cm²". */
export function raisedSign(id: UnitId, power: 2 | 3): LocalText {
  const { en, es } = UNITS[id].sign;
  const raised = power === 2 ? '²' : '³';
  return { en: en + raised, es: es + raised };
}

/** What a voice says of many squares or cubes of the unit: "square centimeters". */
export function raisedWord(id: UnitId, power: 2 | 3): LocalText {
  const { en, es } = UNITS[id].many;
  const raised = power === 2 ? 'cuadrad' : 'cúbic';
  // "Pulgadas", "yardas" are feminine, all other lengths masculine.
  return {
    en: `${power === 2 ? 'square' : 'cubic'} ${en}`,
    es: `${es} ${raised}${es.endsWith('as') ? 'as' : 'os'}`,
  };
}
