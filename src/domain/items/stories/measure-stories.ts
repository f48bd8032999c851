/** Stories of rectangles and of one conversion, told from their scenes. */
import { raisedSign, unitSign, unitWord, type UnitId } from '../units.ts';
import { CONVERSIONS, RECTANGLES, type ConversionScene, type QuantityKind } from './measures.ts';
import { local, sceneAt, type Story } from './scene.ts';
import { noun, sameWords, tell, type Noun, type Words } from './sentence.ts';

export type Ask = 'area' | 'perimeter';
export type Form = 'total' | 'difference';

/** How many scenes with rectangles there are. */
export const RECTANGLE_SCENES = RECTANGLES.length;

/** The unit of a rectangle's sides. */
export function rectangleUnit(scene: number): UnitId {
  return sceneAt(RECTANGLES, scene).unit;
}

/** A rectangle of `{l}` by `{w}`: neither its area nor its perimeter is named. */
export function tellRectangle(ask: Ask, scene: number): Story {
  const { thing, unit, edge, cover } = sceneAt(RECTANGLES, scene);
  const around: Words = [
    'how many {many} of {edge} go around it once?',
    '¿cuántos {many} de {edge} se necesitan para {t~rodearlo|rodearla} una vez?',
  ];
  const over: Words = [
    'how many square {many} of {cover} cover all of it?',
    '¿cuántos {many} cuadrados de {cover} se necesitan para {t~cubrirlo|cubrirla} por completo?',
  ];
  const text = tell(
    [
      ['a {t.} is {l} long and {w} wide.', '{t~un|una} {t.} mide {l} de largo y {w} de ancho.'],
      ask === 'area' ? over : around,
    ],
    {
      t: { n: 1, noun: thing },
      many: unitWord(unit),
      edge: local(edge),
      cover: local(cover),
    },
  );
  return { text, unit: ask === 'area' ? raisedSign(unit, 2) : unitSign(unit) };
}

/** What a unit measures in stories, by the larger unit of a pair; null: no story tells of it. */
export function kindOf(big: UnitId): QuantityKind | null {
  return KINDS[big] ?? null;
}

const KINDS: Readonly<Partial<Record<UnitId, QuantityKind>>> = {
  m: 'short',
  ft: 'short',
  km: 'long',
  kg: 'weight',
  lb: 'weight',
  L: 'volume',
  h: 'time',
};

/** Places of the scenes of a kind. */
export function scenesOfKind(kind: QuantityKind): readonly number[] {
  return CONVERSIONS.flatMap((scene, place) => (scene.kind === kind ? [place] : []));
}

const FEMININE: readonly UnitId[] = ['in', 'oz'];

function unitNoun(unit: UnitId): Noun {
  const { en, es } = unitWord(unit);
  return noun(en, es, FEMININE.includes(unit) ? 'f' : 'm');
}

/** `{n}` of a larger unit and `{s}` of a smaller one, in which the answer is asked. */
export function tellConversion(
  form: Form,
  small: UnitId,
  scene: number,
  [P, Q]: readonly [string, string],
): Story {
  const row: ConversionScene = sceneAt(CONVERSIONS, scene);
  const text = tell(row[form], {
    U: { n: null, noun: unitNoun(small) },
    P: sameWords(P),
    Q: sameWords(Q),
  });
  return { text, unit: unitSign(small) };
}
