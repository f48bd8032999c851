/**
 * The ways in which a child may write an answer, and what lies close beside it: worked out from the answer's numbers alone, without the
 * product's own readers and writers.
 */
import { unreachable } from '#domain/kernel/assert.ts';
import type {
  AnswerSpec,
  DecimalAnswer,
  FractionAnswer,
  IntegerAnswer,
  MoneyAnswer,
  RemainderAnswer,
  TimeAnswer,
} from '#domain/items/item.ts';

export interface WaysToWrite {
  /** Every one of them is right. */
  readonly right: readonly string[];
  /** Every one of them can be read, and is wrong. */
  readonly wrong: readonly string[];
  /** Says two things: the child is asked to look again. */
  readonly asked?: readonly string[];
}

export function waysToWrite(answer: AnswerSpec): WaysToWrite {
  switch (answer.kind) {
    case 'integer':
      return integer(answer);
    case 'decimal':
      return decimal(answer);
    case 'fraction':
      return fraction(answer);
    case 'money':
      return money(answer);
    case 'time':
      return time(answer);
    case 'remainder':
      return remainder(answer);
    case 'choice': {
      const { value, options } = answer;
      const others = options.map(({ id }) => id).filter((id) => id !== value);
      return { right: [value, ` ${value} `], wrong: others };
    }
    case 'sign': {
      const { value } = answer;
      const others = ['<', '>', '='].filter((sign) => sign !== value);
      return { right: [value, ` ${value} `, WIDE[value]], wrong: others };
    }
    default:
      return unreachable(answer);
  }
}

const WIDE = { '<': '＜', '>': '＞', '=': '＝' } as const;

/** The same digits as Arabic and as full-width ones. */
const inShapes = (text: string): string[] =>
  [0x06_60, 0xff_10].map((zero) =>
    text.replaceAll(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit))),
  );
/** As it stands, among spaces, and in other digits. */
const loose = (text: string): string[] => [text, ` ${text}\u00A0`, ...inShapes(text)];
/** A zero before the first digit. */
const padded = (text: string): string => text.replace(/\d/u, '0$&');
const grouped = (whole: number, mark: string): string =>
  String(whole).replaceAll(/\B(?=(?:\d{3})+$)/gu, mark);

function integer({ value, percent }: IntegerAnswer): WaysToWrite {
  const text = String(value);
  const right = [...loose(text), padded(text)];
  if (value >= 1000) right.push(grouped(value, ','), grouped(value, ' '), grouped(value, '\u202F'));
  if (percent === true) right.push(`${text}%`, `${text} %`);
  return { right, wrong: [value - 1, value + 1].map(String) };
}

/** `digits` / `scale` with all its places: 340 / 100 is "3.40". */
function withPlaces(digits: number, scale: number): string {
  const sign = digits < 0 ? '-' : '';
  const [whole, rest] = [Math.floor(Math.abs(digits) / scale), Math.abs(digits) % scale];
  const places = String(scale).length - 1;
  return places === 0 ? sign + whole : `${sign}${whole}.${String(rest).padStart(places, '0')}`;
}

function decimal({ digits, scale }: DecimalAnswer): WaysToWrite {
  const text = withPlaces(digits, scale);
  const longer = withPlaces(digits * 10, scale * 10);
  const right = [...loose(text), padded(text), longer];
  if (digits % scale === 0) right.push(String(digits / scale));
  if (text.startsWith('0.')) right.push(text.slice(1));
  const commas = [text, longer].filter((one) => one.includes('.'));
  const isGroup = (one: string): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/u.test(one);
  right.push(...commas.filter((one) => !isGroup(one)).map((one) => one.replace('.', ',')));
  const near = [digits - 1, digits + 1, digits - scale, digits + scale];
  return {
    right,
    wrong: near.map((other) => withPlaces(other, scale)),
    asked: commas.filter(isGroup).map((one) => one.replace('.', ',')),
  };
}

