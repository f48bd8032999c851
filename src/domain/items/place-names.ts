import type { LocalText } from '../kernel/local-text.ts';

interface PlaceName {
  readonly one: LocalText;
  readonly many: LocalText;
}

const names = (one: string, many: string, uno: string, varios: string): PlaceName => ({
  one: { en: one, es: uno },
  many: { en: many, es: varios },
});

/** Names of places by their value in thousandths: a thousandth is 1, a one is 1000. In Spanish all are feminine. */
const PLACES: ReadonlyMap<number, PlaceName> = new Map([
  [1, names('thousandth', 'thousandths', 'milésima', 'milésimas')],
  [10, names('hundredth', 'hundredths', 'centésima', 'centésimas')],
  [100, names('tenth', 'tenths', 'décima', 'décimas')],
  [1000, names('one', 'ones', 'unidad', 'unidades')],
  [10_000, names('ten', 'tens', 'decena', 'decenas')],
  [100_000, names('hundred', 'hundreds', 'centena', 'centenas')],
  [1_000_000, names('thousand', 'thousands', 'unidad de millar', 'unidades de millar')],
  [10_000_000, names('ten thousand', 'ten thousands', 'decena de millar', 'decenas de millar')],
  [
    100_000_000,
    names('hundred thousand', 'hundred thousands', 'centena de millar', 'centenas de millar'),
  ],
]);

/** Whether the place that is worth place / scale has a name: thousandths up to hundred thousands. */
export function isNamedPlace(place: number, scale: number): boolean {
  return PLACES.has((place * 1000) / scale);
}

/** The name of the place that is worth place / scale: "tens", "hundredths". */
export function placeName(place: number, scale: number): LocalText {
  return PLACES.get((place * 1000) / scale)?.many ?? { en: String(place), es: String(place) };
}

/** So many of a place: "4 tens", "1 decena". */
export function countOfPlace(count: number, place: number, scale: number): LocalText {
  const name = PLACES.get((place * 1000) / scale);
  const { en, es } = (count === 1 ? name?.one : name?.many) ?? placeName(place, scale);
  return { en: `${count} ${en}`, es: `${count} ${es}` };
}
