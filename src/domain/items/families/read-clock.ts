import type { LocalText } from '../../kernel/local-text.ts';
import { pick } from '../../kernel/random.ts';
import { defineFamily, type WorkedPart } from '../family.ts';
import type { Trap } from '../item.ts';
import { drawNumber, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { timeText } from '../read-time.ts';

interface Params {
  readonly hours: NumberSet;
  readonly minutes: readonly number[];
}

interface Case {
  /** 1 to 12. */
  readonly hour: number;
  readonly minute: number;
}

const QUESTION: LocalText = { en: 'What time is it?', es: '¿Qué hora es?' };

/** The numeral that a hand is at or has passed, 1 to 12. */
const numeralOf = (minute: number): number => Math.floor(minute / 5) || 12;
const after = (hour: number): number => (hour % 12) + 1;

/** Where each hand points: the reading itself is what is asked. */
function spokenOf({ hour, minute }: Case): LocalText {
  const past = minute % 5;
  const short =
    minute === 0
      ? { en: `Short hand on ${hour}`, es: `aguja corta en el ${hour}` }
      : {
          en: `Short hand between ${hour} and ${after(hour)}`,
          es: `aguja corta entre el ${hour} y el ${after(hour)}`,
        };
  const at = numeralOf(minute);
  const long =
    past === 0
      ? { en: `long hand on ${at}`, es: `aguja larga en el ${at}` }
      : {
          en: `long hand ${past} small marks after ${at}`,
          es: `aguja larga ${past} marcas pequeñas después del ${at}`,
        };
  return { en: `${short.en}, ${long.en}`, es: `Reloj: ${short.es}, ${long.es}` };
}

function trapsOf({ hour, minute }: Case): Trap[] {
  const traps: Trap[] = [];
  const key = timeText(hour, minute);
  const add = (tag: string, h: number, m: number): void => {
    const value = timeText(h, m);
    if (value !== key && m >= 0 && m < 60) traps.push({ tag, value });
  };
  const swapped = numeralOf(minute);
  add('hands-swapped', swapped, (hour % 12) * 5);
  if (minute >= 30) add('next-hour', after(hour), minute);
  if (minute > 0) add('minute-as-number', hour, numeralOf(minute));
  add('five-off', hour, minute - 5);
  add('five-off', hour, minute + 5);
  add('hour-only', hour, 0);
  return traps;
}

function workedOf({ hour, minute }: Case): readonly WorkedPart[] {
  const first: LocalText =
    minute === 0
      ? {
          en: `The short hand points to ${hour}: the hour is ${hour}.`,
          es: `La aguja corta señala el ${hour}: la hora es ${hour}.`,
        }
      : {
          en: `The short hand is past ${hour} and not yet at ${after(hour)}: the hour is ${hour}.`,
          es: `La aguja corta pasó el ${hour} y no llega al ${after(hour)}: la hora es ${hour}.`,
        };
  const marks = Math.floor(minute / 5);
  const rest = minute % 5;
  const sum = rest === 0 ? `${marks} × 5 = ${minute}` : `${marks} × 5 + ${rest} = ${minute}`;
  const second: LocalText =
    minute === 0
      ? { en: 'The long hand is on 12: 0 minutes.', es: 'La aguja larga está en el 12: 0 minutos.' }
      : {
          en: `The long hand counts minutes, 5 for each number: ${sum}.`,
          es: `La aguja larga cuenta los minutos, 5 por cada número: ${sum}.`,
        };
  return [
    { type: 'text', text: first },
    { type: 'text', text: second },
  ];
}

/** Reading an analog clock. */
export const readClock = defineFamily<Params, Case>({
  id: 'read-clock',
  version: 1,
  tags: ['half-past', 'past-half', 'twelve'],
  numbers: ['h', 'm'],
  parse: (read) => {
    const skip = read.has('skip') ? read.integers('skip') : [];
    const of = read.has('notMultipleOf') ? read.integer('notMultipleOf', 2, 30) : null;
    const minutes = numbersOf(readSet(read, 'm')).filter(
      (m) => !skip.includes(m) && (of === null || m % of !== 0),
    );
    if (minutes.length === 0) read.fail('m', 'no minute is left');
    return { hours: readSet(read, 'h'), minutes };
  },
  size: ({ hours, minutes }) => sizeOf(hours) * minutes.length,
  *cases({ hours, minutes }) {
    for (const hour of numbersOf(hours)) for (const minute of minutes) yield { hour, minute };
  },
  draw: (random, { hours, minutes }) => ({
    hour: drawNumber(random, hours),
    minute: pick(random, minutes),
  }),
  describe: ({ hour, minute }) => ({
    identity: timeText(hour, minute),
    twin: timeText(hour, minute),
    stratum: String(minute),
    tags: [
      ...(minute === 30 ? ['half-past'] : []),
      ...(minute > 30 ? ['past-half'] : []),
      ...(hour === 12 ? ['twelve'] : []),
    ],
    numbers: { h: hour, m: minute },
  }),
  build: (one) => ({
    prompt: [
      { type: 'figure', figure: { type: 'clock', ...one }, spoken: spokenOf(one) },
      { type: 'text', text: QUESTION },
    ],
    answer: { kind: 'time', hour: one.hour, minute: one.minute },
    traps: trapsOf(one),
  }),
  worked: workedOf,
});