function fraction({ num, den, form }: FractionAnswer): WaysToWrite {
  let [common, rest] = [num, den];
  while (rest !== 0) [common, rest] = [rest, common % rest];
  const [top, bottom] = [num / common, den / common];
  const [front, over] = [Math.floor(top / bottom), top % bottom];
  const times = (k: number): string => `${top * k}/${bottom * k}`;
  const isMixed = front > 0 && over > 0;
  const mixed = (k: number): string => `${front} ${over * k}/${bottom * k}`;
  /** A mixed number whose fraction is more than one. */
  const heavy = front > 1 || isMixed ? [`${front - 1} ${over + bottom}/${bottom}`] : [];
  const wrong = [`${top - 1}/${bottom}`, `${top + 1}/${bottom}`];
  if (top !== 0) wrong.push(`${top}/${bottom + 1}`);
  if (isMixed) wrong.push(`${front} ${over + 1}/${bottom}`, `${front + 1} ${over}/${bottom}`);
  const wide = (text: string): string[] => [...loose(text), padded(text), text.replace('/', ' / ')];
  const equal = [times(2), times(3), times(10)];
  const equalMixed = isMixed ? [mixed(2), mixed(3)] : [];
  const lowest = bottom > 1 ? wide(times(1)) : [];
  const inMixed = isMixed ? wide(mixed(1)) : [];
  const bare = bottom === 1 ? loose(String(top)) : [];
  switch (form) {
    case 'any':
      return {
        right: [times(1), ...lowest, ...equal, ...inMixed, ...equalMixed, ...heavy, ...bare],
        wrong,
      };
    case 'simplest':
      return {
        right: [...lowest, ...inMixed, ...bare],
        wrong: [...wrong, ...equal, ...equalMixed, ...heavy],
      };
    case 'mixed':
      return {
        right: [...inMixed, ...equalMixed],
        wrong: [...wrong, times(1), ...equal, ...heavy],
      };
    case 'improper':
      return {
        right: [times(1), ...lowest, ...equal],
        wrong: [...wrong, ...inMixed, ...equalMixed, ...heavy],
      };
    default:
      return unreachable(form);
  }
}

function money({ cents, entry }: MoneyAnswer): WaysToWrite {
  const inDollars = (amount: number): string => withPlaces(amount, 100);
  const text = inDollars(cents);
  const right = [...loose(text), padded(text), text.replace('.', ',')];
  right.push(`$${text}`, `$ ${text}`, `${text} $`, `${cents}¢`, `${cents} ¢`);
  if (cents % 10 === 0) right.push(text.slice(0, -1));
  if (cents % 100 === 0) right.push(`$${cents / 100}`);
  if (cents % 100 === 0 && entry === 'dollars') right.push(String(cents / 100));
  if (cents >= 100_000) right.push(text.replace(/^\d+/u, grouped(Math.floor(cents / 100), ',')));
  if (entry === 'cents') right.push(...loose(String(cents)), padded(String(cents)));
  const near = [cents - 1, cents + 1, cents + 10, cents + 100];
  const bare = entry === 'cents' ? [cents - 1, cents + 1].map(String) : [];
  return {
    right,
    wrong: [...near.map(inDollars), ...near.map((amount) => `$${inDollars(amount)}`), ...bare],
  };
}

function time({ hour, minute }: TimeAnswer): WaysToWrite {
  const clock = (h: number, m: number): string => `${h}:${String(m).padStart(2, '0')}`;
  const text = clock(hour, minute);
  const right = [...loose(text), text.replace(':', '.'), text.replace(':', ' : ')];
  if (hour < 10) right.push(`0${text}`);
  if (hour === 12) right.push(clock(0, minute));
  const hours = [(hour % 12) + 1, ((hour + 10) % 12) + 1];
  const minutes = [(minute + 1) % 60, (minute + 59) % 60, (minute + 5) % 60];
  return {
    right,
    wrong: [...hours.map((h) => clock(h, minute)), ...minutes.map((m) => clock(hour, m))],
  };
}

function remainder({ quotient, remainder: left }: RemainderAnswer): WaysToWrite {
  const pair = (q: number, r: number): string => `${q} R ${r}`;
  const text = pair(quotient, left);
  const right = [...loose(text), `0${quotient} r 0${left}`, `${quotient}R${left}`];
  right.push(`${quotient} resto ${left}`);
  if (left === 0) right.push(String(quotient), `${quotient} R `);
  const wrong = [pair(quotient + 1, left), pair(quotient, left + 1)];
  if (quotient > 0) wrong.push(pair(quotient - 1, left));
  if (left > 0) wrong.push(pair(quotient, left - 1), String(quotient));
  return { right, wrong };
}
