/**
 * How a fact is worked out by somebody who has forgotten it: over ten, through fives, by tens, by the opposite calculation. The usual
 * strategies of the grades (Common Core 1.OA.6, 2.NBT.5, 3.OA.5); never the bare answer again.
 */
import type { LocalText } from '../kernel/local-text.ts';

/** A line without words is the same in every language. */
function line(text: string): LocalText {
  return { en: text, es: text };
}

/** Lines for a + b. */
export function sumSteps(a: number, b: number): readonly LocalText[] {
  const [more, less] = a >= b ? [a, b] : [b, a];
  const sum = a + b;
  if (less === 0)
    return [{ en: `0 more than ${more} is ${more}.`, es: `0 más que ${more} es ${more}.` }];
  if (areTens(a, b))
    return [tens(`${a / 10} + ${b / 10} = ${sum / 10}`), line(`${a} + ${b} = ${sum}`)];
  const toTen = 10 - (more % 10);
  if (more < 10 && sum > 10)
    return [line(`${more} + ${toTen} = 10`), line(`10 + ${less - toTen} = ${sum}`)];
  if (less <= 5) {
    const counted = Array.from({ length: less }, (_, i) => more + i + 1).join(', ');
    return [
      {
        en: `Begin at ${more} and count on: ${counted}.`,
        es: `Empieza en ${more} y sigue contando: ${counted}.`,
      },
    ];
  }
  return byPlaces(a, b);
}

/** Tens and ones apart, then together. */
function byPlaces(a: number, b: number): readonly LocalText[] {
  const [onesA, onesB] = [a % 10, b % 10];
  const [tensA, tensB] = [a - onesA, b - onesB];
  const both = tensA > 0 && tensB > 0 ? [line(`${tensA} + ${tensB} = ${tensA + tensB}`)] : [];
  return [
    ...both,
    line(`${onesA} + ${onesB} = ${onesA + onesB}`),
    line(`${tensA + tensB} + ${onesA + onesB} = ${a + b}`),
  ];
}

/** Lines for a sum of several numbers: two of them first, then the next. */
export function sumOfSeveral(numbers: readonly number[]): readonly LocalText[] {
  const [first = 0, ...rest] = numbers;
  let sum = first;
  return rest.map((next) => {
    const before = sum;
    sum += next;
    return line(`${before} + ${next} = ${sum}`);
  });
}

/** Lines for a − b. */
export function differenceSteps(a: number, b: number): readonly LocalText[] {
  const left = a - b;
  if (areTens(a, b))
    return [tens(`${a / 10} − ${b / 10} = ${left / 10}`), line(`${a} − ${b} = ${left}`)];
  if (a > 10 && a < 20 && left < 10 && a % 10 > 0 && b > a % 10) {
    return [line(`${a} − ${a % 10} = 10`), line(`10 − ${b - (a % 10)} = ${left}`)];
  }
  return [
    {
      en: `Think of adding: ${b} and how many make ${a}?`,
      es: `Piensa en sumar: ¿${b} y cuánto más hacen ${a}?`,
    },
    line(`${b} + ${left} = ${a}`),
  ];
}

/** Lines for a × b. */
export function productSteps(a: number, b: number): readonly LocalText[] {
  const product = a * b;
  if (product === 0)
    return [{ en: 'Any number times 0 is 0.', es: 'Cualquier número por 0 es 0.' }];
  if (a === 1 || b === 1)
    return [
      { en: '1 times a number is the number itself.', es: '1 por un número es el mismo número.' },
    ];
  const power = [100, 10].find((ten) => b % ten === 0 || a % ten === 0);
  if (power !== undefined) return byPower(a, b, power);
  const [few, many] = a <= b ? [a, b] : [b, a];
  if (few <= 4)
    return [line(`${Array.from({ length: few }, () => many).join(' + ')} = ${product}`)];
  if (few === 5 && many <= 9) return byFive(many, few);
  const base = many > 10 ? 10 : 5;
  const rest = many - base;
  return [
    line(`${base} × ${few} = ${base * few}`),
    line(`${rest} × ${few} = ${rest * few}`),
    line(`${base * few} + ${rest * few} = ${product}`),
  ];
}

/** Half of ten times as much. */
function byFive(many: number, five: number): readonly LocalText[] {
  const whole = 10 * many;
  return [
    line(`10 × ${many} = ${whole}`),
    { en: `Half of ${whole} is ${five * many}.`, es: `La mitad de ${whole} es ${five * many}.` },
  ];
}

function byPower(a: number, b: number, power: number): readonly LocalText[] {
  const [plain, round] = b % power === 0 ? [a, b] : [b, a];
  const product = plain * (round / power);
  const places = String(power).length - 1;
  const zeros =
    places === 1 ? { en: 'one zero', es: 'un cero' } : { en: 'two zeros', es: 'dos ceros' };
  const moved: LocalText = {
    en: `Times ${power}: write ${zeros.en} at the end, ${product * power}.`,
    es: `Por ${power}: escribe ${zeros.es} al final, ${product * power}.`,
  };
  return round === power ? [moved] : [line(`${plain} × ${round / power} = ${product}`), moved];
}

function areTens(a: number, b: number): boolean {
  return a % 10 === 0 && b % 10 === 0 && a > 0 && b > 0;
}

function tens(sentence: string): LocalText {
  return { en: `In tens: ${sentence}`, es: `En decenas: ${sentence}` };
}
