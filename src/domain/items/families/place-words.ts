import type { LocalText } from '../../kernel/local-text.ts';

/** Where a place on a scale lies: after the last label below it, never by its value. `parts` small spaces lie between two labels. */
export function placeWords(
  place: number,
  parts: number,
  labelOf: (k: number) => number,
): LocalText {
  if (place === 0) return { en: `at ${labelOf(0)}`, es: `en ${labelOf(0)}` };
  const k = Math.ceil(place / parts) - 1;
  const marks = place - k * parts;
  const [en, es] = marks === 1 ? ['mark', 'marca'] : ['marks', 'marcas'];
  return {
    en: `${marks} small ${en} after ${labelOf(k)}`,
    es: `${marks} ${es} después del ${labelOf(k)}`,
  };
}
