import { unreachable } from '../kernel/assert.ts';
import type { Unit } from './evaluation.ts';
import type { Phrases } from './phrases.ts';
import type { Distinct } from './rule.ts';

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** 1.5 is written 1.5 in Mexico and 1,5 in Spain: the comma is understood in both. */
function decimal(n: number): string {
  return String(n).replace('.', ',');
}

function times(n: number): string {
  return n === 1 ? 'una vez' : `${n} veces`;
}

function apart(n: number, distinct: Distinct): string {
  if (n === 1) return times(n);
  switch (distinct) {
    case 'day':
      return `${times(n)}, en ${n} días distintos`;
    case 'thing':
      return `${times(n)}, con ${n} cosas distintas`;
    case 'occasion':
      return `${times(n)}, en ${n} ocasiones distintas`;
    case 'none':
      return times(n);
    default:
      return unreachable(distinct);
  }
}

const COUNTED: Readonly<
  Record<Exclude<Unit, 'item' | 'opportunity'>, readonly [one: string, many: string]>
> = {
  demonstration: ['vez', 'veces'],
  day: ['día seguido', 'días seguidos'],
  criterion: ['criterio', 'criterios'],
  part: ['parte', 'partes'],
};

function right(correct: number, of: number): string {
  return `${correct} de ${of} ${correct === 1 ? 'correcta' : 'correctas'}`;
}

function lasting(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.floor(seconds % 60);
  return [
    minutes > 0 || rest === 0 ? count(minutes, 'minuto', 'minutos') : [],
    rest > 0 ? count(rest, 'segundo', 'segundos') : [],
  ]
    .flat()
    .join(' y ');
}

export const spanish: Phrases = {
  score: (correct, of, minutes) => {
    const said = right(correct, of);
    if (minutes === null) return said;
    return `${said}, en un máximo de ${decimal(minutes)} ${minutes === 1 ? 'minuto' : 'minutos'}`;
  },
  demonstrations: (n, distinct) => `demostrado ${apart(n, distinct)}`,
  consistently: (days) =>
    days === 1
      ? 'observado en 1 día de observación, sin lo contrario'
      : `observado en ${days} días de observación seguidos, sin lo contrario`,
  rate: (compare, percent, opportunities) =>
    `${compare === 'more' ? 'más del' : 'al menos el'} ${decimal(percent)} % de las veces, ` +
    `con al menos ${count(opportunities, 'oportunidad', 'oportunidades')} en una misma evaluación`,
  level: (level, levels, need, all) => {
    const reached =
      level === levels ? `nivel ${level} de ${levels}` : `nivel ${level} de ${levels} o superior`;
    if (all === 1) return reached;
    if (need === all) return `${reached} en cada uno de los ${all} criterios`;
    return `${reached} en al menos ${need} de ${all} criterios`;
  },
  parts: (parts) =>
    parts.length === 1 ? parts.join('') : `estas ${parts.length} partes: ${parts.join('; ')}`,
  any: (rules) =>
    rules.length === 1
      ? rules.join('')
      : `una de estas ${rules.length}: ${rules.join('; o bien ')}`,
  childScore: (correct, of, seconds) =>
    `${right(correct, of)}${seconds === null ? '' : `, en ${lasting(seconds)}`}`,
  childDemonstrations: (n, distinct) => `muéstralo ${apart(n, distinct)}`,
  childConsistently: (days) =>
    days === 1 ? 'hazlo durante 1 día entero' : `hazlo ${days} días seguidos`,
  childRate: (hits, of) => `al menos ${hits} de ${of} ${hits === 1 ? 'correcta' : 'correctas'}`,
  counted: (have, need, unit) => `${have} de ${count(need, ...COUNTED[unit])}`,
  right: (have, need) =>
    `${have} ${have === 1 ? 'correcta' : 'correctas'}, ${need === 1 ? 'se necesita' : 'se necesitan'} ${need}`,
  rightButSlower: (have, need) => `${spanish.right(have, need)}, tardó más`,
  rightButTooFew: (have, opportunities) =>
    `${have} ${have === 1 ? 'correcta' : 'correctas'}, se necesitan al menos ` +
    count(opportunities, 'oportunidad', 'oportunidades'),
};
