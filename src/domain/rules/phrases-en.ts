import { unreachable } from '../kernel/assert.ts';
import type { Unit } from './evaluation.ts';
import type { Phrases } from './phrases.ts';
import type { Distinct } from './rule.ts';

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

function times(n: number): string {
  if (n === 1) return 'once';
  return n === 2 ? 'twice' : `${n} times`;
}

/** "three times" and how the times must differ; once differs from nothing. */
function apart(n: number, distinct: Distinct): string {
  if (n === 1) return times(n);
  switch (distinct) {
    case 'day':
      return `${times(n)}, on ${n} different days`;
    case 'thing':
      return `${times(n)}, with ${n} different things`;
    case 'occasion':
      return `${times(n)}, on ${n} different occasions`;
    case 'none':
      return times(n);
    default:
      return unreachable(distinct);
  }
}

const COUNTED: Readonly<
  Record<Exclude<Unit, 'item' | 'opportunity'>, readonly [one: string, many: string]>
> = {
  demonstration: ['time', 'times'],
  day: ['day in a row', 'days in a row'],
  criterion: ['criterion', 'criteria'],
  part: ['part', 'parts'],
};

function lasting(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.floor(seconds % 60);
  return [
    minutes > 0 || rest === 0 ? count(minutes, 'minute', 'minutes') : [],
    rest > 0 ? count(rest, 'second', 'seconds') : [],
  ]
    .flat()
    .join(' and ');
}

export const english: Phrases = {
  score: (correct, of, minutes) =>
    `${correct} of ${of} right${minutes === null ? '' : `, within ${count(minutes, 'minute', 'minutes')}`}`,
  demonstrations: (n, distinct) => `shown ${apart(n, distinct)}`,
  consistently: (days) =>
    days === 1
      ? 'seen on 1 observed day, without the opposite'
      : `seen on ${days} observed days in a row, without the opposite`,
  rate: (compare, percent, opportunities) =>
    `${compare === 'more' ? 'more than' : 'at least'} ${percent}% of the time, ` +
    `out of at least ${count(opportunities, 'opportunity', 'opportunities')} in one assessment`,
  level: (level, levels, need, all) => {
    const reached =
      level === levels ? `level ${level} of ${levels}` : `level ${level} of ${levels} or higher`;
    if (all === 1) return reached;
    if (need === all) return `${reached} on ${all === 2 ? 'both' : 'each'} of ${all} criteria`;
    return `${reached} on at least ${need} of ${all} criteria`;
  },
  parts: (parts) =>
    parts.length === 1 ? parts.join('') : `all of these ${parts.length}: ${parts.join('; ')}`,
  any: (rules) =>
    rules.length === 1 ? rules.join('') : `one of these ${rules.length}: ${rules.join('; or ')}`,
  childScore: (correct, of, seconds) =>
    `${correct} of ${of} right${seconds === null ? '' : `, in ${lasting(seconds)}`}`,
  childDemonstrations: (n, distinct) => `show it ${apart(n, distinct)}`,
  childConsistently: (days) =>
    days === 1 ? 'do it for 1 whole day' : `do it on ${days} days in a row`,
  childRate: (hits, of) => `at least ${hits} of ${of} right`,
  counted: (have, need, unit) => `${have} of ${count(need, ...COUNTED[unit])}`,
  right: (have, need) => `${have} right, ${need} needed`,
  rightButSlower: (have, need) => `${have} right, ${need} needed, took longer`,
  rightButTooFew: (have, opportunities) =>
    `${have} right, at least ${count(opportunities, 'opportunity', 'opportunities')} needed`,
};
