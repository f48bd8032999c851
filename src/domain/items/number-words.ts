import type { LocalText } from '../kernel/local-text.ts';

const EN_BELOW_20 = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Up to 29 Spanish writes one word. */
const ES_BELOW_30 = (
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete ' +
  'dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete ' +
  'veintiocho veintinueve'
).split(' ');
const ES_TENS = '- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
const ES_HUNDREDS =
  '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
    ' ',
  );

/** The largest number that is written in words. */
export const LARGEST_IN_WORDS = 999;

/** A whole number from 0 to 999 in words, as schools of the Americas write it: "four hundred six", "cuatrocientos seis". */
export function numberWords(n: number): LocalText {
  return { en: english(n), es: spanish(n) };
}

function english(n: number): string {
  if (n >= 100) return hundreds(`${EN_BELOW_20[Math.floor(n / 100)]} hundred`, n % 100, english);
  if (n < 20) return EN_BELOW_20[n] ?? '';
  const tens = EN_TENS[Math.floor(n / 10)] ?? '';
  return n % 10 === 0 ? tens : `${tens}-${english(n % 10)}`;
}

function spanish(n: number): string {
  if (n === 100) return 'cien';
  if (n > 100) return hundreds(ES_HUNDREDS[Math.floor(n / 100)] ?? '', n % 100, spanish);
  if (n < 30) return ES_BELOW_30[n] ?? '';
  const tens = ES_TENS[Math.floor(n / 10)] ?? '';
  return n % 10 === 0 ? tens : `${tens} y ${spanish(n % 10)}`;
}

function hundreds(head: string, rest: number, say: (n: number) => string): string {
  return rest === 0 ? head : `${head} ${say(rest)}`;
}
