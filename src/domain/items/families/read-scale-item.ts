import { unreachable } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import { pick, seededRandom, shuffled } from '../../kernel/random.ts';
import type { Figure } from '../figure.ts';
import type { LongThing } from '../figures/ruler.ts';
import type { Item } from '../item.ts';
import { unitSign, unitWord } from '../units.ts';
import { placeWords } from './place-words.ts';
import { identityOf, type RulerUnit, type ScaleCase } from './read-scale-case.ts';

type Shown = Pick<Item, 'prompt' | 'answer'>;

interface Noun {
  readonly en: string;
  /** With its article. */
  readonly es: string;
  readonly long: string;
}
const THINGS: Readonly<Record<LongThing, Noun>> = {
  pencil: { en: 'pencil', es: 'el lápiz', long: 'largo' },
  ribbon: { en: 'ribbon', es: 'la cinta', long: 'larga' },
  crayon: { en: 'crayon', es: 'el crayón', long: 'largo' },
  stick: { en: 'stick', es: 'el palito', long: 'largo' },
};
const THING_NAMES: readonly LongThing[] = ['pencil', 'ribbon', 'crayon', 'stick'];

const HOW_MANY: Readonly<Record<RulerUnit, string>> = {
  cm: '¿Cuántos centímetros',
  in: '¿Cuántas pulgadas',
};

/** The question, its picture and its answer. */
export function scaleItem(one: ScaleCase): Shown {
  switch (one.kind) {
    case 'number-line':
      return numberLine(one);
    case 'fraction-line':
      return fractionLine(one);
    case 'ruler': {
      const thing = pick(seededRandom(identityOf(one)), THING_NAMES);
      const from = one.start;
      const figure = onRuler(one, 1, [{ thing, from, to: from + one.n }]);
      return shown(figure, rulerSpoken(figure), howLong(thing, one.unit), {
        kind: 'integer',
        value: one.n,
        unit: unitSign(one.unit),
      });
    }
    case 'ruler-two':
      return twoOnRuler(one);
    case 'ruler-fraction': {
      const thing = pick(seededRandom(identityOf(one)), THING_NAMES);
      const figure = onRuler(one, one.parts, [{ thing, from: 0, to: one.n }]);
      return shown(figure, rulerSpoken(figure), howLong(thing, one.unit), {
        kind: 'fraction',
        num: one.n,
        den: one.parts,
        form: 'any',
        whole: true,
        unit: unitSign(one.unit),
      });
    }
    case 'dial':
      return dial(one);
    default:
      return unreachable(one);
  }
}

function shown(figure: Figure, spoken: LocalText, text: LocalText, answer: Item['answer']): Shown {
  return {
    prompt: [
      { type: 'figure', figure, spoken },
      { type: 'text', text },
    ],
    answer,
  };
}

function numberLine(one: Extract<ScaleCase, { kind: 'number-line' }>): Shown {
  const { n, tick, label, from, to } = one;
  const where = placeWords(n, label / tick, (k) => k * label);
  return shown(
    {
      type: 'number-line',
      from,
      tick,
      spaces: (to - from) / tick,
      label,
      at: n * tick,
      scale: 1,
    },
    {
      en: `Number line from ${from} to ${to}, labeled every ${label}, with ${label / tick} small spaces between two labels. The arrow is ${where.en}`,
      es: `Recta numérica de ${from} a ${to}, con números cada ${label} y ${label / tick} espacios pequeños entre dos números. La flecha está ${where.es}`,
    },
    { en: 'Which number is marked?', es: '¿Qué número está marcado?' },
    { kind: 'integer', value: n * tick },
  );
}

