import type { LocalText } from '../../kernel/local-text.ts';
import { defineFamily, type WorkedPart } from '../family.ts';
import type { Item, Trap } from '../item.ts';
import {
  drawNumber,
  largestOf,
  numbersOf,
  readSet,
  sizeOf,
  type NumberSet,
} from '../number-set.ts';
import { timeText } from '../read-time.ts';
import { numberTraps } from '../traps.ts';
import { formula, line } from './worked-lines.ts';

type Ask = 'to-next-hour' | 'after-hours' | 'after-minutes';

interface Params {
  readonly ask: Ask;
  readonly h: NumberSet;
  readonly m: NumberSet;
  /** Hours or minutes that pass; one 0 where the way to the next hour is asked. */
  readonly d: NumberSet;
}

interface Case {
  readonly ask: Ask;
  /** 1 to 12. */
  readonly h: number;
  readonly m: number;
  readonly d: number;
}

const HOUR = 60;
const NOTHING: NumberSet = { type: 'list', list: [0] };

/** An hour of the 12-hour clock. */
const onClock = (hour: number): number => ((((hour - 1) % 12) + 12) % 12) + 1;

/** The time that is reached, with its hour not yet set back after 12. */
function reached({ ask, h, m, d }: Case): { readonly hour: number; readonly minute: number } {
  if (ask === 'after-hours') return { hour: h + d, minute: m };
  return { hour: h + Math.floor((m + d) / HOUR), minute: (m + d) % HOUR };
}

function identityOf({ ask, h, m, d }: Case): string {
  const now = timeText(h, m);
  if (ask === 'to-next-hour') return `${now} to hour`;
  return `${now}+${d}${ask === 'after-hours' ? 'h' : 'min'}`;
}

/** Times of one o'clock take the singular in Spanish. */
function promptOf({ ask, h, m, d }: Case): Item['prompt'] {
  const es = h === 1 ? 'Es la {now}.' : 'Son las {now}.';
  const now = { type: 'time', hour: h, minute: m } as const;
  if (ask === 'to-next-hour') {
    const next = onClock(h + 1);
    const text: LocalText = {
      en: 'It is {now}. How many minutes until {next}?',
      es: `${es} ¿Cuántos minutos faltan para ${next === 1 ? 'la' : 'las'} {next}?`,
    };
    return [{ type: 'text', text, values: { now, next: { type: 'time', hour: next, minute: 0 } } }];
  }
  const [en, in_] = ask === 'after-hours' ? ['hours', 'horas'] : ['minutes', 'minutos'];
  const text: LocalText = {
    en: `It is {now}. What time will it be in ${d} ${en}?`,
    es: `${es} ¿Qué hora será dentro de ${d} ${in_}?`,
  };
  return [{ type: 'text', text, values: { now } }];
}

function answerOf(one: Case): Item['answer'] {
  if (one.ask === 'to-next-hour')
    return { kind: 'integer', value: HOUR - one.m, unit: { en: 'minutes', es: 'minutos' } };
  const { hour, minute } = reached(one);
  return { kind: 'time', hour: onClock(hour), minute };
}

function trapsOf(one: Case): Trap[] {
  const { ask, h, m, d } = one;
  if (ask === 'to-next-hour') {
    return numberTraps(HOUR - m, [
      ['hundred-minutes', 100 - m],
      ['m-itself', m],
    ]);
  }
  const { hour, minute } = reached(one);
  const back = ask === 'after-hours' ? h * HOUR + m - d * HOUR : h * HOUR + m - d;
  const traps: (readonly [string, number, number])[] = [
    ['past-twelve', hour, minute],
    ['went-back', onClock(Math.floor(back / HOUR)), ((back % HOUR) + HOUR) % HOUR],
  ];
  if (ask === 'after-minutes') {
    traps.push(['no-carry', h, minute]);
    traps.push(['hundred-minutes', m + d < 100 ? h : onClock(h + 1), (m + d) % 100]);
  }
  const key = timeText(onClock(hour), minute);
  return traps.flatMap(([tag, at, past]) => {
    const value = timeText(at, past);
    return value === key ? [] : [{ tag, value }];
  });
}

