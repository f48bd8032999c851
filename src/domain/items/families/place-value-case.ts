import type { NumberSet } from '../number-set.ts';

export type Order = 'forward' | 'reversed';
export type Show = 'text' | 'blocks';
export type PlaceAsk = 'digit-at' | 'digit-value' | 'expanded';

/** One digit of a number that is put together: its place, and what it may be. */
export interface Part {
  readonly place: number;
  readonly min: number;
  readonly max: number;
}

export type Params =
  | {
      readonly ask: 'compose';
      /** Largest place first. */
      readonly parts: readonly Part[];
      readonly orders: readonly Order[];
      readonly show: readonly Show[];
    }
  | {
      readonly ask: PlaceAsk;
      /** In units of 1 / scale, as are the places. */
      readonly n: NumberSet;
      readonly scale: number;
      readonly places: readonly number[];
      readonly distinctDigits: boolean;
      readonly lastDigitNotZero: boolean;
    }
  | { readonly ask: 'from-words'; readonly n: NumberSet };

export type Case =
  | {
      readonly ask: 'compose';
      readonly n: number;
      readonly places: readonly number[];
      readonly order: Order;
      readonly show: Show;
    }
  | {
      readonly ask: PlaceAsk;
      readonly n: number;
      readonly scale: number;
      readonly place: number;
    }
  | { readonly ask: 'from-words'; readonly n: number };

/** The digit of n that is worth `place`. */
export function digitAt(n: number, place: number): number {
  return Math.floor(n / place) % 10;
}

/** The places that a number fills, largest first. */
export function placesIn(n: number): number[] {
  return Array.from(String(n), (_, i) => 10 ** i).toReversed();
}

/** The whole number that is right. */
export function answerOf(one: Case): number {
  switch (one.ask) {
    case 'compose':
    case 'from-words':
      return one.n;
    case 'digit-at':
      return digitAt(one.n, one.place);
    case 'digit-value':
    case 'expanded':
      return digitAt(one.n, one.place) * one.place;
  }
}