function fractionLine({ n, den }: Extract<ScaleCase, { kind: 'fraction-line' }>): Shown {
  const where = placeWords(n, den, (k) => k);
  return shown(
    { type: 'number-line', from: 0, tick: 1, spaces: 2 * den, label: den, at: n, scale: den },
    {
      en: `Number line from 0 to 2, with ${den} equal parts between two whole numbers. The arrow is ${where.en}`,
      es: `Recta numérica de 0 a 2, con ${den} partes iguales entre dos números enteros. La flecha está ${where.es}`,
    },
    { en: 'Which fraction is marked?', es: '¿Qué fracción está marcada?' },
    { kind: 'fraction', num: n, den, form: 'any', whole: true },
  );
}

type OnRuler = Extract<Figure, { type: 'ruler' }>;

function onRuler(
  { unit, length }: { readonly unit: RulerUnit; readonly length: number },
  parts: number,
  things: OnRuler['things'],
): OnRuler {
  return { type: 'ruler', unit: unitSign(unit), length, parts, things };
}

/** Rulers of more units than fit on a phone are labelled at every second one. */
function rulerSpoken({ unit, length, parts, things }: OnRuler): LocalText {
  const each = length > 12 ? 2 : 1;
  const small = parts * each;
  const lies = things.map(({ thing, from, to }) => {
    const [start, end] = [from, to].map((place) => placeWords(place, small, (k) => k * each));
    const { en, es } = THINGS[thing];
    return {
      en: `The ${en} begins ${start?.en ?? ''} and ends ${end?.en ?? ''}`,
      es: `${es.charAt(0).toUpperCase()}${es.slice(1)} empieza ${start?.es ?? ''} y termina ${end?.es ?? ''}`,
    };
  });
  return {
    en: `Ruler from 0 to ${length} ${unit.en}, with ${small} small spaces between two labels. ${lies.map(({ en }) => en).join('. ')}`,
    es: `Regla de 0 a ${length} ${unit.es}, con ${small} espacios pequeños entre dos números. ${lies.map(({ es }) => es).join('. ')}`,
  };
}

function howLong(thing: LongThing, unit: RulerUnit): LocalText {
  const { en, es } = THINGS[thing];
  return {
    en: `How long is the ${en} in ${unitWord(unit).en}?`,
    es: `${HOW_MANY[unit]} mide ${es}?`,
  };
}

/** The longer thing lies above, so that the line down from its end crosses nothing. */
function twoOnRuler(one: Extract<ScaleCase, { kind: 'ruler-two' }>): Shown {
  const [long = 'pencil', short = 'ribbon'] = shuffled(seededRandom(identityOf(one)), THING_NAMES);
  const figure = onRuler(one, 1, [
    { thing: long, from: 0, to: one.a },
    { thing: short, from: 0, to: one.b },
  ]);
  const [first, second] = [THINGS[long], THINGS[short]];
  return shown(
    figure,
    rulerSpoken(figure),
    {
      en: `How much longer is the ${first.en} than the ${second.en}?`,
      es: `¿Cuánto más ${first.long} es ${first.es} que ${second.es}?`,
    },
    { kind: 'integer', value: one.a - one.b, unit: unitSign(one.unit) },
  );
}

function dial(one: Extract<ScaleCase, { kind: 'dial' }>): Shown {
  const { n, unit, label, parts, labels } = one;
  const where = placeWords(n, parts, (k) => k * label);
  const sign = unitSign(unit);
  return shown(
    {
      type: 'measuring-scale',
      holds: LIQUID.has(unit) ? 'liquid' : 'weight',
      unit: sign,
      label,
      parts,
      labels,
      at: n,
    },
    {
      en: `Scale from 0 to ${label * labels} ${sign.en}, labeled every ${label}, with ${parts} equal spaces between two labels. The arrow is ${where.en}`,
      es: `Escala de 0 a ${label * labels} ${sign.es}, con números cada ${label} y ${parts} espacios iguales entre dos números. La flecha está ${where.es}`,
    },
    { en: 'How much does the scale show?', es: '¿Cuánto marca la escala?' },
    { kind: 'integer', value: (n * label) / parts, unit: sign },
  );
}

const LIQUID: ReadonlySet<string> = new Set(['mL', 'L', 'floz', 'cup', 'pt', 'qt', 'gal']);