function workedOf(one: Case): readonly WorkedPart[] {
  const { ask, h, m, d } = one;
  if (ask === 'to-next-hour')
    return [
      line('An hour has 60 minutes.', 'Una hora tiene 60 minutos.'),
      formula(`60 − ${m} = ${HOUR - m}`),
    ];
  const { hour, minute } = reached(one);
  const after12 = line(
    `After 12 comes 1 again: ${hour} − 12 = ${hour - 12}.`,
    `Después de las 12 viene la 1: ${hour} − 12 = ${hour - 12}.`,
  );
  if (ask === 'after-hours')
    return [
      line(`Hours: ${h} + ${d} = ${hour}`, `Horas: ${h} + ${d} = ${hour}`),
      ...(hour > 12 ? [after12] : []),
    ];
  const minutes = line(`Minutes: ${m} + ${d} = ${m + d}`, `Minutos: ${m} + ${d} = ${m + d}`);
  if (m + d < HOUR) return [minutes];
  return [
    minutes,
    line(
      `60 minutes make one more hour: ${m + d} − 60 = ${minute}.`,
      `60 minutos son una hora más: ${m + d} − 60 = ${minute}.`,
    ),
    ...(hour > 12 ? [after12] : []),
  ];
}

function tagsOf(one: Case): string[] {
  const { ask, m, d } = one;
  const tags: string[] = [];
  if (ask !== 'to-next-hour' && reached(one).hour > 12) tags.push('passes-12');
  if (ask === 'after-minutes' && m + d >= HOUR) tags.push('crosses-hour');
  if (ask === 'after-minutes' && m + d === HOUR) tags.push('exact-hour');
  return tags;
}

/** The way to the next hour, and the time after some hours or minutes. Times stand in digits. */
export const elapsedTime = defineFamily<Params, Case>({
  id: 'elapsed-time',
  version: 1,
  tags: ['passes-12', 'crosses-hour', 'exact-hour'],
  numbers: ['m', 'd', 'result'],
  parse: (read) => {
    const ask = read.oneOf('ask', ['to-next-hour', 'after-hours', 'after-minutes']);
    const [h, m] = [readSet(read, 'h'), readSet(read, 'm')];
    const d = ask === 'to-next-hour' ? NOTHING : readSet(read, 'd');
    if (numbersOf(h).some((hour) => hour < 1 || hour > 12)) read.fail('h', 'hours are 1 to 12');
    if (largestOf(m) >= HOUR || (ask === 'to-next-hour' && numbersOf(m).some((one) => one < 2)))
      read.fail('m', 'minutes are below 60, and some are gone');
    const most = ask === 'after-hours' ? 11 : HOUR - 1;
    if (ask !== 'to-next-hour' && numbersOf(d).some((one) => one < 2 || one > most))
      read.fail('d', `2 to ${most} pass`);
    return { ask, h, m, d };
  },
  size: ({ h, m, d }) => sizeOf(h) * sizeOf(m) * sizeOf(d),
  *cases({ ask, h: hours, m: minutes, d: passing }) {
    for (const h of numbersOf(hours))
      for (const m of numbersOf(minutes))
        for (const d of numbersOf(passing)) yield { ask, h, m, d };
  },
  draw: (random, { ask, h, m, d }) => ({
    ask,
    h: drawNumber(random, h),
    m: drawNumber(random, m),
    d: drawNumber(random, d),
  }),
  describe: (one) => {
    const { ask, m, d } = one;
    const tags = tagsOf(one);
    const { hour, minute } = reached(one);
    const result = {
      'to-next-hour': HOUR - m,
      'after-hours': onClock(hour),
      'after-minutes': minute,
    };
    return {
      identity: identityOf(one),
      twin: ask === 'to-next-hour' ? String(m) : identityOf(one),
      stratum: tags.join(' '),
      tags,
      numbers: { m, d, result: result[ask] },
    };
  },
  build: (one) => ({ prompt: promptOf(one), answer: answerOf(one), traps: trapsOf(one) }),
  worked: workedOf,
});
