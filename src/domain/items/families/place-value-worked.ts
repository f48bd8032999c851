import type { LocalText } from '../../kernel/local-text.ts';
import type { WorkedPart } from '../family.ts';
import { countOfPlace, placeName } from '../place-names.ts';
import { numberWords } from '../number-words.ts';
import { numberToken } from '../token.ts';
import { answerOf, digitAt, placesIn, type Case } from './place-value-case.ts';
import { formula, line } from './worked-lines.ts';

/** How to come to the answer: by what each digit is worth. */
export function workedPlaceValue(one: Case): readonly WorkedPart[] {
  const { n } = one;
  switch (one.ask) {
    case 'compose':
      return [...one.places.map((place) => worthLine(n, place)), sumLine(n), ...zeroLines(n)];
    case 'digit-at': {
      const where = placeName(one.place, one.scale);
      const digit = answerOf(one);
      return [
        takenApart(n, one.scale),
        line(
          `The digit in the ${where.en} place is ${digit}.`,
          `La cifra en el lugar de las ${where.es} es ${digit}.`,
        ),
      ];
    }
    case 'digit-value': {
      const where = placeName(one.place, 1);
      const digit = digitAt(n, one.place);
      return [
        line(
          `The ${digit} is in the ${where.en} place.`,
          `El ${digit} está en el lugar de las ${where.es}.`,
        ),
        worthLine(n, one.place),
      ];
    }
    case 'expanded':
      return [takenApart(n, 1), worthLine(n, one.place)];
    case 'from-words': {
      const words = numberWords(n);
      const counts = countsIn(n, 1);
      return [line(`${words.en}: ${counts.en}`, `${words.es}: ${counts.es}`), ...zeroLines(n)];
    }
  }
}

/** "4 tens = 40" */
function worthLine(n: number, place: number): WorkedPart {
  const digit = digitAt(n, place);
  const { en, es } = countOfPlace(digit, place, 1);
  return line(`${en} = {worth}`, `${es} = {worth}`, { worth: digit * place });
}

/** "300 + 0 + 5 = 305" */
function sumLine(n: number): WorkedPart {
  const parts = placesIn(n).map((place) => digitAt(n, place) * place);
  return formula(`${parts.join(' + ')} = ${n}`);
}

/** A zero that is easily left out. */
function zeroLines(n: number): WorkedPart[] {
  return placesIn(n)
    .filter((place) => digitAt(n, place) === 0)
    .map((place) => {
      const { en, es } = placeName(place, 1);
      return line(`The 0 keeps the ${en} place.`, `El 0 guarda el lugar de las ${es}.`);
    });
}

/** "58: 5 tens, 8 ones" */
function takenApart(n: number, scale: number): WorkedPart {
  const { en, es } = countsIn(n, scale);
  return line(`{n}: ${en}`, `{n}: ${es}`, { n: numberToken(n, scale) });
}

function countsIn(n: number, scale: number): LocalText {
  const counts = placesIn(n).map((place) => countOfPlace(digitAt(n, place), place, scale));
  return { en: counts.map(({ en }) => en).join(', '), es: counts.map(({ es }) => es).join(', ') };
}
