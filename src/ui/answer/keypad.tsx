import Delete from 'lucide-react/icons/delete';
import SeparatorHorizontal from 'lucide-react/icons/separator-horizontal';
import SquareArrowRight from 'lucide-react/icons/square-arrow-right';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Press } from '../controls/press.tsx';
import { cx } from '../cx.ts';
import type { KeypadKey } from './keypad-keys.ts';
import css from './keypad.module.css';
import { useHardwareKeys } from './use-hardware-keys.ts';

export type Hand = 'left' | 'right' | 'both';

/** What leads from one box of an answer to the next: the bar of a fraction, the colon of a time, R, or an arrow. */
export type PartKey = 'bar' | 'colon' | 'remainder' | 'arrow';

export interface KeypadProps {
  readonly onKey: (key: KeypadKey) => void;
  /** phone: 1 2 3 on top; calculator: 7 8 9 on top. */
  readonly order?: 'phone' | 'calculator';
  readonly withMinus?: boolean;
  /** The decimal mark to show, "." or ","; leave out when no item needs it. */
  readonly decimalMark?: string;
  /** For answers of several boxes; `onKey` gets "part". */
  readonly part?: PartKey;
  /** Which thumb: moves the pad to that edge, and the keys beside the digits too. */
  readonly hand?: Hand;
  /** On a phone what is no digit stands beside the digits, not under them; takes the whole line. */
  readonly isFlat?: boolean;
  /** The Next key; `onKey` gets "next". Leave out where something else goes on. */
  readonly next?: { readonly label: ReactNode; readonly isDisabled?: boolean };
  readonly isDisabled?: boolean;
  /** Listen to a hardware keyboard too (default). Off while a dialog covers the pad. */
  readonly hardware?: boolean;
}

const orders = {
  phone: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  calculator: ['7', '8', '9', '4', '5', '6', '1', '2', '3'],
} as const;
/** Places of the nine digits, row by row (keypad.module.css). */
const PLACES = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3'] as const;

/**
 * The product's own number keys, 72 px and more: the system keyboard never opens. Keys do not take the focus on touch,
 * so that Enter on a hardware keyboard keeps meaning "next".
 */
export function Keypad(props: KeypadProps) {
  const {
    onKey,
    order = 'phone',
    hand = 'both',
    next,
    isDisabled = false,
    hardware = true,
  } = props;
  const { withMinus = false, decimalMark, part, isFlat = false } = props;
  const { t } = useLingui();
  useHardwareKeys((key) => {
    if (key === 'next' && (next === undefined || next.isDisabled === true)) return;
    if (key === 'minus' && !withMinus) return;
    if (key === 'decimal' && decimalMark === undefined) return;
    if ((key === 'separator' || key === 'slash') && part === undefined) return;
    onKey(key);
  }, hardware && !isDisabled);

  const key = (id: KeypadKey, label: ReactNode, place: string, name?: string) => (
    <Press
      key={id}
      preventFocusOnPress
      isDisabled={isDisabled}
      onPress={() => onKey(id)}
      className={cx(css['key'], css[place])}
      {...(name === undefined ? {} : { 'aria-label': name })}
    >
      {label}
    </Press>
  );
  const both = withMinus && decimalMark !== undefined;
  return (
    <div
      role="group"
      aria-label={t`Number keys`}
      dir="ltr"
      data-entry
      // The library gives focus back only where something had it: this keeps it from moving at all.
      onMouseDownCapture={(event) => event.preventDefault()}
      className={cx(css['keypad'], css[hand], both && css['twoTools'], isFlat && css['flat'])}
    >
      {orders[order].map((digit, i) => key(digit, digit, PLACES[i] ?? ''))}
      {withMinus ? key('minus', '\u2212', 'tool', t`Minus`) : null}
      {decimalMark === undefined
        ? null
        : key('decimal', decimalMark, both ? 'extra' : 'tool', t`Decimal point`)}
      {part === undefined ? null : key('part', <PartFace part={part} />, 'tool', t`Next box`)}
      {key('0', '0', 'd2')}
      {key('backspace', <Delete aria-hidden />, 'del', t`Delete the last digit`)}
      {next === undefined ? null : (
        <Press
          preventFocusOnPress
          isDisabled={isDisabled || next.isDisabled === true}
          onPress={() => onKey('next')}
          className={cx(css['key'], css['next'])}
        >
          {next.label}
        </Press>
      )}
    </div>
  );
}

/** As it is written between the two boxes. */
function PartFace({ part }: { readonly part: PartKey }) {
  switch (part) {
    case 'bar':
      return <SeparatorHorizontal aria-hidden />;
    case 'colon':
      return <span aria-hidden>:</span>;
    case 'remainder':
      return <span aria-hidden>R</span>;
    case 'arrow':
      return <SquareArrowRight aria-hidden />;
  }
}
