import { digitsOf } from '../../kernel/numbers.ts';
import type { Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import { answerOf, digitAt, type Case } from './place-value-case.ts';

type Entries = readonly (readonly [string, number | null])[];

/** Wrong values that known misconceptions give. */
export function placeValueTraps(one: Case): Trap[] {
  return numberTraps(answerOf(one), entriesOf(one));
}

function entriesOf(one: Case): Entries {
  const { n } = one;
  switch (one.ask) {
    case 'compose':
      return [
        ['written-in-order-said', one.order === 'reversed' ? inOrderSaid(one) : null],
        ...partsWritten(n),
      ];
    case 'digit-at': {
      const { place, scale } = one;
      const mirror = (scale * scale) / place;
      return [
        ['value-not-digit', scale === 1 ? digitAt(n, place) * place : null],
        ...beside(n, place).map(({ digit }) => ['neighbour-place', digit] as const),
        ['mirror-place', scale > 1 && mirror <= n ? digitAt(n, mirror) : null],
        ['whole-number', scale === 1 ? n : null],
      ];
    }
    case 'digit-value':
    case 'expanded': {
      const { place } = one;
      const digit = digitAt(n, place);
      return [
        ['digit-not-value', digit],
        // In the ones place the digit is its own value: that is the mistake before.
        ...beside(n, place)
          .filter((next) => next.place > 1)
          .map((next) => ['neighbour-place', digit * next.place] as const),
        ['whole-number', n],
      ];
    }
    case 'from-words':
      return [...teenTy(n), ...partsWritten(n)];
  }
}

/** Ones first, as they were named: 7 ones 4 tens gives 74. */
function inOrderSaid({ n, places }: Extract<Case, { ask: 'compose' }>): number {
  return Number(
    places
      .map((place) => digitAt(n, place))
      .toReversed()
      .join(''),
  );
}

/** A zero left out (403 as 43), and parts written side by side (three hundred five as 3005). */
function partsWritten(n: number): Entries {
  const digits = digitsOf(n);
  const kept = digits.filter((digit) => digit > 0).toReversed();
  const parts = digits.map((digit, i) => digit * 10 ** i).filter((part) => part > 0);
  return [
    ['zero-dropped', digits.includes(0) ? Number(kept.join('')) : null],
    ['zeros-added', parts.length > 1 ? Number(parts.toReversed().join('')) : null],
  ];
}

/** The places left and right of one, where the number has them. */
function beside(n: number, place: number): { readonly place: number; readonly digit: number }[] {
  return [place * 10, place / 10]
    .filter((next) => next >= 1 && next <= n)
    .map((next) => ({ place: next, digit: digitAt(n, next) }));
}

/** Seventeen and seventy sound alike, in the ones and tens of any number. */
function teenTy(n: number): Entries {
  const rest = n % 100;
  if (rest > 12 && rest < 20) return [['teen-ty', n - rest + (rest - 10) * 10]];
  return rest % 10 === 0 && rest > 20 ? [['teen-ty', n - rest + 10 + rest / 10]] : [];
}
